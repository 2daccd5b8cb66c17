package io.transcripthub.outcomes;

import java.util.Arrays;

/**
 * How the scores of one outcome are spread.
 *
 * @param n how many scores
 * @param mean null without any, as all that follows
 * @param median the middle score, or the mean of the two middle ones
 * @param lowerQuartile a quarter of the way through the sorted scores, interpolated linearly (Hyndman and Fan's type 7, the
 *     default of R and NumPy)
 * @param upperQuartile three quarters of the way
 * @param interval 95 % interval of the mean: mean ± t · s / √n, where s is the standard deviation with n - 1 and t the
 *     97.5th percentile of Student's distribution with n - 1 degrees of freedom; null when there are {@linkplain #tooFew
 *     too few}
 */
public record Distribution(
        int n, Double mean, Double median, Double lowerQuartile, Double upperQuartile, Interval interval) {
    /** Fewer scores than this say nothing of a mean: with four, t is above 3, and one odd call decides. */
    public static final int ENOUGH = 5;

    private static final Distribution NONE = new Distribution(0, null, null, null, null, null);

    /** From low to high. */
    public record Interval(double low, double high) {}

    public static Distribution of(double... scores) {
        if (scores.length == 0) {
            return NONE;
        }
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        double mean = Arrays.stream(sorted).average().orElseThrow();
        return new Distribution(
                sorted.length,
                mean,
                quantile(sorted, 0.5),
                quantile(sorted, 0.25),
                quantile(sorted, 0.75),
                sorted.length < ENOUGH ? null : interval(sorted, mean));
    }

    /** Whether there are fewer than {@link #ENOUGH} scores. */
    public boolean tooFew() {
        return n < ENOUGH;
    }

    /** {@code too few to say: 3 scores, at least 5 are needed}, or what the interval says of the mean. */
    public String words() {
        if (tooFew()) {
            return "too few to say: " + n + (n == 1 ? " score" : " scores") + ", at least " + ENOUGH + " are needed";
        }
        if (interval.low() > 0) {
            return "more positive than negative";
        }
        return interval.high() < 0 ? "more negative than positive" : "neither positive nor negative for certain";
    }

    private static double quantile(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    private static Interval interval(double[] scores, double mean) {
        double squares = Arrays.stream(scores)
                .map(score -> (score - mean) * (score - mean))
                .sum();
        double error = Math.sqrt(squares / (scores.length - 1) / scores.length);
        double reach = StudentT.percentile975(scores.length - 1) * error;
        return new Interval(mean - reach, mean + reach);
    }
}
