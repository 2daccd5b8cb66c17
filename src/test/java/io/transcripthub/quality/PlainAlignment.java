package io.transcripthub.quality;

/** The textbook algorithm with its whole matrix, as the yardstick of the bit-parallel one. */
final class PlainAlignment {
    private final int[] reference;
    private final int[] hypothesis;
    private final int[][] cost;

    PlainAlignment(int[] reference, int[] hypothesis) {
        this.reference = reference;
        this.hypothesis = hypothesis;
        this.cost = new int[reference.length + 1][hypothesis.length + 1];
        for (int row = 0; row <= reference.length; row++) {
            for (int column = 0; column <= hypothesis.length; column++) {
                cost[row][column] = cheapest(row, column);
            }
        }
    }

    int distance() {
        return cost[reference.length][hypothesis.length];
    }

    WordAlignment alignment() {
        int row = reference.length;
        int column = hypothesis.length;
        int prefix = commonPrefix();
        int substitutions = 0;
        int deletions = 0;
        int insertions = 0;
        while (row > prefix || column > prefix) {
            if (row > prefix && column > prefix && cost[row][column] == diagonal(row, column)) {
                substitutions += same(row, column) ? 0 : 1;
                row--;
                column--;
            } else if (row > prefix && cost[row][column] == cost[row - 1][column] + 1) {
                deletions++;
                row--;
            } else {
                insertions++;
                column--;
            }
        }
        return new WordAlignment(substitutions, deletions, insertions);
    }

    private int cheapest(int row, int column) {
        if (row == 0 || column == 0) {
            return row + column;
        }
        return Math.min(diagonal(row, column), 1 + Math.min(cost[row - 1][column], cost[row][column - 1]));
    }

    private int diagonal(int row, int column) {
        return cost[row - 1][column - 1] + (same(row, column) ? 0 : 1);
    }

    private boolean same(int row, int column) {
        return reference[row - 1] == hypothesis[column - 1];
    }

    private int commonPrefix() {
        int prefix = 0;
        while (prefix < Math.min(reference.length, hypothesis.length) && reference[prefix] == hypothesis[prefix]) {
            prefix++;
        }
        return prefix;
    }
}
