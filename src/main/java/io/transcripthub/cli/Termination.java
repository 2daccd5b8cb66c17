package io.transcripthub.cli;

import java.util.concurrent.CountDownLatch;

/** The end of a command that runs until SIGTERM or SIGINT. */
final class Termination {
    private Termination() {}

    /**
     * From now on a signal closes what runs and ends the process with 0, or with 1 when closing fails. To be called before
     * the command says that it is ready.
     *
     * <p>The JVM is halted, since it would otherwise report the signal, 143 or 130, as its exit code.
     */
    static Termination closing(AutoCloseable running) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(running), "termination"));
        return new Termination();
    }

    /** Does not return. */
    int await() throws InterruptedException {
        new CountDownLatch(1).await();
        return 0;
    }

    private static void end(AutoCloseable running) {
        int status = 1;
        try {
            running.close();
            status = 0;
        } catch (Exception e) {
            System.err.println("closing failed: " + e.getMessage());
        } finally {
            Runtime.getRuntime().halt(status);
        }
    }
}
