package io.transcripthub.analytics;

import io.transcripthub.analytics.Analytics.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The runs of interaction analytics in a hub, one after the other. The files of the last ones are kept. Threads may share it. */
public final class AnalyticsRuns implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AnalyticsRuns.class);
    private static final int KEPT = 20;
    private static final int LONGEST_STOP_SECONDS = 1;

    private final Analytics analytics;
    private final Path folder;
    private final Map<String, AnalyticsRun> runs = new LinkedHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "analytics");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean closing;

    /** @param folder in which each run gets one of its own */
    public AnalyticsRuns(Analytics analytics, Path folder) {
        this.analytics = analytics;
        this.folder = folder;
    }

    public Analytics analytics() {
        return analytics;
    }

    /** Begins a run, or names the one that is under way for the same period. */
    public synchronized AnalyticsRun start(Period period) {
        for (AnalyticsRun run : runs.values()) {
            if (run.period().equals(period) && !run.hasEnded()) {
                return run;
            }
        }
        String id = "run_" + UUID.randomUUID().toString().replace("-", "").substring(0, 24);
        AnalyticsRun run = new AnalyticsRun(id, period, folder.resolve(id), () -> closing);
        runs.put(id, run);
        forgetOld();
        worker.execute(() -> run.run(analytics));
        return run;
    }

    public synchronized Optional<AnalyticsRun> of(String id) {
        return Optional.ofNullable(runs.get(id));
    }

    /** Has a run of the schedule done, behind those that wait; returns when it has ended. None any more while the hub stops. */
    public void sync() {
        Watch watch = new Watch() {
            @Override
            public void at(String phase, long done, long total) {
                // the schedule has nobody who looks on
            }

            @Override
            public boolean stopped() {
                return closing;
            }
        };
        try {
            CompletableFuture.runAsync(() -> sync(watch), worker).join();
        } catch (RejectedExecutionException stopping) {
            LOG.debug("analytics: the hub stops");
        }
    }

    private void sync(Watch watch) {
        try {
            Ended ended = analytics.sync(folder.resolve("scheduled"), watch);
            ended.problems().forEach(words -> LOG.warn("analytics: {}", words));
            if (!ended.stopped()) {
                LOG.info(
                        "analytics: {} conversations, {} transcripts, {} gaps",
                        ended.conversations(),
                        ended.transcripts(),
                        ended.gaps());
            }
        } catch (IOException failed) {
            LOG.error("analytics: {}", failed.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void forgetOld() {
        List<String> ended = runs.values().stream()
                .filter(AnalyticsRun::hasEnded)
                .map(AnalyticsRun::id)
                .toList();
        for (String id : ended.subList(0, Math.max(0, Math.min(ended.size(), runs.size() - KEPT)))) {
            remove(runs.remove(id).folder());
        }
    }

    private static void remove(Path folder) {
        try {
            for (String name : Outputs.NAMES) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.deleteIfExists(folder);
        } catch (IOException kept) {
            LOG.warn("analytics: cannot remove {}", folder);
        }
    }

    /** From now on no request begins; the run that is under way keeps what it has fetched. Does not wait for it. */
    public void stop() {
        closing = true;
        worker.shutdown();
    }

    /** Waits a moment for the run that is under way: once the routes have stopped it has nothing more to wait for. */
    @Override
    public void close() {
        stop();
        try {
            if (!worker.awaitTermination(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
                worker.shutdownNow();
            }
        } catch (InterruptedException hurried) {
            worker.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
