package io.transcripthub.redaction;

/**
 * When a redacted entity was said, so that the recording can be muted there.
 *
 * @param start seconds from the call's start
 * @param end seconds from the call's start
 */
public record RedactedSpan(EntityType type, double start, double end) {
    /** A recognizer's times and an even pace are not exact. */
    private static final double MARGIN_SECONDS = 0.3;

    /** By an even pace over the characters of the utterance, widened a little within it; null where it has no times. */
    static RedactedSpan of(Entity entity, Spoken utterance) {
        if (utterance.start() == null || utterance.end() == null || utterance.end() < utterance.start()) {
            return null;
        }
        double pace = (utterance.end() - utterance.start()) / utterance.text().length();
        double start = utterance.start() + entity.start() * pace - MARGIN_SECONDS;
        double end = utterance.start() + entity.end() * pace + MARGIN_SECONDS;
        return new RedactedSpan(
                entity.type(), millis(Math.max(utterance.start(), start)), millis(Math.min(utterance.end(), end)));
    }

    private static double millis(double seconds) {
        return Math.round(seconds * 1000) / 1000.0;
    }
}
