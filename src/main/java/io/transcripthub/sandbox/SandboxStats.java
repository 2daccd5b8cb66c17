package io.transcripthub.sandbox;

import java.util.Map;

/**
 * What the sandbox has seen since its start; also the JSON of {@code GET /sandbox/stats}.
 *
 * @param requests answers by operation (token, models, submit, poll, submit_media, poll_media, speech, chat, webhook, other) and
 *     status code; a request without an answer is only in {@code faults}
 * @param faults faults that struck, by operation (event, too) and name
 * @param submissions submissions accepted, by all vendors together
 * @param duplicateSubmissions recordings, media, chats, speech engines and webhooks that were accepted more than once, with how
 *     often
 * @param requestsBeforeRetryAfter requests for a recording or job that came earlier than its last 429 allowed
 */
public record SandboxStats(
        Map<String, Map<Integer, Long>> requests,
        Map<String, Map<String, Long>> faults,
        long tokensIssued,
        long submissions,
        Map<String, Integer> duplicateSubmissions,
        long requestsBeforeRetryAfter,
        Webhooks webhooks,
        Events events) {

    /**
     * Deliveries answered with 200.
     *
     * @param total all of them
     * @param distinct different webhook ids
     * @param duplicates deliveries of an id that had been delivered before
     * @param byType distinct ids by event type
     * @param eventsUnderSeveralIds events (type and transcriptionId, of chats conversationId) that came under more than one webhook id
     */
    public record Webhooks(
            long total, long distinct, long duplicates, Map<String, Long> byType, long eventsUnderSeveralIds) {}

    /**
     * Requests of all vendors to a hub's webhooks.
     *
     * @param sent events sent, each once, however often it was repeated
     * @param doubled of these, the events that were sent twice
     * @param forged events sent that a hub has to refuse, beside the others
     * @param lost events that should have been sent
     * @param answered attempts by the status that answered them, without the forged ones
     * @param answeredForged the same of forged ones
     * @param unanswered attempts without an answer
     * @param pending requests under way or waiting to be repeated
     */
    public record Events(
            long sent,
            long doubled,
            long forged,
            long lost,
            Map<Integer, Long> answered,
            Map<Integer, Long> answeredForged,
            long unanswered,
            long pending) {}

    /** Answers to an operation with a status code. */
    public long requests(String operation, int status) {
        return requests.getOrDefault(operation, Map.of()).getOrDefault(status, 0L);
    }

    /** How often a fault struck an operation. */
    public long faults(String operation, Fault fault) {
        return faults.getOrDefault(operation, Map.of()).getOrDefault(fault.label(), 0L);
    }
}
