package io.transcripthub.quality;

/**
 * The rows in which each word of a reference stands, as bits of 64-row blocks. Blocks without the word are not kept, so
 * that the size is that of the reference, however large its vocabulary.
 */
final class WordOccurrences {
    private final Occurrence[] last;

    WordOccurrences(int[] reference, int vocabulary) {
        last = new Occurrence[vocabulary];
        for (int row = 0; row < reference.length; row++) {
            add(reference[row], row);
        }
    }

    /** Sets the word's rows in {@code matches}. */
    void mark(int word, long[] matches) {
        for (Occurrence each = last[word]; each != null; each = each.previous) {
            matches[each.block] = each.rows;
        }
    }

    /** Undoes {@link #mark}. */
    void clear(int word, long[] matches) {
        for (Occurrence each = last[word]; each != null; each = each.previous) {
            matches[each.block] = 0;
        }
    }

    private void add(int word, int row) {
        int block = row >>> 6;
        if (last[word] == null || last[word].block != block) {
            last[word] = new Occurrence(block, last[word]);
        }
        last[word].rows |= 1L << row;
    }

    private static final class Occurrence {
        private final int block;
        private final Occurrence previous;
        private long rows;

        private Occurrence(int block, Occurrence previous) {
            this.block = block;
            this.previous = previous;
        }
    }
}
