package io.transcripthub.quality;

import java.util.function.UnaryOperator;

/**
 * Compares texts after the same redaction, so that a personal datum is one word on both sides and a hypothesis that was
 * redacted before it was kept is not counted as misheard.
 */
public final class RedactedComparison {
    private final UnaryOperator<String> redaction;

    public RedactedComparison(UnaryOperator<String> redaction) {
        this.redaction = redaction;
    }

    public WordErrorRate compare(String reference, String hypothesis) {
        return WordErrorRate.of(redaction.apply(reference), redaction.apply(hypothesis));
    }
}
