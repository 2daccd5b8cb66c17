package io.transcripthub.ledger;

import java.time.Duration;
import java.time.Instant;

/**
 * A row of the ledger: an event whose transcription has not ended, or that no job knows.
 *
 * @param attempts how often it was looked at in vain
 * @param version grows with each write; a write that expects another version is dropped
 */
public record WaitingEvent(long seq, VendorEvent event, int attempts, Instant receivedAt, long version) {
    /** An event whose transcription is still unknown then is reported. */
    private static final Duration PATIENCE = Duration.ofHours(24);

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    private static final int MOST_DOUBLINGS = 10;

    /**
     * Waits 1 s, then twice as long each time, 10 min at most.
     *
     * @param notBefore until when the vendor asked not to be asked, or null
     */
    Instant dueAgain(Instant now, Instant notBefore) {
        Duration wait = Duration.ofSeconds(1L << Math.min(attempts, MOST_DOUBLINGS));
        Instant ours = now.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
        return notBefore == null || notBefore.isBefore(ours) ? ours : notBefore;
    }

    boolean isGivenUp(Instant now) {
        return !now.isBefore(receivedAt.plus(PATIENCE));
    }
}
