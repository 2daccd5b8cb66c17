package io.transcripthub.ledger;

/** Where a delivery to one sink stands. */
public enum DeliveryState {
    PENDING,
    DELIVERED,
    /** A dead letter: refused, or all attempts used up. */
    DEAD
}
