package io.transcripthub.sentiment;

import io.transcripthub.sentiment.Word.Entry;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The words that VADER knows: 7,506 rated ones, those that strengthen, weaken or negate others, and those that rules name.
 * A hash table with open addressing that is asked with a place in a text, since most words are unknown and none needs a
 * string of its own.
 */
final class Lexicon {
    /** How much a booster adds, found by experiment (Hutto and Gilbert 2014). */
    static final double BOOST = 0.293;

    private static final Word UNKNOWN = new Word(Entry.NONE, false);
    private static final Word NEGATION = new Word(Entry.NEGATION, false);
    private static final int SLOTS = 1 << 15;

    private final Word[] table = new Word[SLOTS];

    Lexicon() {
        Map<String, Entry> entries = new HashMap<>(SLOTS);
        for (String line : Resource.lines("lexicon.tsv")) {
            int tab = line.indexOf('\t');
            double valence = Double.parseDouble(line.substring(tab + 1));
            learn(entries, line.substring(0, tab), entry -> entry.rated(valence));
        }
        Resource.lines("boosters.txt").forEach(word -> learn(entries, word, entry -> entry.boosting(BOOST)));
        Resource.lines("dampeners.txt").forEach(word -> learn(entries, word, entry -> entry.boosting(-BOOST)));
        Resource.lines("negations.txt").forEach(word -> learn(entries, word, Entry::negating));
        Phrases.words().forEach(word -> learn(entries, word, UnaryOperator.identity()));
        for (Particle name : Particle.values()) {
            learn(entries, name.text(), entry -> entry.named(name));
        }
        entries.values().forEach(this::put);
    }

    /** The word that a text has from start to end. */
    Word word(char[] text, int start, int end) {
        int hash = 0;
        boolean small = false;
        boolean capitals = false;
        for (int i = start; i < end; i++) {
            char c = text[i];
            if (c >= 0x80) {
                return foreign(new String(text, start, end - start));
            }
            small |= c >= 'a' && c <= 'z';
            capitals |= isCapital(c);
            hash = 31 * hash + lowerCase(c);
        }
        return word(hash, text, start, end, capitals && !small);
    }

    private Word foreign(String token) {
        String text = token.toLowerCase(Locale.ROOT);
        return word(text.hashCode(), text.toCharArray(), 0, text.length(), PythonText.isUpper(token));
    }

    /** @param hash as {@link String#hashCode} of the word in lower case */
    private Word word(int hash, char[] text, int start, int end, boolean capitals) {
        Word word = at(hash, text, start, end);
        Word known = word == null ? unknown(text, start, end) : word;
        return capitals ? new Word(known.entry(), true) : known;
    }

    /** Null when it is not here. */
    private Word at(int hash, char[] text, int start, int end) {
        int slot = slot(hash);
        while (table[slot] != null && !isText(table[slot].entry().text(), text, start, end)) {
            slot = slot + 1 & SLOTS - 1;
        }
        return table[slot];
    }

    private static Word unknown(char[] text, int start, int end) {
        for (int i = start + 1; i < end - 1; i++) {
            if (text[i] == '\'' && lowerCase(text[i - 1]) == 'n' && lowerCase(text[i + 1]) == 't') {
                return NEGATION;
            }
        }
        return UNKNOWN;
    }

    private static boolean isText(String word, char[] text, int start, int end) {
        boolean same = word.length() == end - start;
        for (int i = start; same && i < end; i++) {
            same = word.charAt(i - start) == lowerCase(text[i]);
        }
        return same;
    }

    private static char lowerCase(char c) {
        return isCapital(c) ? (char) (c + 'a' - 'A') : c;
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static void learn(Map<String, Entry> entries, String word, UnaryOperator<Entry> fact) {
        entries.put(word, fact.apply(entries.getOrDefault(word, Entry.of(word))));
    }

    private void put(Entry entry) {
        int slot = slot(entry.text().hashCode());
        while (table[slot] != null) {
            slot = slot + 1 & SLOTS - 1;
        }
        table[slot] = new Word(entry, false);
    }

    private static int slot(int hash) {
        return (hash ^ hash >>> 15) & SLOTS - 1;
    }
}
