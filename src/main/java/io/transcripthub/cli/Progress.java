package io.transcripthub.cli;

import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far long work is: a bar on a terminal, else a line at each quarter. */
final class Progress implements AutoCloseable {
    private static final int QUARTERS = 4;

    private final PrintWriter err;
    private final String task;
    private final long max;
    private final ProgressBar bar;
    private long reported;

    private Progress(PrintWriter err, String task, long max, ProgressBar bar) {
        this.err = err;
        this.task = task;
        this.max = max;
        this.bar = bar;
    }

    /**
     * @param err standard error
     * @param terminal whether that is a terminal
     * @param max at least 1
     */
    static Progress of(PrintWriter err, boolean terminal, String task, long max) {
        return new Progress(err, task, max, terminal ? bar(task, max) : null);
    }

    /** Whether standard error is a terminal; only the launcher can tell, Java 17 cannot. */
    static boolean onTerminal() {
        return Boolean.getBoolean("hub.terminal");
    }

    void at(long done) {
        if (bar != null) {
            bar.stepTo(done);
        } else if (done * QUARTERS / max > reported) {
            reported = done * QUARTERS / max;
            err.println(task + ": " + done + " of " + max);
        }
    }

    private static ProgressBar bar(String task, long max) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(max)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(100)
                .hideEta()
                .build();
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
