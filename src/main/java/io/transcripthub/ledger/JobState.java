package io.transcripthub.ledger;

/** Where a job stands. */
public enum JobState {
    /** Waits to be submitted. */
    QUEUED,
    /** The vendor works on it. */
    SUBMITTED,
    /** The result is held, deliveries are under way. */
    COMPLETED,
    /** Every configured sink has it. */
    DELIVERED,
    /** The vendor refused it or could not do it. */
    FAILED,
    /** Given up by the hub: deadline or attempts used up, or redaction failed. A retry sends it again. */
    DEAD;

    /** Whether the vendor's part is over, well or badly. */
    public boolean ended() {
        return this != QUEUED && this != SUBMITTED;
    }
}
