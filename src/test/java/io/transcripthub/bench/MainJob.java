package io.transcripthub.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.transcripthub.sandbox.Call;
import io.transcripthub.sandbox.Calls;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How many recordings a second come from the HTTP API to all sinks: bench/main-job.sh; README.md there says how to read it. */
final class MainJob {
    static final String HEAP = "-Xmx512m";
    private static final Duration LONGEST_RUN = Duration.ofMinutes(10);
    private static final int BATCH = 500;

    private final Workbench bench;
    private final JsonClient http = new JsonClient();
    private final int recordings;

    MainJob(Workbench bench, int recordings) {
        this.bench = bench;
        this.recordings = recordings;
    }

    public static void main(String[] args) throws Exception {
        MainJob job = new MainJob(new Workbench(), Integer.parseInt(args[0]));
        job.measure("", Map.of());
        System.exit(0);
    }

    /**
     * Runs a hub of its own against a sandbox of its own, as many recordings to warm up and as many that count.
     *
     * @throws IllegalStateException when a recording was submitted twice, lost, or announced under two ids: a fast hub
     *     that does this is not fast
     */
    Measured measure(String javaOptions, Map<String, String> settings) throws Exception {
        Process sandbox = bench.hub("", List.of("sandbox", "--port", "0", "--polls", "4"));
        URI vendor = URI.create(Workbench.awaitLine(sandbox.getInputStream(), "base URL"));
        Process hub = bench.run((HEAP + " " + javaOptions).strip(), settings(vendor, settings));
        URI api = URI.create(Workbench.awaitLine(hub.getErrorStream(), "hub: ready at"));
        awaitSearch(api);

        run(api, "warm", 0);
        Duration hubBefore = Workbench.cpu(hub);
        Duration sandboxBefore = Workbench.cpu(sandbox);
        Phases phases = run(api, "counted", recordings);
        Measured measured = new Measured(
                recordings,
                phases.settled(),
                Workbench.cpu(hub).minus(hubBefore),
                Workbench.cpu(sandbox).minus(sandboxBefore));
        print(phases, measured);
        System.out.printf(
                "peak memory  %8s hub (%s), %s sandbox%n",
                Workbench.peakMemory(hub), HEAP, Workbench.peakMemory(sandbox));
        check(vendor);
        Workbench.stop(hub);
        Workbench.stop(sandbox);
        return measured;
    }

    private static Map<String, String> settings(URI vendor, Map<String, String> others) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("cxone.recordings.base-url", vendor.toString());
        settings.put("webhook.url", vendor + "/sandbox/webhooks");
        settings.put("webhook.secret", "whsec_YSBzZWNyZXQgb2YgdGhlIGJlbmNobWFyaw==");
        settings.put("polling.initial-interval", "1s");
        settings.put("polling.multiplier", "1");
        settings.put("polling.max-interval", "1s");
        settings.putAll(others);
        return settings;
    }

    /** Seconds from the first request until all were taken in, all transcribed, all delivered everywhere. */
    private record Phases(double takenIn, double transcribed, double settled) {}

    private Phases run(URI api, String name, int before) throws Exception {
        long begin = System.nanoTime();
        for (int from = 0; from < recordings; from += BATCH) {
            submit(api, name, from, Math.min(recordings, from + BATCH));
        }
        double takenIn = Workbench.secondsSince(begin);
        double transcribed = 0;
        int wanted = before + recordings;
        JsonNode summary = summary(api);
        for (int tick = 0; !settled(summary, wanted); tick++) {
            if (Workbench.secondsSince(begin) > LONGEST_RUN.toSeconds()) {
                throw new IllegalStateException("not settled after " + LONGEST_RUN + ": " + summary);
            }
            if (transcribed == 0 && waiting(summary) == 0) {
                transcribed = Workbench.secondsSince(begin);
            }
            if (tick % 25 == 0) {
                System.err.printf("%s: %.0f s, %s%n", name, Workbench.secondsSince(begin), summary.path("states"));
            }
            Thread.sleep(200);
            summary = summary(api);
        }
        double settled = Workbench.secondsSince(begin);
        return new Phases(takenIn, transcribed == 0 ? settled : transcribed, settled);
    }

    private void submit(URI api, String name, int from, int to) throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = from; i < to; i++) {
            Call call = Calls.all().get(i % Calls.all().size());
            Map<String, Object> request = new LinkedHashMap<>();
            request.put("account", "cxone");
            request.put("recordingId", recordingId(name, i, call));
            request.put("languageCode", call.language());
            if (call.reference() != null) {
                request.put("referenceText", call.reference());
            }
            lines.append(JsonClient.JSON.writeValueAsString(request)).append('\n');
        }
        JsonNode answer =
                http.post(api.resolve("/api/v1/transcriptions/batch"), "application/x-ndjson", lines.toString());
        if (answer.path("accepted").asInt() != to - from) {
            throw new IllegalStateException("expected " + (to - from) + " accepted, found " + answer);
        }
    }

    /** The sandbox tells by its end which call a recording is of. */
    static String recordingId(String run, int index, Call call) {
        return "%s-%06d-%s".formatted(run, index, call.name());
    }

    private JsonNode summary(URI api) throws IOException, InterruptedException {
        return http.get(api.resolve("/api/v1/jobs/summary"));
    }

    private static long waiting(JsonNode summary) {
        return summary.path("states").path("QUEUED").asLong()
                + summary.path("states").path("SUBMITTED").asLong();
    }

    private static boolean settled(JsonNode summary, long wanted) {
        long pending = 0;
        for (JsonNode sink : summary.path("deliveries")) {
            pending += sink.path("PENDING").asLong();
        }
        return pending == 0 && summary.path("states").path("DELIVERED").asLong() == wanted;
    }

    private static void print(Phases phases, Measured measured) {
        System.out.printf(
                Locale.ROOT,
                """
                throughput   %8.1f jobs/s (%d recordings in %.2f s)
                taken in     %8.2f s after the first request
                transcribed  %8.2f s (4.00 s of it are the vendor's four polls)
                delivered    %8.2f s, to search, webhook and audit
                CPU          %8.2f ms/job hub, %.2f ms/job sandbox
                """,
                measured.perSecond(),
                measured.recordings(),
                measured.seconds(),
                phases.takenIn(),
                phases.transcribed(),
                phases.settled(),
                measured.ownMillis(),
                measured.vendorMillis());
    }

    private void check(URI vendor) throws Exception {
        JsonNode stats = http.get(vendor.resolve("/sandbox/stats"));
        long jobs = 2L * recordings;
        boolean once = stats.path("submissions").asLong() == jobs
                && stats.path("duplicateSubmissions").isEmpty()
                && stats.path("webhooks").path("distinct").asLong() == jobs
                && stats.path("webhooks").path("eventsUnderSeveralIds").asLong() == 0;
        if (!once) {
            throw new IllegalStateException("expected " + jobs + " submissions and events, found " + stats);
        }
        System.out.println("checked      each recording submitted once, one webhook event each: yes");
    }

    private void awaitSearch(URI api) throws Exception {
        long begin = System.nanoTime();
        HttpRequest request =
                HttpRequest.newBuilder(api.resolve("/api/v1/search?q=anything")).build();
        while (http.status(request) != 200) {
            if (Workbench.secondsSince(begin) > 120) {
                throw new IllegalStateException("the embedded search has not started within 120 s");
            }
            Thread.sleep(200);
        }
    }
}
