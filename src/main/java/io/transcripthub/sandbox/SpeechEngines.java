package io.transcripthub.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Speech engines, webhooks and audit entries as CXone would hold them; the metrics are invented. */
final class SpeechEngines {
    private static final int LISTED = 45;
    private static final Recognised USUAL = new Recognised(0.05, 1_200L, 54_000);

    /** @param samples null where the vendor gives no counts */
    record Recognised(double errorRate, Long samples, double speechSeconds) {}

    private final Map<String, JsonObject> engines = new LinkedHashMap<>();
    private final Map<String, JsonObject> webhooks = new LinkedHashMap<>();
    private final List<JsonObject> entries = new ArrayList<>();
    private final Map<String, Recognised> recognised = new LinkedHashMap<>();
    private final Recorder recorder;
    private int registered;

    SpeechEngines(Recorder recorder) {
        this.recorder = recorder;
    }

    /** What the metrics of a version say from now on. */
    synchronized void recognise(String version, Recognised metrics) {
        recognised.put(version, metrics);
    }

    synchronized List<JsonObject> auditEntries() {
        return List.copyOf(entries);
    }

    synchronized List<JsonObject> all() {
        return Stream.concat(engines.values().stream(), webhooks.values().stream())
                .map(JsonObject::copy)
                .toList();
    }

    Answer models(int size, int first) {
        List<JsonObject> models = IntStream.range(0, LISTED)
                .mapToObj(i -> entity("acoustic-model-" + i, "de-DE").put("tier", "standard"))
                .collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
        models.add(entity("us-en-acoustic-model-v4", "en-US").put("tier", "premium"));
        models.add(entity("us-en-acoustic-model-v3", "en-US").put("tier", "standard"));
        return page(models, size, first);
    }

    Answer profiles(int size, int first) {
        List<JsonObject> profiles = new ArrayList<>(IntStream.range(0, LISTED)
                .mapToObj(i -> entity("profile-" + i, "de-DE"))
                .toList());
        profiles.add(entity("us-en-language-profile", "en-US"));
        return page(profiles, size, first);
    }

    private static JsonObject entity(String id, String locale) {
        return new JsonObject().put("id", id).put("locale", locale);
    }

    synchronized Answer engines(int size, int first) {
        return page(List.copyOf(engines.values()), size, first);
    }

    synchronized Answer webhooks(int size, int first) {
        return page(List.copyOf(webhooks.values()), size, first);
    }

    private static Answer page(List<JsonObject> entities, int size, int first) {
        int end = Math.min(entities.size(), first + size);
        JsonObject page = new JsonObject().put("entities", new JsonArray(entities.subList(first, end)));
        return Answer.json(200, end < entities.size() ? page.put("nextPageToken", Integer.toString(end)) : page);
    }

    synchronized Answer create(JsonObject engine) {
        String id = "eng_" + (engines.size() + 1);
        recorder.made("engine " + engine.getString("name") + " " + engine.getString("version"));
        engines.put(id, engine.copy().put("speechEngineId", id));
        return Answer.json(201, engines.get(id));
    }

    synchronized Answer patch(String id, JsonObject changes) {
        if (!engines.containsKey(id)) {
            return Answer.NOT_FOUND;
        }
        return Answer.json(200, engines.get(id).mergeIn(changes));
    }

    synchronized Answer register(JsonObject webhook) {
        String id = "wh_" + ++registered;
        recorder.made("webhook " + webhook.getString("name") + " " + webhook.getJsonObject("filter"));
        webhooks.put(id, webhook.copy().put("webhookId", id));
        return Answer.json(201, webhooks.get(id));
    }

    synchronized Answer patchWebhook(String id, JsonObject changes) {
        if (!webhooks.containsKey(id)) {
            return Answer.NOT_FOUND;
        }
        return Answer.json(200, webhooks.get(id).mergeIn(changes));
    }

    synchronized Answer removeWebhook(String id) {
        return webhooks.remove(id) == null ? Answer.NOT_FOUND : Answer.json(200, new JsonObject());
    }

    synchronized Answer log(JsonObject entry) {
        entries.add(entry.copy());
        return Answer.json(201, new JsonObject().put("logId", "log_" + entries.size()));
    }

    synchronized Answer metrics(JsonObject query) {
        JsonArray results = new JsonArray();
        engines.forEach((id, engine) -> {
            if (query.getString("where", "").contains("\"" + id + "\"")) {
                Recognised metrics = recognised.getOrDefault(engine.getString("version"), USUAL);
                results.add(result(id, "recognised", metrics, 1 - metrics.errorRate(), 0));
                results.add(result(id, "failed", metrics, metrics.errorRate(), 1));
            }
        });
        return Answer.json(200, new JsonObject().put("results", results));
    }

    private static JsonObject result(String id, String status, Recognised all, double share, double errorRate) {
        JsonObject metrics = new JsonObject()
                .put("speechDuration", all.speechSeconds() * share)
                .put("recognitionErrorRate", errorRate)
                .put("updateLatencyMs", 120);
        if (all.samples() != null) {
            metrics.put("count", Math.round(all.samples() * share));
        }
        return new JsonObject()
                .put("group", new JsonObject().put("speechEngineId", id).put("recognitionStatus", status))
                .put("metrics", metrics);
    }
}
