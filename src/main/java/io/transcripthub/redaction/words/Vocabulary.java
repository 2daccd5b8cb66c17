package io.transcripthub.redaction.words;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The words that the redactor knows, found by the characters of a text without a copy of them. Immutable. */
public final class Vocabulary {
    private static final int HASH = 31;
    /** Marks the keys that are more than the characters. */
    private static final long HASHED = Long.MIN_VALUE;

    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    /** A hash table with open addresses. */
    private final Word[] words;
    /** Of the words, here so that no other word is looked at; 0 where none is. */
    private final long[] keys;

    private final int shift;
    private final Word[] digits = new Word[10];
    private final Phrases phrases;
    private final Marks marks;

    Vocabulary(Collection<Word> known, Phrases phrases) {
        this.phrases = phrases;
        words = new Word[Integer.highestOneBit(known.size()) * 4];
        keys = new long[words.length];
        shift = Long.numberOfLeadingZeros(words.length) + 1;
        known.forEach(this::put);
        for (String digit : "zero one two three four five six seven eight nine".split(" ", -1)) {
            Word word = find(digit);
            digits[word.value()] = word;
        }
        marks = new Marks(this::id);
    }

    /** @param cues phrases of a user's own, by their topic */
    public static Vocabulary with(Map<Topic, List<String>> cues) {
        return cues.isEmpty() ? Standard.VOCABULARY : VocabularyReader.read(cues);
    }

    /** The word for a digit. */
    Word digit(int value) {
        return digits[value];
    }

    public Phrases phrases() {
        return phrases;
    }

    Word mark(int codePoint) {
        return marks.get(codePoint);
    }

    private int id(String word) {
        Word known = find(word);
        return known == null ? Word.NO_ID : known.id();
    }

    private Word find(String word) {
        return find(word, 0, word.length());
    }

    /** The word that stands in [from, to) of a text, whatever its case; null if it is not known. */
    Word find(String text, int from, int to) {
        long key = key(text, from, to);
        int slot = slot(key);
        while (keys[slot] != 0 && (keys[slot] != key || key < 0 && !matches(words[slot].text(), text, from, to))) {
            slot = behind(slot);
        }
        return words[slot];
    }

    /** @param key at most {@link EightCharacters}, which are the word, so that nothing is compared */
    Word find(long key) {
        int slot = slot(key);
        while (keys[slot] != key && keys[slot] != 0) {
            slot = behind(slot);
        }
        return words[slot];
    }

    /** The word of nine to sixteen characters. */
    Word find(long head, long tail) {
        long key = key(head, tail);
        int slot = slot(key);
        while (keys[slot] != 0 && (keys[slot] != key || words[slot].tail() != tail)) {
            slot = behind(slot);
        }
        return words[slot];
    }

    /** Up to eight ASCII characters are their own key; the other keys are below 0. */
    static long key(String text, int from, int to) {
        if (!isShort(text, from, to)) {
            return hash(text, from, to) | HASHED;
        }
        long head = EightCharacters.of(text, from, to);
        long tail = EightCharacters.of(text, from + EightCharacters.SIZE, to);
        return tail == 0 ? head : key(head, tail);
    }

    /** Of those with the same tail only one head has it. */
    private static long key(long head, long tail) {
        return head ^ tail * GOLDEN_RATIO >>> 1 | HASHED;
    }

    /** The characters from the ninth to the sixteenth; 0 where there are none, more, or others than ASCII. */
    static long tail(String text, int from, int to) {
        return isShort(text, from, to) ? EightCharacters.of(text, from + EightCharacters.SIZE, to) : 0;
    }

    private static boolean isShort(String text, int from, int to) {
        boolean simple = to - from <= 2 * EightCharacters.SIZE;
        for (int i = from; i < to && simple; i++) {
            char lower = Characters.lower(text.charAt(i));
            simple = lower > ' ' && lower < 128;
        }
        return simple;
    }

    private static long hash(String text, int from, int to) {
        long hash = 0;
        for (int i = from; i < to; i++) {
            hash = HASH * hash + Characters.lower(text.charAt(i));
        }
        return hash;
    }

    private static boolean matches(String word, String text, int from, int to) {
        if (word.length() != to - from) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) != Characters.lower(text.charAt(from + i))) {
                return false;
            }
        }
        return true;
    }

    private int slot(long key) {
        return (int) (key * GOLDEN_RATIO >>> shift);
    }

    private int behind(int slot) {
        return slot + 1 & words.length - 1;
    }

    private void put(Word word) {
        long key = key(word.text(), 0, word.text().length());
        int slot = slot(key);
        while (keys[slot] != 0) {
            slot = behind(slot);
        }
        words[slot] = word;
        keys[slot] = key;
    }

    /** Read once, when the first redactor needs it. */
    private static final class Standard {
        static final Vocabulary VOCABULARY = VocabularyReader.read(Map.of());
    }
}
