package io.transcripthub.ledger;

import java.time.Instant;

/**
 * A notice as it stands.
 *
 * @param reason why its last attempt failed, or null
 * @param dueAt time of its next attempt, null when there is none
 * @param leased whether a node holds it just now
 */
public record NoticeStatus(
        Notice notice, DeliveryState state, String reason, Instant dueAt, Instant updatedAt, boolean leased) {}
