package io.transcripthub.ledger;

import java.time.Instant;

/**
 * A request that did not bring what it should have, and will be tried again.
 *
 * @param reason in words, fit for an operator; never transcript text
 * @param notBefore earliest time of the next try as the other side asked for it, or null
 */
public record Fault(Kind kind, String reason, Instant notBefore) {
    /** What went wrong decides how often it is tried again. */
    public enum Kind {
        /** Nothing was sent: no token, or the list of languages could not be had. */
        NOT_SENT(0, 100),
        /** The other side asked to be asked less. */
        BUSY(1, 100),
        /** The other side is broken or out of reach. */
        AWAY(1, 100),
        /**
         * The request went out and no usable answer came back. A submission may have been accepted all the same, so it
         * is repeated less often; a poll may be repeated until the job's deadline.
         */
        UNANSWERED(1, 5),
        /**
         * A gateway answered in the other side's place (502, 504), which may have done what it was asked. An outage behind a
         * gateway looks the same, so it is repeated as often as when the other side is away.
         */
        UNSURE(1, 100);

        final int requests;
        final int limit;

        Kind(int requests, int limit) {
            this.requests = requests;
            this.limit = limit;
        }

        /** Whether the other side may have done what it was asked, although it did not say so. */
        boolean mayBeDone() {
            return this == UNANSWERED || this == UNSURE;
        }
    }
}
