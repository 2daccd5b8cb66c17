package io.transcripthub.redaction.words;

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

/** Reads words.txt, names.txt, cues.txt and a user's phrases. */
final class VocabularyReader {
    private static final Set<String> CONTRACTIONS =
            Set.of("when's", "where's", "how's", "how long's", "what's", "who's", "long's");

    /** A word of which not all may have been read yet. */
    private static final class Entry {
        private final String text;
        private final int id;
        private long roles;
        private int value;
        private int phrases = Phrases.NOWHERE;

        Entry(String text, int id) {
            this.text = text;
            this.id = id;
        }

        /** @param merged places of phrases, by those in the tree */
        Word word(int[] merged) {
            return new Word(text, id, roles, value, merged[phrases]);
        }
    }

    private final Map<String, Entry> entries = new HashMap<>(1 << 13);
    private final PhraseTree phrases = new PhraseTree();

    private VocabularyReader() {}

    /** @param cues phrases of a user's own, by their topic */
    static Vocabulary read(Map<Topic, List<String>> cues) {
        VocabularyReader reader = new VocabularyReader();
        reader.readWords("words.txt");
        reader.readWords("names.txt");
        for (char letter = 'a'; letter <= 'z'; letter++) {
            reader.add(String.valueOf(letter), Role.LETTER.bit, letter - 'a' + 'A');
        }
        reader.readCues("cues.txt");
        cues.forEach((topic, more) -> more.forEach(phrase -> reader.addPhrase(phrase, topic)));
        int[] merged = new int[reader.phrases.size()];
        Phrases phrases = reader.phrases.merge(merged);
        List<Word> words = new ArrayList<>(reader.entries.size());
        reader.entries.values().forEach(entry -> words.add(entry.word(merged)));
        return new Vocabulary(words, phrases);
    }

    private void readWords(String file) {
        for (String line : lines(file)) {
            int colon = line.indexOf(": ");
            Role role = Role.valueOf(line.substring(0, colon));
            for (String entry : split(line.substring(colon + 2), ' ')) {
                addWord(entry, role);
            }
        }
    }

    private void addWord(String entry, Role role) {
        int equals = entry.indexOf('=');
        if (equals < 0) {
            add(entry, role.bit, 0);
            return;
        }
        String value = entry.substring(equals + 1);
        boolean number = Character.isDigit(value.charAt(0));
        add(
                entry.substring(0, equals),
                role.bit,
                number ? Integer.parseInt(value) : Character.toUpperCase(value.charAt(0)));
    }

    private Entry add(String text, long role, int value) {
        Entry entry = entries.get(text);
        if (entry == null) {
            entry = new Entry(text, entries.size() + 1);
            entries.put(text, entry);
        }
        entry.roles |= role;
        entry.value = entry.value == 0 ? value : entry.value;
        return entry;
    }

    private void readCues(String file) {
        for (String line : lines(file)) {
            int colon = line.indexOf(": ");
            Topic topic = Topic.BY_NAME.get(line.substring(0, colon));
            for (String pattern : split(line.substring(colon + 2), ';')) {
                addPattern(pattern, topic);
            }
        }
    }

    /** All phrases of a pattern; what they have in common at their beginning is looked at once. */
    private void addPattern(String pattern, Topic topic) {
        List<Integer> places = List.of(Phrases.NOWHERE);
        for (String part : parts(pattern)) {
            List<Integer> behind = new ArrayList<>();
            for (String alternative : alternatives(part)) {
                List<Entry> words = words(alternative);
                for (int place : places) {
                    behind.add(goOn(place, words));
                }
            }
            places = behind;
        }
        for (int place : places) {
            end(place, topic);
        }
    }

    /** A pattern cut at its blanks, save those within brackets. */
    private static List<String> parts(String pattern) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        boolean within = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            within = c == '(' || within && c != ')';
            if (c == ' ' && !within) {
                parts.add(pattern.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(pattern.substring(from));
        return parts;
    }

    private void addPhrase(String phrase, Topic topic) {
        end(goOn(Phrases.NOWHERE, words(phrase)), topic);
    }

    private List<Entry> words(String phrase) {
        List<Entry> words = new ArrayList<>();
        for (String step : split(phrase.toLowerCase(Locale.ROOT).replace('-', ' '), ' ')) {
            String owner = owner(step);
            words.add(add(owner, Character.isDigit(owner.charAt(0)) ? Role.DIGITS.bit : 0, 0));
        }
        return words;
    }

    private int goOn(int place, List<Entry> words) {
        int behind = place;
        for (Entry word : words) {
            behind = behind == Phrases.NOWHERE ? beginning(word) : phrases.goOn(behind, word.id);
        }
        return behind;
    }

    private void end(int place, Topic topic) {
        if (place != Phrases.NOWHERE) {
            phrases.end(place, topic);
        }
    }

    private int beginning(Entry word) {
        if (word.phrases == Phrases.NOWHERE) {
            word.phrases = phrases.begin();
        }
        return word.phrases;
    }

    /** "booking's" is read as "booking", "what's" is not. */
    private String owner(String step) {
        boolean possessive =
                step.length() > 2 && step.endsWith("'s") && !CONTRACTIONS.contains(step) && !entries.containsKey(step);
        return possessive ? step.substring(0, step.length() - 2) : step;
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

    /** The parts that are not empty. */
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        for (int from = 0, to; from < text.length(); from = to + 1) {
            to = text.indexOf(separator, from);
            to = to < 0 ? text.length() : to;
            if (to > from) {
                parts.add(text.substring(from, to));
            }
        }
        return parts;
    }

    private static List<String> lines(String file) {
        try (InputStream in = VocabularyReader.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
