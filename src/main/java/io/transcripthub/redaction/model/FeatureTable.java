package io.transcripthub.redaction.model;

/**
 * A hash table with open addresses from the keys of features to 22 bits. Both stand in one number: the upper bits of the key,
 * and below them what it leads to.
 */
final class FeatureTable {
    static final int BITS = 22;

    private static final long MASK = (1L << BITS) - 1;
    private static final int SLOTS_A_FEATURE = 4;

    private final long[] slots;

    FeatureTable(int features) {
        slots = new long[Integer.highestOneBit(features) * SLOTS_A_FEATURE];
    }

    /** @param bits more than 0 */
    void put(long key, long bits) {
        if (bits <= 0 || bits > MASK) {
            throw new IllegalArgumentException("expected 1 to " + MASK + ", found " + bits);
        }
        int slot = slot(key);
        while (slots[slot] != 0) {
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = key & ~MASK | bits;
    }

    private int slot(long key) {
        return (int) key & slots.length - 1;
    }

    /** 0 for a key that is not in it. */
    long get(long key) {
        int slot = slot(key);
        long found = slots[slot];
        while ((found ^ key) >>> BITS != 0 && found != 0) {
            slot = slot + 1 & slots.length - 1;
            found = slots[slot];
        }
        return found & MASK;
    }
}
