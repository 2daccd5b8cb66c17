package io.transcripthub.analytics;

import io.transcripthub.ledger.Conversation;
import io.transcripthub.sentiment.InteractionSentiment;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A conversation with what is known of it.
 *
 * @param said what was said, redacted; empty without a transcript
 * @param sentiment null without a transcript
 * @param redactions entities by type
 */
record Interaction(
        Conversation row,
        String outcome,
        List<Said> said,
        InteractionSentiment sentiment,
        Map<String, Integer> redactions) {
    boolean hasTranscript() {
        return sentiment != null;
    }

    String id() {
        return row.listed().conversationId();
    }

    String text() {
        return said.stream().map(Said::text).collect(Collectors.joining(" "));
    }
}
