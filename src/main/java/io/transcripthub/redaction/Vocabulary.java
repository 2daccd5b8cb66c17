package io.transcripthub.redaction;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The words that the redactor knows, found by the characters of a text without a copy of them. Immutable. */
final class Vocabulary {
    /** Letters that fit into a key of 64 bits, five bits each. */
    static final int LONGEST_KEY = 12;

    private static final int APOSTROPHE = 27;
    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    private static final byte[] ASCII_CODES = new byte[128];

    static {
        for (char c = 0; c < ASCII_CODES.length; c++) {
            ASCII_CODES[c] = (byte) computeCode(c);
        }
    }

    private final Word[] table;
    private final long[] keys;
    private final Word[] byKey;
    private final int shift;
    private final int[] hashes;
    private final Word[] digits = new Word[10];

    private final Phrases phrases;

    private Vocabulary(Map<String, Word> words, Phrases phrases) {
        this.phrases = phrases;
        table = new Word[Integer.highestOneBit(words.size()) * 4];
        hashes = new int[table.length];
        keys = new long[table.length];
        byKey = new Word[table.length];
        shift = Long.numberOfLeadingZeros(table.length) + 1;
        words.values().forEach(this::put);
        for (String digit : "zero one two three four five six seven eight nine".split(" ", -1)) {
            digits[words.get(digit).value()] = words.get(digit);
        }
    }

    /** The word for a digit. */
    Word digit(int value) {
        return digits[value];
    }

    /** @param cues phrases of a user's own, by their topic */
    static Vocabulary with(Map<Topic, List<String>> cues) {
        return cues.isEmpty() ? Standard.VOCABULARY : read(cues);
    }

    private static Vocabulary read(Map<Topic, List<String>> cues) {
        Builder builder = new Builder();
        builder.readWords("words.txt");
        builder.readWords("names.txt");
        builder.readCues("cues.txt");
        cues.forEach((topic, phrases) -> phrases.forEach(phrase -> builder.addPhrase(phrase, topic)));
        return new Vocabulary(builder.words, builder.phrases);
    }

    Phrases phrases() {
        return phrases;
    }

