package io.transcripthub.topics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * The words of a text that may become a topic's. As scikit-learn's default token pattern finds them: in lower case, two or
 * more letters, digits and underscores in a row. English stop words are left out, and what has no letter, and redaction
 * placeholders such as {@code [REDACTED_PERSON]}.
 */
final class Words {
    private static final String PLACEHOLDER = "[redacted_";
    private static final int ASCII = 0x80;

    /** Of lower-case text. */
    private static final boolean[] IN_WORDS = inWords();

    private static final Set<String> STOP_WORDS = stopWords();

    private Words() {}

    /** Takes a place of the text in lower case. */
    interface Reader {
        void accept(char[] lowerCase, int start, int end);
    }

    /** All words; which of them {@link #mayBeTopic} is another question. */
    static void of(String text, Reader words) {
        char[] lowerCase = text.toLowerCase(Locale.ROOT).toCharArray();
        for (int i = 0; i < lowerCase.length; ) {
            int end = wordEnd(lowerCase, i);
            if (end > i) {
                words.accept(lowerCase, i, end);
            }
            i = end > i ? end : afterGap(lowerCase, i);
        }
    }

    /** Whether it is long enough, has a letter and is no stop word. */
    static boolean mayBeTopic(String word) {
        boolean longEnough = word.codePointCount(0, word.length()) > 1;
        return longEnough && word.codePoints().anyMatch(Character::isLetter) && !STOP_WORDS.contains(word);
    }

    private static int wordEnd(char[] text, int start) {
        int end = start;
        while (end < text.length && text[end] < ASCII && IN_WORDS[text[end]]) {
            end++;
        }
        return end < text.length && text[end] >= ASCII ? foreignWordEnd(text, end) : end;
    }

    private static int foreignWordEnd(char[] text, int start) {
        int end = start;
        while (end < text.length && isWordCharacter(Character.codePointAt(text, end))) {
            end += Character.charCount(Character.codePointAt(text, end));
        }
        return end;
    }

    private static int afterGap(char[] text, int gap) {
        if (isPlaceholder(text, gap)) {
            int close = wordEnd(text, gap + PLACEHOLDER.length());
            return close < text.length && text[close] == ']' ? close + 1 : gap + 1;
        }
        return text[gap] < ASCII ? gap + 1 : gap + Character.charCount(Character.codePointAt(text, gap));
    }

    private static boolean isPlaceholder(char[] text, int gap) {
        int length = PLACEHOLDER.length();
        return text[gap] == '[' && gap + length <= text.length && PLACEHOLDER.equals(new String(text, gap, length));
    }

    /** Python's {@code \w}: letters, numbers of any kind, and the underscore; unlike Java's, no combining marks. */
    private static boolean isWordCharacter(int character) {
        if (character < ASCII) {
            return IN_WORDS[character];
        }
        return switch (Character.getType(character)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    private static boolean[] inWords() {
        boolean[] inWords = new boolean[ASCII];
        "abcdefghijklmnopqrstuvwxyz0123456789_".chars().forEach(character -> inWords[character] = true);
        return inWords;
    }

    private static Set<String> stopWords() {
        try (InputStream in = Words.class.getResourceAsStream("stop-words.txt")) {
            return Set.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the resource stop-words.txt", unreadable);
        }
    }
}
