package io.transcripthub.redaction.words;

/** Where one comes from a place by a word; places and words are numbers. A hash table with open addresses. */
final class Steps {
    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;
    private static final int PLACE_BITS = 22;
    private static final int WORD_BITS = 20;

    /** From a place by a word to a place, in one number; 0 where none is. */
    private long[] table = new long[1 << 10];

    private int size;

    /** 0 where no step leads on. */
    int from(int place, int word) {
        return (int) table[slot(step(place, word))] & (1 << PLACE_BITS) - 1;
    }

    /** @param behind not 0 */
    void put(int place, int word, int behind) {
        if (word >> WORD_BITS != 0 || behind >> PLACE_BITS != 0) {
            throw new IllegalArgumentException(
                    "expected less than a million different words in all phrases, found more");
        }
        table[slot(step(place, word))] = step(place, word) << PLACE_BITS | behind;
        if (2 * ++size > table.length) {
            grow();
        }
    }

    private void grow() {
        long[] known = table;
        table = new long[2 * known.length];
        for (long step : known) {
            if (step != 0) {
                table[slot(step >>> PLACE_BITS)] = step;
            }
        }
    }

    private static long step(int place, int word) {
        return (long) place << WORD_BITS | word;
    }

    /** Where a step is, or would be. */
    private int slot(long step) {
        int slot = (int) (step * GOLDEN_RATIO >>> Long.numberOfLeadingZeros(table.length) + 1);
        while (table[slot] != 0 && table[slot] >>> PLACE_BITS != step) {
            slot = slot + 1 & table.length - 1;
        }
        return slot;
    }
}
