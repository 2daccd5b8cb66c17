package io.transcripthub.quality;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns text into the words that are compared, so that a word error rate counts what was misheard and not how it was
 * written down. Scores are comparable only under the same {@link #VERSION}. Version 1:
 *
 * <ul>
 *   <li>Unicode NFKC, so that composed, full-width and ligature forms of a letter are one;
 *   <li>lower case in the root locale, so that the machine's language does not change a score;
 *   <li>apostrophes inside a word stay, typographic ones as {@code '}: "we'll" is not "well", but "we’ll" is "we'll";
 *   <li>hyphens, dashes, slashes and white space separate words: "follow-up" is spoken as "follow up";
 *   <li>other punctuation and symbols are dropped, not heard: "1,000" is "1000", "U.S." is "us", "[noise]" is "noise";
 *   <li>a redaction placeholder such as {@code [REDACTED_CREDIT_CARD]} is one word of its own, whatever touches it,
 *       because it stands for one redacted value.
 * </ul>
 */
public final class TextNormalisation {
    /** Version of the rules above; any change to them raises it. */
    public static final int VERSION = 1;

    private static final String SEPARATING_SYMBOLS = "/\u2044\u2212";
    private static final Pattern APOSTROPHES = Pattern.compile("[\u2018\u2019\u201B\u02BC\u2032\uFF07\u00B4`]");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\[redacted_[a-z0-9_]+]");

    private final String text;
    private final Matcher placeholder;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean apostrophe;

    private TextNormalisation(String text) {
        this.text = text;
        this.placeholder = PLACEHOLDER.matcher(text);
    }

    /** The normalised words of a text in their order; empty when it has none. */
    public static List<String> words(String text) {
        String unified = APOSTROPHES.matcher(text).replaceAll("'");
        String lowerCase = Normalizer.normalize(unified, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return new TextNormalisation(lowerCase).split();
    }

    private List<String> split() {
        int position = 0;
        while (position < text.length()) {
            position = text.charAt(position) == '[' && placeholderAt(position) ? takePlaceholder() : take(position);
        }
        endWord();
        return words;
    }

    private boolean placeholderAt(int position) {
        return placeholder.region(position, text.length()).lookingAt();
    }

    private int takePlaceholder() {
        endWord();
        words.add(placeholder.group());
        return placeholder.end();
    }

    private int take(int position) {
        int character = text.codePointAt(position);
        if (isPartOfWord(character)) {
            append(character);
        } else if (separates(character)) {
            endWord();
        } else if (character == '\'') {
            apostrophe = !word.isEmpty();
        }
        return position + Character.charCount(character);
    }

    private void append(int character) {
        if (apostrophe) {
            word.append('\'');
            apostrophe = false;
        }
        word.appendCodePoint(character);
    }

    private void endWord() {
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        word.setLength(0);
        apostrophe = false;
    }

    private static boolean isPartOfWord(int character) {
        return switch (Character.getType(character)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    private static boolean separates(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.DASH_PUNCTUATION
                || SEPARATING_SYMBOLS.indexOf(character) >= 0;
    }
}
