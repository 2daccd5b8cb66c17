package io.transcripthub.cli;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of requests that were handed in.
 *
 * @param rejected reasons by line of the file
 */
record Handed(long accepted, long duplicates, SortedMap<Long, String> rejected) {
    Handed and(Handed other) {
        SortedMap<Long, String> both = new TreeMap<>(rejected);
        both.putAll(other.rejected);
        return new Handed(accepted + other.accepted, duplicates + other.duplicates, both);
    }
}
