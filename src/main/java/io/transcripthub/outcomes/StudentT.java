package io.transcripthub.outcomes;

/**
 * Student's t distribution: how many standard errors around a mean hold 95 % of it. Up to 30 degrees of freedom from a table,
 * whose first three decimals are those of the NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.6.7.2; beyond,
 * by the expansion of Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.5. Six decimals are exact.
 */
final class StudentT {
    private static final double[] UP_TO_30 = {
        12.706205, 4.302653, 3.182446, 2.776445, 2.570582, 2.446912, 2.364624, 2.306004, 2.262157, 2.228139,
        2.200985, 2.178813, 2.160369, 2.144787, 2.131450, 2.119905, 2.109816, 2.100922, 2.093024, 2.085963,
        2.079614, 2.073873, 2.068658, 2.063899, 2.059539, 2.055529, 2.051831, 2.048407, 2.045230, 2.042272
    };

    /** The normal distribution's 97.5th percentile. */
    private static final double Z = 1.959963984540054;

    private StudentT() {}

    /** @param degreesOfFreedom at least 1 */
    static double percentile975(int degreesOfFreedom) {
        return degreesOfFreedom <= UP_TO_30.length ? UP_TO_30[degreesOfFreedom - 1] : expansion(degreesOfFreedom);
    }

    private static double expansion(double freedom) {
        double z2 = Z * Z;
        double first = (z2 + 1) * Z / 4;
        double second = ((5 * z2 + 16) * z2 + 3) * Z / 96;
        double third = (((3 * z2 + 19) * z2 + 17) * z2 - 15) * Z / 384;
        double fourth = ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) * Z / 92160;
        return Z + (first + (second + (third + fourth / freedom) / freedom) / freedom) / freedom;
    }
}