    /** The word that stands in [from, to) of a text, whatever its case; null if it is not known. */
    Word find(CharSequence text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + lower(text.charAt(i));
        }
        return find(text, from, to, hash);
    }

    /** @param hash of the lower-case characters as by {@link String#hashCode()} */
    Word find(CharSequence text, int from, int to, int hash) {
        for (int i = slot(hash); ; i = i + 1 & table.length - 1) {
            Word word = table[i];
            if (word == null || hashes[i] == hash && matches(word.text(), text, from, to)) {
                return word;
            }
        }
    }

    /** A Latin letter's part of a word's key, 0 for any other character. */
    static int letter(char c) {
        int code = (c | ' ') - 'a' + 1;
        return code > 0 && code < APOSTROPHE ? code : 0;
    }

    /** A character's part of a word's key, 0 for what has none. */
    static int code(char c) {
        return c < ASCII_CODES.length ? ASCII_CODES[c] : computeCode(c);
    }

    private static int computeCode(char c) {
        char lower = lower(c);
        return lower >= 'a' && lower <= 'z' ? lower - 'a' + 1 : lower == '\'' ? APOSTROPHE : 0;
    }

    /** @param key the codes of a word's letters, five bits each, the last lowest; it is the word, nothing is compared */
    Word find(long key) {
        for (int i = keySlot(key); ; i = i + 1 & keys.length - 1) {
            if (keys[i] == key || keys[i] == 0) {
                return byKey[i];
            }
        }
    }

    private int keySlot(long key) {
        return (int) (key * GOLDEN_RATIO >>> shift);
    }

    private void putByKey(Word word) {
        long key = 0;
        for (int i = 0; i < word.text().length(); i++) {
            int code = code(word.text().charAt(i));
            if (code == 0 || i == LONGEST_KEY) {
                return;
            }
            key = key << 5 | code;
        }
        int slot = keySlot(key);
        while (keys[slot] != 0) {
            slot = slot + 1 & keys.length - 1;
        }
        keys[slot] = key;
        byKey[slot] = word;
    }

    private static boolean matches(String word, CharSequence text, int from, int to) {
        if (word.length() != to - from) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) != lower(text.charAt(from + i))) {
                return false;
            }
        }
        return true;
    }

    /** In lower case, with a straight apostrophe. */
    static char lower(char c) {
        if (c < 128) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return c == '’' || c == 'ʼ' || c == '`' ? '\'' : Character.toLowerCase(c);
    }

    private int slot(int hash) {
        return (hash ^ hash >>> 15) & table.length - 1;
    }

    private void put(Word word) {
        int i = slot(word.text().hashCode());
        while (table[i] != null) {
            i = i + 1 & table.length - 1;
        }
        table[i] = word;
        hashes[i] = word.text().hashCode();
        putByKey(word);
    }

    /** "(valid|good) until" is "valid until" and "good until". */
    static List<String> alternatives(String pattern) {
        int open = pattern.indexOf('(');
        if (open < 0) {
            return List.of(pattern);
        }
        int close = pattern.indexOf(')', open);
        List<String> phrases = new ArrayList<>();
        for (String word : pattern.substring(open + 1, close).split("\\|", -1)) {
            phrases.addAll(alternatives(pattern.substring(0, open) + word + pattern.substring(close + 1)));
        }
        return phrases;
    }

    /** Read once, when the first redactor needs it. */
    private static final class Standard {
        static final Vocabulary VOCABULARY = read(Map.of());
    }

    private static final Set<String> CONTRACTIONS =
            Set.of("when's", "where's", "how's", "how long's", "what's", "who's", "long's");

    private static final class Builder {
        private static final Pattern SPACES = Pattern.compile(" +");

        private final Map<String, Word> words = new HashMap<>();
        private final Phrases phrases = new Phrases();

        void readWords(String file) {
            for (String line : lines(file)) {
                String[] roleAndWords = line.split(": ", 2);
                Role role = Role.valueOf(roleAndWords[0]);
                for (String entry : roleAndWords[1].trim().split(" +", -1)) {
                    addWord(entry.split("=", 2), role);
                }
            }
            for (char letter = 'a'; letter <= 'z'; letter++) {
                add(String.valueOf(letter), Role.LETTER.bit, letter - 'a' + 'A');
            }
        }

        void readCues(String file) {
            for (String line : lines(file)) {
                String[] topicAndPhrases = line.split(": ", 2);
                for (String pattern : topicAndPhrases[1].split(";", -1)) {
                    for (String phrase : alternatives(pattern)) {
                        addPhrase(phrase, Topic.BY_NAME.get(topicAndPhrases[0]));
                    }
                }
            }
        }

        void addPhrase(String phrase, Topic topic) {
            String[] steps = SPACES.split(phrase.trim().toLowerCase(Locale.ROOT).replace('-', ' '), -1);
            for (int i = 0; i < steps.length; i++) {
                String step = owner(steps[i]);
                add(step, Character.isDigit(step.charAt(0)) ? Role.DIGITS.bit : 0, 0);
                steps[i] = words.get(step).text();
            }
            Word first = words.get(steps[0]);
            if (first.phrases() == Phrases.NOWHERE) {
                first = new Word(first.text(), first.roles(), first.value(), phrases.begin());
                words.put(first.text(), first);
            }
            phrases.add(first.phrases(), steps, topic);
        }

        /** "booking's" is read as "booking", "what's" is not. */
        private String owner(String step) {
            boolean possessive = step.endsWith("'s") && !CONTRACTIONS.contains(step) && !words.containsKey(step);
            return possessive ? step.substring(0, step.length() - 2) : step;
        }

        private void addWord(String[] wordAndValue, Role role) {
            String value = wordAndValue.length == 1 ? "0" : wordAndValue[1];
            boolean number = Character.isDigit(value.charAt(0));
            add(wordAndValue[0], role.bit, number ? Integer.parseInt(value) : Character.toUpperCase(value.charAt(0)));
        }

        private void add(String text, long role, int value) {
            Word old = words.get(text);
            if (old == null) {
                words.put(text, new Word(text, role, value, Phrases.NOWHERE));
            } else if ((old.roles() | role) != old.roles() || old.value() == 0 && value != 0) {
                int known = old.value() == 0 ? value : old.value();
                words.put(text, new Word(old.text(), old.roles() | role, known, old.phrases()));
            }
        }

        private static List<String> lines(String file) {
            try (InputStream in = Vocabulary.class.getResourceAsStream(file)) {
                return new String(in.readAllBytes(), UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .toList();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
