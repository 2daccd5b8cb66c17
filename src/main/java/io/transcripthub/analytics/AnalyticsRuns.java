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
    /** As long as routes are waited for, which stop at the same time. */
    private static final long LONGEST_STOP_NANOS = TimeUnit.SECONDS.toNanos(16);

    private final Analytics analytics;
    private final Path folder;
    private final Map<String, AnalyticsRun> runs = new LinkedHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "analytics");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean closing;
    /** By {@link System#nanoTime}. */
    private long stopBegan;

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
        if (!closing) {
            stopBegan = System.nanoTime();
            closing = true;
            worker.shutdown();
        }
    }

    /** Waits for the run that is under way, as long as there is time since the stop began. */
    @Override
    public void close() {
        stop();
        try {
            long left = LONGEST_STOP_NANOS - (System.nanoTime() - stopBegan);
            if (!worker.awaitTermination(Math.max(left, TimeUnit.SECONDS.toNanos(1)), TimeUnit.NANOSECONDS)) {
                worker.shutdownNow();
            }
        } catch (InterruptedException hurried) {
            worker.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
