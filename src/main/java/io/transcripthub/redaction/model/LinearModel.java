package io.transcripthub.redaction.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Weights of features, read from a file of one feature a line: {@code asked cvv - 1.31 0.97}, a weight for each of the
 * outputs that the first line names. Immutable.
 */
final class LinearModel {
    private static final int WORDS_OF_FEATURE = 3;
    private static final int KNOWN_BITS = 18;

    private final List<String> outputs;
    /**
     * A hash table with open addresses: the upper half of a key, 0 where nothing is, and beside it, in one line of the processor's
     * cache, the bits of its weights.
     */
    private final int[] table;

    private final int slots;
    /** Numbers of a slot. */
    private final int width;
    /** A bit for each remainder of a key; most features have no weight, which one look tells. */
    private final long[] known = new long[1 << KNOWN_BITS - 6];

    private LinearModel(List<String> lines) {
        outputs = List.of(lines.get(0).split(" ", -1));
        slots = Integer.highestOneBit(lines.size()) * 4;
        width = outputs.size() + 1;
        table = new int[slots * width];
        lines.subList(1, lines.size()).forEach(this::put);
    }

    /** @param resource beside this class */
    static LinearModel read(String resource) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(LinearModel.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            return new LinearModel(reader.lines().toList());
        } catch (IOException fault) {
            throw new UncheckedIOException(resource, fault);
        }
    }

    private void put(String line) {
        String[] parts = line.split(" ", -1);
        long key = Feature.of(parts[0]).key(parts[1], parts[2]);
        int at = at(key);
        table[at] = upper(key);
        known[word(key)] |= 1L << key;
        for (int i = 0; i < outputs.size(); i++) {
            table[at + 1 + i] = Float.floatToIntBits(Float.parseFloat(parts[WORDS_OF_FEATURE + i]));
        }
    }

    /** Where its slot begins, or an empty one. */
    private int at(long key) {
        int upper = upper(key);
        int slot = (int) key & slots - 1;
        while (table[slot * width] != 0 && table[slot * width] != upper) {
            slot = slot + 1 & slots - 1;
        }
        return slot * width;
    }

    private static int word(long key) {
        return (int) (key >>> 6) & (1 << KNOWN_BITS - 6) - 1;
    }

    private static int upper(long key) {
        return (int) (key >>> Integer.SIZE) | 1;
    }

    List<String> outputs() {
        return outputs;
    }

    /** Adds the weights of a feature to the sums, one for each output. */
    void add(long key, float[] sums) {
        if ((known[word(key)] >>> key & 1) == 0) {
            return;
        }
        int at = at(key);
        for (int i = 0; i < sums.length && table[at] != 0; i++) {
            sums[i] += Float.intBitsToFloat(table[at + 1 + i]);
        }
    }
}
