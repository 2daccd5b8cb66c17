package io.transcripthub.ledger;

import java.util.Map;

/**
 * What the ledger keeps of a transcript. All text is redacted.
 *
 * @param document the search document as JSON
 * @param averageConfidence mean over the utterances that have one, null without any
 * @param latencySeconds from intake to the finished document
 * @param redactions entities by type
 */
public record Transcribed(
        String document, Double averageConfidence, double latencySeconds, Map<String, Integer> redactions) {}
