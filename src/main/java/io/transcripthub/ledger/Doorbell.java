package io.transcripthub.ledger;

import java.time.Duration;

/** Wakes those who wait for rows when some were written. */
public final class Doorbell {
    private long rings;

    public synchronized void ring() {
        rings++;
        notifyAll();
    }

    /** How often it rang so far; to be taken before looking for rows. */
    public synchronized long rings() {
        return rings;
    }

    /** Returns when it has rung more often than {@code heard}, or after {@code atMost}. */
    public synchronized void await(long heard, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        for (long left = atMost.toMillis(); rings == heard && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }
}
