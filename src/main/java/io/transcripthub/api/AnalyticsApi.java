package io.transcripthub.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.transcripthub.analytics.Analytics.Ended;
import io.transcripthub.analytics.AnalyticsRun;
import io.transcripthub.analytics.AnalyticsRuns;
import io.transcripthub.analytics.Outputs;
import io.transcripthub.analytics.Period;
import io.transcripthub.intake.Rejected;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The operations of the HTTP API on interaction analytics, by their OpenAPI operation ids. A caller names no path. */
public final class AnalyticsApi {
    private static final Set<String> FIELDS = Set.of("from", "to");

    private final AnalyticsRuns runs;

    public AnalyticsApi(AnalyticsRuns runs) {
        this.runs = runs;
    }

    /** Takes {@code {"from","to"}}: dates, or times by ISO 8601. */
    public Answer startAnalytics(String body) {
        return Answer.unlessRejected(() -> new Answer(202, json(runs.start(period(body)))));
    }

    public Answer getAnalytics(String runId) {
        return runs.of(runId).map(run -> Answer.ok(json(run))).orElseGet(() -> unknown(runId));
    }

    /** One of the files that {@link Outputs} names. */
    public Answer getAnalyticsFile(String runId, String name) {
        AnalyticsRun run = runs.of(runId).orElse(null);
        if (run == null) {
            return unknown(runId);
        }
        Path file = Outputs.NAMES.contains(name) ? run.folder().resolve(name) : null;
        return file != null && run.ended() != null && Files.exists(file)
                ? Answer.ok(file)
                : Answer.error(404, "expected a file of a run that has ended, found none of that name", null);
    }

    private static Answer unknown(String runId) {
        return Answer.error(404, "no analytics run '" + runId + "'; the last runs are kept until the hub stops", null);
    }

    private Period period(String body) {
        JsonNode request = RequestBody.object(body, FIELDS, "from and to");
        try {
            return Period.of(
                    text(request, "from"), text(request, "to"), runs.analytics().zone());
        } catch (Period.Unusable unusable) {
            throw new Rejected(unusable.end(), unusable.end() + ": " + unusable.getMessage());
        }
    }

    private static String text(JsonNode request, String name) {
        JsonNode value = request.path(name);
        if (!value.isTextual()) {
            String found = value.isMissingNode() || value.isNull() ? "nothing" : "no text";
            throw Rejected.expected(name, "a date or time such as 2026-03-01 or 2026-03-01T00:00:00Z", found);
        }
        return value.asText();
    }

    private static Map<String, Object> json(AnalyticsRun run) {
        Ended ended = run.ended();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("runId", run.id());
        json.put("from", run.period().from().toString());
        json.put("to", run.period().to().toString());
        json.put("state", run.failure() != null ? "FAILED" : ended == null ? "RUNNING" : "ENDED");
        json.put("reason", run.failure());
        json.put("phase", run.progress().phase());
        json.put("done", run.progress().done());
        json.put("total", run.progress().total());
        if (ended != null) {
            json.put("result", ended);
            json.put("files", ended.stopped() ? Set.of() : Outputs.NAMES);
        }
        return json;
    }
}
