package io.transcripthub.transcripts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A transcript on its way from a vendor's answer to the sinks.
 *
 * @param language BCP 47 tag, or null
 * @param utterances in the vendor's order
 * @param reference redacted human transcript to score against, or null
 * @param redactions redacted entities by type; null as long as it has not been redacted
 * @param redactedSpans when redacted entities were said, where the vendor gave times
 * @param quality null as long as it has not been scored
 */
public record Transcript(
        String language,
        List<Utterance> utterances,
        String reference,
        Map<String, Integer> redactions,
        List<RedactedSpan> redactedSpans,
        Quality quality) {
    public Transcript {
        redactedSpans = List.copyOf(redactedSpans);
        utterances = List.copyOf(utterances);
    }

    /** As it comes from the vendor. */
    public static Transcript received(String language, List<Utterance> utterances, String reference) {
        return new Transcript(language, utterances, reference, null, List.of(), null);
    }

    public List<String> texts() {
        return utterances.stream().map(Utterance::text).toList();
    }

    /** All that was said, utterances separated by a space. */
    public String text() {
        return utterances.stream().map(Utterance::text).collect(Collectors.joining(" "));
    }

    /**
     * @param labels applied to the speakers' labels, which are a vendor's text as well
     * @param texts in place of the utterances' texts
     */
    public Transcript redacted(
            UnaryOperator<String> labels, List<String> texts, Map<String, Integer> counts, List<RedactedSpan> spans) {
        List<Utterance> redacted = new ArrayList<>(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            Utterance spoken = utterances.get(i);
            String label = spoken.speaker() == null ? null : labels.apply(spoken.speaker());
            redacted.add(spoken.redacted(label, texts.get(i)));
        }
        return new Transcript(language, redacted, reference, Map.copyOf(counts), spans, quality);
    }

    public Transcript scored(Quality score) {
        return new Transcript(language, utterances, reference, redactions, redactedSpans, score);
    }
}
