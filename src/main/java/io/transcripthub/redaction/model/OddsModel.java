package io.transcripthub.redaction.model;

/**
 * A linear model of two outputs as a hash table with open addresses, where one look at one number tells all: the upper bits
 * of a feature's key and both weights. Immutable.
 */
final class OddsModel {
    private static final int WEIGHT_BITS = 11;
    private static final int KEY_SHIFT = 2 * WEIGHT_BITS;
    private static final int WEIGHT_SHIFT = Long.SIZE - WEIGHT_BITS;
    private static final long WEIGHT_MASK = (1L << WEIGHT_BITS) - 1;
    private static final int SLOTS_A_FEATURE = 4;

    private final long[] table;

    OddsModel(LinearModel model) {
        table = new long[Integer.highestOneBit(model.weights().size()) * SLOTS_A_FEATURE];
        model.weights().forEach(this::put);
    }

    private void put(long key, int[] weights) {
        int slot = slot(key);
        while (table[slot] != 0) {
            slot = slot + 1 & table.length - 1;
        }
        table[slot] = key >>> KEY_SHIFT << KEY_SHIFT | bits(weights[0]) << WEIGHT_BITS | bits(weights[1]);
    }

    private static long bits(int weight) {
        long bits = weight & WEIGHT_MASK;
        if (signed(bits) != weight) {
            throw new IllegalArgumentException("a weight of " + weight + " hundredths");
        }
        return bits;
    }

    private static int signed(long bits) {
        return (int) (bits << WEIGHT_SHIFT >> WEIGHT_SHIFT);
    }

    private int slot(long key) {
        return (int) key & table.length - 1;
    }

    /** Both weights of a feature; 0 if it has none. */
    long weights(long key) {
        int slot = slot(key);
        long found = table[slot];
        while ((found ^ key) >>> KEY_SHIFT != 0 && found != 0) {
            slot = slot + 1 & table.length - 1;
            found = table[slot];
        }
        return found;
    }

    /** The first of both, in hundredths. */
    static int first(long weights) {
        return signed(weights >>> WEIGHT_BITS);
    }

    /** The second of both, in hundredths. */
    static int second(long weights) {
        return signed(weights);
    }
}
