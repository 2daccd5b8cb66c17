package io.transcripthub.sentiment;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How a text feels, on VADER's scales. A text without words has 0 everywhere, and says nothing.
 *
 * @param compound all words together, -1 (most negative) to 1 (most positive), four decimals
 * @param positive share of the text that is positive, 0 to 1, three decimals
 * @param neutral share that is neutral
 * @param negative share that is negative
 * @param words how many words and emoticons the text was read as
 */
public record Sentiment(double compound, double positive, double neutral, double negative, int words) {
    private static final Sentiment NONE = new Sentiment(0, 0, 0, 0, 0);

    /** Closer to a tie than this, only exact arithmetic can tell which way a product of doubles is to be rounded. */
    private static final double UNSURE = 1e-6;

    /** Of a text without words. */
    public static Sentiment none() {
        return NONE;
    }

    /** By the thresholds of VADER's authors. */
    public SentimentLabel label() {
        return SentimentLabel.of(compound);
    }

    /** {@code {"compound":0.6369,"pos":0.412,"neu":0.588,"neg":0.000}}. */
    public String toJson() {
        StringBuilder json = new StringBuilder(64).append("{\"compound\":");
        append(json, compound, 4);
        append(json.append(",\"pos\":"), positive, 3);
        append(json.append(",\"neu\":"), neutral, 3);
        append(json.append(",\"neg\":"), negative, 3);
        return json.append('}').toString();
    }

    /**
     * Rounds as Python's {@code round} does: the exact value of the double, a tie to the even digit. There is no minus
     * zero.
     *
     * @param value at most 1e6 away from 0
     */
    static double rounded(double value, int decimals) {
        double power = power(decimals);
        double scaled = value * power;
        double floor = Math.floor(scaled);
        double units = Math.abs(scaled - floor - 0.5) < UNSURE ? exactly(value, decimals) : Math.rint(scaled);
        return (units + 0.0) / power;
    }

    private static double exactly(double value, int decimals) {
        return new BigDecimal(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .movePointRight(decimals)
                .doubleValue();
    }

    private static void append(StringBuilder json, double value, int decimals) {
        long power = (long) power(decimals);
        long units = Math.round(Math.abs(value) * power);
        json.append(value < 0 ? "-" : "").append(units / power).append('.');
        json.append(Long.toString(power + units % power), 1, decimals + 1);
    }

    private static double power(int decimals) {
        return decimals == 4 ? 1e4 : 1e3;
    }
}
