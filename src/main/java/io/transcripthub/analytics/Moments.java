package io.transcripthub.analytics;

/** Number, mean and spread of scores, without the scores. */
final class Moments {
    /** 97.5th percentile of the normal distribution. */
    private static final double Z = 1.96;

    private int n;
    private double mean;
    private double squares;

    /** By Welford (1962): sums of squares would cancel out. */
    void add(double score) {
        n++;
        double delta = score - mean;
        mean += delta / n;
        squares += delta * (score - mean);
    }

    int n() {
        return n;
    }

    double mean() {
        return mean;
    }

    /** Half the width of the 95 % interval of the mean, 0 for a single score. */
    double reach() {
        return n < 2 ? 0 : Z * Math.sqrt(squares / (n - 1) / n);
    }
}
