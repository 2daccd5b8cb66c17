package io.transcripthub.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Numbers for the words of a corpus, from 0 in the order in which they come. A hash table with open addressing that is asked
 * with a place in a text, since most words of a text are known already and need no string of their own.
 */
final class WordIds {
    /** Of a word that is no topic's: a stop word, a single letter, a number. */
    static final int NONE = -1;

    private static final int FREE = -1;

    private final List<String> words = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private int[] table = filled(1 << 12);

    /** By chance, so that nobody can choose words that fall into one slot. */
    private final int multiplier = ThreadLocalRandom.current().nextInt() | 1;

    private static final class Entry {
        private final char[] word;
        private final int hash;
        private final int id;

        Entry(char[] word, int hash, int id) {
            this.word = word;
            this.hash = hash;
            this.id = id;
        }

        boolean is(char[] text, int start, int end) {
            boolean same = end - start == word.length;
            for (int i = 0; same && i < word.length; i++) {
                same = word[i] == text[start + i];
            }
            return same;
        }
    }

    /** @param text in lower case, of which the characters from start to end are a word */
    int of(char[] text, int start, int end) {
        int hash = hash(text, start, end);
        int slot = slot(hash);
        for (; table[slot] != FREE; slot = slot + 1 & table.length - 1) {
            Entry entry = entries.get(table[slot]);
            if (entry.hash == hash && entry.is(text, start, end)) {
                return entry.id;
            }
        }
        return learn(Arrays.copyOfRange(text, start, end), hash, slot);
    }

    String word(int id) {
        return words.get(id);
    }

    /** How many have a number. */
    int size() {
        return words.size();
    }

    private int learn(char[] letters, int hash, int slot) {
        String word = new String(letters);
        int id = Words.mayBeTopic(word) ? words.size() : NONE;
        if (id != NONE) {
            words.add(word);
        }
        table[slot] = entries.size();
        entries.add(new Entry(letters, hash, id));
        if (entries.size() * 2 > table.length) {
            grow();
        }
        return id;
    }

    private void grow() {
        table = filled(table.length * 2);
        for (int i = 0; i < entries.size(); i++) {
            int slot = slot(entries.get(i).hash);
            while (table[slot] != FREE) {
                slot = slot + 1 & table.length - 1;
            }
            table[slot] = i;
        }
    }

    private int slot(int hash) {
        return (hash ^ hash >>> 15) & table.length - 1;
    }

    private int hash(char[] text, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = multiplier * hash + text[i];
        }
        return hash;
    }

    private static int[] filled(int size) {
        int[] table = new int[size];
        Arrays.fill(table, FREE);
        return table;
    }
}
