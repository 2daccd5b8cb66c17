package io.transcripthub.redaction.model;

import java.util.Map;

/**
 * A hash table from the keys of features to 22 bits. Both stand in one number: the upper bits of the key, and below them what
 * it leads to. Each is in one of two slots (cuckoo hashing), so that a look needs no branch, which nothing could foretell: of
 * what is said of a number about half is known.
 */
final class FeatureTable {
    static final int BITS = 22;

    private static final long MASK = (1L << BITS) - 1;
    private static final int MOST_MOVES = 500;

    private long[] slots;

    /** @param ofKeys what keys lead to, each more than 0 */
    FeatureTable(Map<Long, Long> ofKeys) {
        slots = new long[2 * Integer.highestOneBit(2 * ofKeys.size() + 1)];
        while (!isPlaced(ofKeys)) {
            slots = new long[2 * slots.length];
        }
    }

    private boolean isPlaced(Map<Long, Long> ofKeys) {
        boolean placed = true;
        for (Map.Entry<Long, Long> entry : ofKeys.entrySet()) {
            placed &= isPlaced(entry.getKey() & ~MASK | checked(entry.getValue()));
        }
        return placed;
    }

    private static long checked(long bits) {
        if (bits <= 0 || bits > MASK) {
            throw new IllegalArgumentException("expected 1 to " + MASK + ", found " + bits);
        }
        return bits;
    }

    /** Others move to their other slots for it; false if in the end one has none. */
    private boolean isPlaced(long feature) {
        long homeless = feature;
        int slot = one(feature);
        for (int moves = 0; homeless != 0 && moves < MOST_MOVES; moves++) {
            long moved = slots[slot];
            slots[slot] = homeless;
            homeless = moved;
            slot = one(moved) == slot ? other(moved) : one(moved);
        }
        return homeless == 0;
    }

    private int one(long key) {
        return (int) (key >>> BITS) & slots.length - 1;
    }

    private int other(long key) {
        return (int) (key >>> Long.SIZE - BITS) & slots.length - 1;
    }

    /** 0 for a key that is not in it. */
    long get(long key) {
        return bits(slots[one(key)], key) | bits(slots[other(key)], key);
    }

    /** Those of a slot if it has the key, else 0. */
    private static long bits(long slot, long key) {
        long difference = (slot ^ key) >>> BITS;
        return slot & MASK & difference - 1 >> Long.SIZE - 1;
    }
}
