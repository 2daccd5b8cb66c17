package io.transcripthub.quality;

import java.util.Arrays;

/**
 * Edits of one minimum edit distance alignment of two sequences of word ids, found in the order that
 * {@link WordErrorRate} describes.
 */
record WordAlignment(int substitutions, int deletions, int insertions) {

    /** Aligns word ids, which count from 0. */
    static WordAlignment of(int[] reference, int[] hypothesis) {
        int prefix = Arrays.mismatch(reference, hypothesis);
        if (prefix < 0) {
            return new WordAlignment(0, 0, 0);
        }
        int suffix = commonSuffix(reference, hypothesis, prefix);
        return new Backtrace(
                        Arrays.copyOfRange(reference, prefix, reference.length - suffix),
                        Arrays.copyOfRange(hypothesis, prefix, hypothesis.length - suffix))
                .alignment();
    }

    int distance() {
        return substitutions + deletions + insertions;
    }

    private static int commonSuffix(int[] reference, int[] hypothesis, int prefix) {
        int most = Math.min(reference.length, hypothesis.length) - prefix;
        int suffix = 0;
        while (suffix < most
                && reference[reference.length - 1 - suffix] == hypothesis[hypothesis.length - 1 - suffix]) {
            suffix++;
        }
        return suffix;
    }
}
