package io.transcripthub.cli;

import java.io.PrintWriter;

/** Progress of work in several phases, a bar each. */
final class Phases implements AutoCloseable {
    private final PrintWriter err;
    private String phase = "";
    private Progress progress;

    Phases(PrintWriter err) {
        this.err = err;
    }

    /** @param total 0 when it is not known; then nothing is shown */
    synchronized void at(String name, long done, long total) {
        if (total == 0) {
            return;
        }
        if (!name.equals(phase)) {
            close();
            phase = name;
            progress = Progress.of(err, Progress.onTerminal(), "analytics: " + name, total);
        }
        progress.at(done);
    }

    @Override
    public synchronized void close() {
        if (progress != null) {
            progress.close();
        }
    }
}
