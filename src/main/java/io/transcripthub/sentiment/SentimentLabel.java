package io.transcripthub.sentiment;

import java.util.Locale;

/** Positive, neutral or negative. */
public enum SentimentLabel {
    POSITIVE,
    NEUTRAL,
    NEGATIVE;

    /** @param compound 0.05 and above is positive, -0.05 and below negative, as VADER's authors advise */
    public static SentimentLabel of(double compound) {
        if (compound >= 0.05) {
            return POSITIVE;
        }
        return compound <= -0.05 ? NEGATIVE : NEUTRAL;
    }

    /** {@code positive}, {@code neutral} or {@code negative}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
