package io.transcripthub.dispatch;

import io.transcripthub.ledger.Doorbell;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that looks for rows, waits until there may be more, and looks again. */
final class RowLoop {
    private static final Logger LOG = LoggerFactory.getLogger(RowLoop.class);

    /** Looks are at least this far apart, so that under load each finds many rows. */
    private static final Duration PAUSE = Duration.ofMillis(10);

    /** Rows that other nodes write ring no bell here. */
    static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    /**
     * @param atMost wait until the next look
     * @param untilRung whether new rows end the wait early
     */
    record Wait(Duration atMost, boolean untilRung) {
        static final Wait NONE = new Wait(Duration.ZERO, true);
    }

    /** One look for rows. */
    interface Look {
        Wait take();
    }

    private final Doorbell doorbell;
    private final Look look;
    private final Thread thread;
    private volatile boolean running = true;

    RowLoop(String name, Doorbell doorbell, Look look) {
        this.doorbell = doorbell;
        this.look = look;
        this.thread = new Thread(this::run, name);
        thread.start();
    }

    /** Returns when the look that is under way has ended. Never interrupts it: that would close files. */
    void stop() {
        running = false;
        doorbell.ring();
        try {
            thread.join();
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (running) {
                long heard = doorbell.rings();
                Wait wait = look();
                await(heard, wait);
                TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            }
        } catch (InterruptedException stopped) {
            LOG.warn("{} was interrupted", thread.getName());
        }
    }

    private Wait look() {
        try {
            return look.take();
        } catch (RuntimeException failed) {
            LOG.warn("{} finds no rows: {}", thread.getName(), failed.getMessage());
            return new Wait(LOOK_AGAIN, false);
        }
    }

    private void await(long heard, Wait wait) throws InterruptedException {
        if (wait.untilRung()) {
            doorbell.await(heard, wait.atMost());
            return;
        }
        long end = System.nanoTime() + wait.atMost().toNanos();
        while (running && System.nanoTime() < end) {
            doorbell.await(doorbell.rings(), Duration.ofNanos(end - System.nanoTime()));
        }
    }
}
