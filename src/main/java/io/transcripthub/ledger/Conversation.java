package io.transcripthub.ledger;

import java.time.Instant;

/**
 * A conversation that a vendor's analytics listed, and what became of its transcript.
 *
 * @param seq key of its row
 * @param status how its transcript stands
 * @param reason why there is none, with the HTTP status; null otherwise
 * @param attempts how often the transcript was asked for
 * @param transcript null unless it was fetched
 */
public record Conversation(
        long seq, String account, Listed listed, Status status, String reason, int attempts, Analysed transcript) {
    /** How a transcript stands. */
    public enum Status {
        /** It was not asked for yet. */
        WANTED,
        /** It is there. */
        FETCHED,
        /** The vendor has none, or none yet. */
        ABSENT,
        /** It could not be had or not be read. */
        FAILED
    }

    /**
     * What the list says of a conversation.
     *
     * @param start null when the vendor did not say
     * @param durationSeconds null when the vendor did not say
     * @param disposition how it ended, in the vendor's or an agent's word; null when the vendor did not say
     */
    public record Listed(String conversationId, Instant start, Double durationSeconds, String disposition) {}

    /**
     * A transcript as it is kept.
     *
     * @param utterances redacted, as JSON
     * @param sentiment of the text as it was before, as JSON; figures only
     * @param redactions entities by type, as JSON
     * @param others lines that are nobody's text: of other authors than agent and customer, or without text
     */
    public record Analysed(String utterances, String sentiment, String redactions, int others) {}

    /**
     * What came of asking for a transcript.
     *
     * @param reason null unless it is absent or failed
     * @param due when it is to be asked for again, null for never
     * @param transcript null unless it was fetched
     */
    public record Asked(long seq, Status status, String reason, Instant due, Analysed transcript) {}
}
