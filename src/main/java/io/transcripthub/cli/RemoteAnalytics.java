package io.transcripthub.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.transcripthub.analytics.Analytics;
import io.transcripthub.analytics.Outputs;
import io.transcripthub.analytics.Period;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Interaction analytics in a running hub; its files are fetched from there. */
final class RemoteAnalytics implements AnalyticsAccess {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PAUSE_MILLIS = 200;

    private final RunningHub hub;
    private final PrintWriter err;

    RemoteAnalytics(RunningHub hub, PrintWriter err) {
        this.hub = hub;
        this.err = err;
    }

    @Override
    public Outcome run(Period period, Path folder) throws IOException, InterruptedException {
        JsonNode run = hub.startAnalytics(JSON.createObjectNode()
                .put("from", period.from().toString())
                .put("to", period.to().toString())
                .toString());
        String id = run.path("runId").asText();
        try (Phases phases = new Phases(err)) {
            while (run.path("state").asText().equals("RUNNING")) {
                phases.at(
                        run.path("phase").asText(),
                        run.path("done").asLong(),
                        run.path("total").asLong());
                Thread.sleep(PAUSE_MILLIS);
                run = hub.analytics(id);
            }
        }
        if (!run.path("state").asText().equals("ENDED")) {
            throw new CommandFailed(run.path("reason").asText());
        }
        Analytics.Ended ended = ended(run.path("result"));
        if (!ended.stopped()) {
            fetch(id, folder);
        }
        return Outcome.of(ended, folder);
    }

    private static Analytics.Ended ended(JsonNode result) throws JsonProcessingException {
        return JSON.treeToValue(result, Analytics.Ended.class);
    }

    private void fetch(String id, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String name : Outputs.NAMES) {
            hub.analyticsFile(id, name, folder.resolve(name));
        }
    }

    @Override
    public void close() {
        hub.close();
    }
}
