package io.transcripthub.transcripts;

import io.transcripthub.quality.WordErrorRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;

/**
 * How good a transcript is.
 *
 * @param averageConfidence mean over the utterances that have one, four decimals; null without any
 * @param wordErrors against the reference; null without one
 */
public record Quality(Double averageConfidence, WordErrorRate wordErrors) {
    /** @param transcript redacted, as its reference is */
    public static Quality of(Transcript transcript) {
        String reference = transcript.reference();
        return new Quality(
                average(transcript.utterances()),
                reference == null ? null : WordErrorRate.of(reference, transcript.text()));
    }

    /** Null without a reference, or with one that has no words. */
    public Double wordErrorRate() {
        return wordErrors == null ? null : wordErrors.rate();
    }

    private static Double average(List<Utterance> utterances) {
        var mean = utterances.stream()
                .map(Utterance::confidence)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .average();
        return mean.isEmpty()
                ? null
                : BigDecimal.valueOf(mean.getAsDouble())
                        .setScale(4, RoundingMode.HALF_EVEN)
                        .doubleValue();
    }
}
