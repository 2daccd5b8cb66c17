package io.transcripthub.engines;

/**
 * Interval for the difference of two proportions at 95 %: the square-and-add method on Wilson's score intervals, without
 * continuity correction (method 10 in R. G. Newcombe, Interval estimation for the difference between independent
 * proportions, Statistics in Medicine 17, 1998, pages 873-890).
 *
 * @param lower and upper: of first minus second, as fractions
 */
record ProportionsInterval(double lower, double upper) {
    /** The 97.5 % quantile of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    /** Wilson's score interval. */
    private record Wilson(double rate, double lower, double upper) {
        static Wilson of(double hits, double n) {
            double rate = hits / n;
            double centre = 2 * hits + Z * Z;
            double spread = Z * Math.sqrt(Z * Z + 4 * hits * (1 - rate));
            double both = 2 * (n + Z * Z);
            return new Wilson(rate, (centre - spread) / both, (centre + spread) / both);
        }
    }

    static ProportionsInterval of(double hits1, double n1, double hits2, double n2) {
        Wilson first = Wilson.of(hits1, n1);
        Wilson second = Wilson.of(hits2, n2);
        double difference = first.rate - second.rate;
        return new ProportionsInterval(
                difference - Math.hypot(first.rate - first.lower, second.upper - second.rate),
                difference + Math.hypot(first.upper - first.rate, second.rate - second.lower));
    }
}
