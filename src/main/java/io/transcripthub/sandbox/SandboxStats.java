package io.transcripthub.sandbox;

import java.util.Map;

/**
 * What the sandbox has seen since its start; also the JSON of {@code GET /sandbox/stats}.
 *
 * @param requests answers by operation (token, models, submit, poll, webhook, other) and status code; a request without
 *     an answer is only in {@code faults}
 * @param faults faults that struck, by operation and name
 * @param submissions submissions accepted with 202
 * @param duplicateSubmissions recordings that were accepted more than once, with how often
 * @param requestsBeforeRetryAfter requests for a recording or job that came earlier than its last 429 allowed
 */
public record SandboxStats(
        Map<String, Map<Integer, Long>> requests,
        Map<String, Map<String, Long>> faults,
        long tokensIssued,
        long submissions,
        Map<String, Integer> duplicateSubmissions,
        long requestsBeforeRetryAfter,
        Webhooks webhooks) {

    /**
     * Deliveries answered with 200.
     *
     * @param total all of them
     * @param distinct different webhook ids
     * @param duplicates deliveries of an id that had been delivered before
     * @param byType distinct ids by event type
     * @param eventsUnderSeveralIds events (type and transcriptionId) that came under more than one webhook id
     */
    public record Webhooks(
            long total, long distinct, long duplicates, Map<String, Long> byType, long eventsUnderSeveralIds) {}

    /** Answers to an operation with a status code. */
    public long requests(String operation, int status) {
        return requests.getOrDefault(operation, Map.of()).getOrDefault(status, 0L);
    }

    /** How often a fault struck an operation. */
    public long faults(String operation, Fault fault) {
        return faults.getOrDefault(operation, Map.of()).getOrDefault(fault.label(), 0L);
    }
}
