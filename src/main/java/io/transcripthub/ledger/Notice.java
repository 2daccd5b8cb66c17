package io.transcripthub.ledger;

import java.time.Instant;

/**
 * A row of the ledger: what a sink is told that is not about a job.
 *
 * @param eventId the same over all attempts
 * @param type of the event, such as {@code engine.changed}
 * @param data the event's data as JSON
 * @param attempts tries so far
 * @param version grows with each write; a write that expects another version is dropped
 */
public record Notice(
        long seq,
        String eventId,
        String account,
        String type,
        String data,
        String sink,
        int attempts,
        Instant createdAt,
        long version) {}
