package io.transcripthub.quality;

import java.util.Arrays;

/**
 * One column of the edit distance matrix D (rows: reference words, columns: hypothesis words) as differences between
 * neighbouring cells, a bit a row in blocks of 64. Moves to the next column by the bit-parallel algorithm of
 * G. Myers, "A fast bit-vector algorithm for approximate string matching based on dynamic programming", JACM 46(3),
 * 1999, in the form of H. Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances", Nordic
 * Journal of Computing 10, 2003.
 *
 * <ul>
 *   <li>plus: rows i where D[i][j] = D[i-1][j] + 1
 *   <li>minus: rows i where D[i][j] = D[i-1][j] - 1
 *   <li>diagonal: rows i where D[i][j] = D[i-1][j-1]
 * </ul>
 */
final class Column {
    private final long[] plus;
    private final long[] minus;
    private final long[] diagonal;

    private Column(long[] plus, long[] minus, long[] diagonal) {
        this.plus = plus;
        this.minus = minus;
        this.diagonal = diagonal;
    }

    /** The column before the first hypothesis word, where D[i][0] = i. */
    static Column first(int blocks) {
        long[] plus = new long[blocks];
        Arrays.fill(plus, -1L);
        return new Column(plus, new long[blocks], new long[blocks]);
    }

    Column copy() {
        return new Column(plus.clone(), minus.clone(), diagonal.clone());
    }

    /** @param matches rows whose reference word is the hypothesis word of the next column */
    void advance(long[] matches) {
        long carryPlus = 1;
        long carryMinus = 0;
        for (int block = 0; block < matches.length; block++) {
            long up = plus[block];
            long down = minus[block];
            long zero = matches[block] | carryMinus;
            long same = (((zero & up) + up) ^ up) | zero | down;
            long rightPlus = down | ~(same | up);
            long rightMinus = same & up;
            long shiftedPlus = rightPlus << 1 | carryPlus;
            long shiftedMinus = rightMinus << 1 | carryMinus;
            carryPlus = rightPlus >>> 63;
            carryMinus = rightMinus >>> 63;
            plus[block] = shiftedMinus | ~(same | shiftedPlus);
            minus[block] = shiftedPlus & same;
            diagonal[block] = same;
        }
    }

    boolean increases(int row) {
        return isSet(plus, row);
    }

    boolean equalsDiagonal(int row) {
        return isSet(diagonal, row);
    }

    private static boolean isSet(long[] bits, int row) {
        return (bits[row >>> 6] >>> row & 1) != 0;
    }
}
