package io.transcripthub.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.transcripthub.app.HubApplication;
import io.transcripthub.app.RouteFiles;
import io.transcripthub.sandbox.Faults;
import io.transcripthub.sandbox.Sandbox;
import io.transcripthub.sandbox.SandboxOptions;
import io.transcripthub.sandbox.SandboxStats;
import io.transcripthub.sandbox.Vendor;
import io.transcripthub.settings.Settings;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;

/** A hub and simulated vendors in this process, and a client that hands in work as a user would, over HTTP. */
final class DemoRun implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BATCH = 500;
    private static final Duration SEARCH_START = Duration.ofSeconds(90);
    private static final Duration LAST_EVENTS = Duration.ofSeconds(10);

    /** Some events of each kind that a hub has to cope with. The seed makes every demo the same. */
    private static final String FAULTS = "early=0.1,late=0.1,late-by=1s,lost=0.1,doubled=0.1,forged=0.1,seed=81";

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
        err.println("demo: starting simulated vendors, the hub and the embedded search; which takes about ten seconds");
        Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withFaults(Faults.parse(FAULTS)));
        try {
            Settings settings = DemoSettings.of(users, folder, sandbox);
            HubApplication application =
                    HubApplication.start(settings, RouteFiles.folder(null), InstantSource.system());
            URI webhook = URI.create("http://127.0.0.1:" + application.port() + "/webhooks/" + DemoSubmission.GENESYS);
            sandbox.sendEvents(Vendor.GENESYS, webhook, settings.get("genesys.webhook-secret"));
            return new DemoRun(settings, folder, sandbox, application, err);
        } catch (Exception failed) {
            sandbox.close();
            throw failed;
        }
    }

    URI api() {
        return URI.create("http://127.0.0.1:" + application.port());
    }

    DemoReport run(List<DemoSubmission> submissions) throws InterruptedException {
        err.println("demo: hub at " + api() + ", vendors at " + sandbox.baseUrl() + ", data in " + folder);
        awaitSearch();
        err.println("demo: handing in " + submissions.size() + " recordings and media");
        long begin = System.nanoTime();
        handIn(submissions);
        List<String> chats = DemoChats.requests();
        chats.forEach(hub::inject);
        DemoReport.Engine engine = DemoEngine.applied(hub);
        JsonNode summary = awaitEnd(submissions.size() + chats.size());
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        return new DemoFindings(hub, submissions).report(summary, engine, events(), took, folder, api());
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

    private void handIn(List<DemoSubmission> submissions) {
        for (int from = 0; from < submissions.size(); from += BATCH) {
            List<DemoSubmission> batch = submissions.subList(from, Math.min(submissions.size(), from + BATCH));
            String lines = batch.stream().map(DemoRun::line).collect(Collectors.joining("\n"));
            JsonNode rejected = hub.submitBatch(lines).path("rejected");
            if (!rejected.isEmpty()) {
                throw new CommandFailed("the hub refused a submission: "
                        + rejected.get(0).path("error").asText());
            }
        }
    }

    private static String line(DemoSubmission submission) {
        try {
            return JSON.writeValueAsString(submission.request());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @return the last summary: of the end, or of a standstill */
    private JsonNode awaitEnd(int submissions) throws InterruptedException {
        Duration patience = STANDSTILL
                .plus(settings.duration("polling.initial-interval"))
                .plus(settings.duration("polling.max-interval"));
        try (Progress progress = Progress.of(err, Progress.onTerminal(), "demo: transcribed", submissions)) {
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

    /** A late event may be under way when all jobs have long ended. */
    private SandboxStats events() throws InterruptedException {
        long deadline = System.nanoTime() + LAST_EVENTS.toNanos();
        while (sandbox.stats().events().pending() > 0 && System.nanoTime() < deadline) {
            Thread.sleep(50);
        }
        return sandbox.stats();
    }

    @Override
    public void close() {
        application.close();
        sandbox.close();
    }
}
