package io.transcripthub.analytics;

import io.transcripthub.analytics.Analytics.Ended;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run in a hub: how far it is, and how it has ended. */
public final class AnalyticsRun {
    private static final Logger LOG = LoggerFactory.getLogger(AnalyticsRun.class);

    private final String id;
    private final Period period;
    private final Path folder;
    private final BooleanSupplier stopping;
    private volatile Progress progress = new Progress("waiting", 0, 0);
    private volatile Ended ended;
    private volatile String failure;

    /** How far it is; total is 0 when it is not known. */
    public record Progress(String phase, long done, long total) {}

    AnalyticsRun(String id, Period period, Path folder, BooleanSupplier stopping) {
        this.id = id;
        this.period = period;
        this.folder = folder;
        this.stopping = stopping;
    }

    public String id() {
        return id;
    }

    public Period period() {
        return period;
    }

    /** Where its files are, once it has ended. */
    public Path folder() {
        return folder;
    }

    public Progress progress() {
        return progress;
    }

    /** Null until it has ended, and when it has failed. */
    public Ended ended() {
        return ended;
    }

    /** Why it has failed, in words; null unless it has. */
    public String failure() {
        return failure;
    }

    boolean hasEnded() {
        return ended != null || failure != null;
    }

    void run(Analytics analytics) {
        try {
            ended = analytics.run(period, folder, new Watch() {
                @Override
                public void at(String phase, long done, long total) {
                    progress = new Progress(phase, done, total);
                }

                @Override
                public boolean stopped() {
                    return stopping.getAsBoolean();
                }
            });
        } catch (IOException failed) {
            failure = "the files could not be written: " + Outputs.reason(failed);
        } catch (InterruptedException stopped) {
            failure = "the hub was stopped";
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            LOG.error("analytics: {}", failed.getClass().getSimpleName());
            failure = "the hub failed; its log says why";
        }
    }
}
