package io.transcripthub.ledger;

import java.util.Map;

/**
 * What the ledger keeps of a transcript, and what is told of it. All text is redacted.
 *
 * @param document the search document as JSON
 * @param averageConfidence mean over the utterances that have one, null without any
 * @param wordErrorRate null without a reference
 * @param redactions entities by type
 */
public record Transcribed(
        String document,
        Double averageConfidence,
        Double wordErrorRate,
        Latency latency,
        Map<String, Integer> redactions) {

    /**
     * Where the time went, in seconds.
     *
     * @param queue until the vendor accepted the recording
     * @param vendor until the vendor answered with the result
     * @param processing until the document was made
     */
    public record Latency(double queue, double vendor, double processing) {
        public double total() {
            return Math.round((queue + vendor + processing) * 1_000) / 1_000.0;
        }
    }
}
