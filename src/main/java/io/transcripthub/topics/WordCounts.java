package io.transcripthub.topics;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * How often each word is in a document, two bytes or so a word: ids in ascending order as differences, each with its
 * count, all as variable-length integers. A hundred thousand conversations have to stay in memory.
 */
final class WordCounts {
    /** Takes a word's id and its count. */
    interface Reader {
        void accept(int word, int count);
    }

    private final byte[] packed;

    private WordCounts(byte[] packed) {
        this.packed = packed;
    }

    /** @param words ids in any order, one for each time the word is said; sorted by this call */
    static WordCounts of(int[] words) {
        Arrays.sort(words);
        ByteArrayOutputStream packed = new ByteArrayOutputStream(words.length * 2);
        int previous = 0;
        for (int start = 0, end; start < words.length; start = end) {
            end = start + 1;
            while (end < words.length && words[end] == words[start]) {
                end++;
            }
            pack(words[start] - previous, packed);
            pack(end - start, packed);
            previous = words[start];
        }
        return new WordCounts(packed.toByteArray());
    }

    void forEach(Reader reader) {
        int word = 0;
        for (int at = 0; at < packed.length; ) {
            word += unpack(at);
            at = next(at);
            reader.accept(word, unpack(at));
            at = next(at);
        }
    }

    private static void pack(int value, ByteArrayOutputStream packed) {
        int rest = value;
        for (; rest >= 0x80; rest >>>= 7) {
            packed.write(rest | 0x80);
        }
        packed.write(rest);
    }

    private int unpack(int at) {
        int value = packed[at] & 0x7F;
        for (int shift = 7, i = at; packed[i] < 0; shift += 7) {
            value |= (packed[++i] & 0x7F) << shift;
        }
        return value;
    }

    private int next(int at) {
        int i = at;
        while (packed[i] < 0) {
            i++;
        }
        return i + 1;
    }
}
