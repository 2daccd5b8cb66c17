package io.transcripthub.quality;

import java.util.stream.IntStream;

/**
 * Walks back through the edit distance matrix and counts the edits. Keeping every column would take words × words bits,
 * so only every √words-th is kept on the way forth, and those between are computed again on the way back.
 */
final class Backtrace {
    private final int[] reference;
    private final int[] hypothesis;
    private final WordOccurrences occurrences;
    private final long[] matches;
    private final int stride;

    private int row;
    private int column;
    private int substitutions;
    private int deletions;
    private int insertions;

    Backtrace(int[] reference, int[] hypothesis) {
        this.reference = reference;
        this.hypothesis = hypothesis;
        this.occurrences = new WordOccurrences(reference, vocabulary(reference, hypothesis));
        this.matches = new long[(reference.length + 63) >>> 6];
        this.stride = Math.max(1, (int) Math.sqrt(hypothesis.length));
        this.row = reference.length;
        this.column = hypothesis.length;
    }

    WordAlignment alignment() {
        Column[] kept = keptColumns();
        while (row > 0 && column > 0) {
            int start = (column - 1) / stride * stride;
            walk(columnsAfter(start, kept[start / stride]), start);
        }
        return new WordAlignment(substitutions, deletions + row, insertions + column);
    }

    /** The columns before the hypothesis words 0, stride, 2 × stride, ... */
    private Column[] keptColumns() {
        Column[] kept = new Column[hypothesis.length / stride + 1];
        Column current = Column.first(matches.length);
        for (int word = 0; word < hypothesis.length; word++) {
            if (word % stride == 0) {
                kept[word / stride] = current.copy();
            }
            advance(current, word);
        }
        return kept;
    }

    private Column[] columnsAfter(int start, Column current) {
        Column[] columns = new Column[column - start];
        for (int each = 0; each < columns.length; each++) {
            advance(current, start + each);
            columns[each] = current.copy();
        }
        return columns;
    }

    private void advance(Column current, int word) {
        occurrences.mark(hypothesis[word], matches);
        current.advance(matches);
        occurrences.clear(hypothesis[word], matches);
    }

    private void walk(Column[] columns, int start) {
        while (row > 0 && column > start) {
            step(columns[column - 1 - start]);
        }
    }

    private void step(Column current) {
        if (reference[row - 1] == hypothesis[column - 1]) {
            row--;
            column--;
        } else if (!current.equalsDiagonal(row - 1)) {
            substitutions++;
            row--;
            column--;
        } else if (current.increases(row - 1)) {
            deletions++;
            row--;
        } else {
            insertions++;
            column--;
        }
    }

    private static int vocabulary(int[] reference, int[] hypothesis) {
        return 1
                + IntStream.concat(IntStream.of(reference), IntStream.of(hypothesis))
                        .max()
                        .orElse(0);
    }
}
