package io.transcripthub.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.transcripthub.app.HubApplication;
import io.transcripthub.app.RouteFiles;
import io.transcripthub.sandbox.Sandbox;
import io.transcripthub.sandbox.SandboxOptions;
import io.transcripthub.settings.Settings;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;

/** A hub and a simulated vendor in this process, and a client that hands in recordings as a user would, over HTTP. */
final class DemoRun implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BATCH = 500;
    private static final Duration SEARCH_START = Duration.ofSeconds(90);
    private static final Duration STANDSTILL = Duration.ofSeconds(60);

    private final Settings settings;
    private final Path folder;
    private final Sandbox sandbox;
    private final HubApplication application;
    private final RunningHub hub;
    private final PrintWriter err;

    private DemoRun(Settings settings, Path folder, Sandbox sandbox, HubApplication application, PrintWriter err) {
        this.settings = settings;
        this.folder = folder;
        this.sandbox = sandbox;
        this.application = application;
        this.hub = new RunningHub(URI.create("http://127.0.0.1:" + application.port()), "");
        this.err = err;
    }

    /**
     * Returns when the API answers; the embedded search is still starting then.
     *
     * @param users the user's configuration, of which a demo keeps little
     */
    static DemoRun start(Settings users, Path folder, PrintWriter err) throws Exception {
        err.println(
                "demo: starting a simulated vendor, the hub and the embedded search; which takes about ten seconds");
        Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
        try {
            Settings settings = DemoSettings.of(users, folder, sandbox);
            HubApplication application =
                    HubApplication.start(settings, RouteFiles.folder(null), InstantSource.system());
            return new DemoRun(settings, folder, sandbox, application, err);
        } catch (Exception failed) {
            sandbox.close();
            throw failed;
        }
    }

    URI api() {
        return URI.create("http://127.0.0.1:" + application.port());
    }

    DemoReport run(List<DemoRecording> recordings) throws InterruptedException {
        err.println("demo: hub at " + api() + ", vendor at " + sandbox.baseUrl() + ", data in " + folder);
        awaitSearch();
        err.println("demo: handing in " + recordings.size() + " recordings");
        long begin = System.nanoTime();
        handIn(recordings);
        JsonNode summary = awaitEnd(recordings.size());
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        return new DemoFindings(hub, recordings).report(summary, took, folder, api());
    }

    /** Earlier deliveries would fail and be tried again, which is no sight for a newcomer. */
    private void awaitSearch() throws InterruptedException {
        long deadline = System.nanoTime() + SEARCH_START.toNanos();
        while (!hub.searchAnswers()) {
            if (System.nanoTime() > deadline) {
                throw new CommandFailed("the embedded search has not started within " + SEARCH_START.toSeconds()
                        + " s; its log is in " + folder.resolve("search"));
            }
            Thread.sleep(100);
        }
    }

    private void handIn(List<DemoRecording> recordings) {
        for (int from = 0; from < recordings.size(); from += BATCH) {
            List<DemoRecording> batch = recordings.subList(from, Math.min(recordings.size(), from + BATCH));
            String lines = batch.stream().map(DemoRun::line).collect(Collectors.joining("\n"));
            JsonNode rejected = hub.submitBatch(lines).path("rejected");
            if (!rejected.isEmpty()) {
                throw new CommandFailed("the hub refused a recording: "
                        + rejected.get(0).path("error").asText());
            }
        }
    }

    private static String line(DemoRecording recording) {
        try {
            return JSON.writeValueAsString(recording.request());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @return the last summary: of the end, or of a standstill */
    private JsonNode awaitEnd(int recordings) throws InterruptedException {
        Duration patience = STANDSTILL
                .plus(settings.duration("polling.initial-interval"))
                .plus(settings.duration("polling.max-interval"));
        try (Progress progress = Progress.of(err, Progress.onTerminal(), "demo: transcribed", recordings)) {
            JsonNode summary = hub.summary();
            long changed = System.nanoTime();
            while (!JobCounts.settled(summary) && System.nanoTime() - changed < patience.toNanos()) {
                progress.at(JobCounts.transcribed(summary));
                Thread.sleep(50);
                JsonNode next = hub.summary();
                changed = next.equals(summary) ? changed : System.nanoTime();
                summary = next;
            }
            progress.at(JobCounts.transcribed(summary));
            return summary;
        }
    }

    @Override
    public void close() {
        application.close();
        sandbox.close();
    }
}
