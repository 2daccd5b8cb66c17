package io.transcripthub.cli;

import io.transcripthub.analytics.Period;
import io.transcripthub.analytics.Watch;
import io.transcripthub.app.AnalyticsApplication;
import io.transcripthub.app.RouteFiles;
import io.transcripthub.settings.Settings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;

/** Interaction analytics in this process. SIGTERM and SIGINT let it keep what was fetched. */
final class OwnAnalytics implements AnalyticsAccess {
    private final AnalyticsApplication application;
    private final PrintWriter err;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean stopped;

    private OwnAnalytics(AnalyticsApplication application, PrintWriter err) {
        this.application = application;
        this.err = err;
    }

    static OwnAnalytics open(Settings settings, PrintWriter err) throws Exception {
        OwnAnalytics own = new OwnAnalytics(
                AnalyticsApplication.start(settings, RouteFiles.folder(null), InstantSource.system()), err);
        Runtime.getRuntime().addShutdownHook(new Thread(own::stop, "analytics-stop"));
        return own;
    }

    @Override
    public Outcome run(Period period, Path folder) throws Exception {
        try (Phases phases = new Phases(err)) {
            return Outcome.of(
                    application.analytics().run(period, folder, new Watch() {
                        @Override
                        public void at(String phase, long done, long total) {
                            phases.at(phase, done, total);
                        }

                        @Override
                        public boolean stopped() {
                            return stopped;
                        }
                    }),
                    folder);
        }
    }

    /** Holds the process until what was fetched is written. */
    private void stop() {
        stopped = true;
        try {
            closed.await();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        application.close();
        closed.countDown();
    }
}
