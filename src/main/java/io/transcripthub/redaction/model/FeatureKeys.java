package io.transcripthub.redaction.model;

import java.util.Arrays;

/** The keys of what was said of a candidate. */
final class FeatureKeys implements Features {
    private long[] keys = new long[256];
    private int size;

    @Override
    public void add(Feature kind, String one, String other) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
        }
        keys[size++] = kind.key(one, other);
    }

    int size() {
        return size;
    }

    long get(int index) {
        return keys[index];
    }

    void clear() {
        size = 0;
    }
}
