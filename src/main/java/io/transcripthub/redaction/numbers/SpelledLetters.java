package io.transcripthub.redaction.numbers;

import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Word;
import java.util.List;

/** Reads single letters and words of the spelling alphabet: "b", "b as in boy", "bravo", "double l". */
final class SpelledLetters {
    private static final int FEWEST_DIGITS_BEHIND = 4;
    private static final String[] LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("", -1);

    private final List<String> texts;
    private final Tokens tokens;

    SpelledLetters(List<String> texts, Tokens tokens) {
        this.texts = texts;
        this.tokens = tokens;
    }

    /**
     * Whether a letter is spelled there; "a" and "I" only beside other letters or digits.
     *
     * @param previous the group before it, or null
     */
    boolean isAt(int token, DigitGroup previous) {
        if (!tokens.word(token).is(Role.LINK)) {
            return true;
        }
        Word after = word(token + 1, token);
        return isBehindLetter(token, previous)
                || after.isAny(Role.LETTER.bit | Role.NUMBER | Role.SEPARATOR.bit) && isInRow(token, after)
                || after.is(Role.STOP) && isExplained(token);
    }

    private boolean isBehindLetter(int token, DigitGroup previous) {
        return previous != null
                && token - previous.tokenEnd() <= 1
                && previous.isLetter()
                && behindMark(previous.tokenEnd(), token) == token;
    }

    /** "a b", "a, 1234", "a1" */
    private boolean isInRow(int token, Word after) {
        return word(behindMark(token + 1, token), token).is(Role.LETTER)
                || isBeforeDigits(token)
                || after.is(Role.DIGITS) && tokens.adjoins(token + 1);
    }

    /** "a as in alpha", "i for india" */
    private boolean isExplained(int token) {
        return isAsIn(token + 1, token) || isFor(token + 1, token) && beginsWith(token + 2, first(token));
    }

    private boolean beginsWith(int token, char letter) {
        char first = texts.get(tokens.utterance(token)).charAt(tokens.start(token));
        return Character.toLowerCase(first) == letter;
    }

    /** The letter in upper case, as often as it is said to be there. */
    String read(int token) {
        int times = tokens.word(token).is(Role.REPEAT) ? tokens.word(token).value() : 1;
        return LETTERS[first(token) - 'a'].repeat(times);
    }

    /** The token behind the letter and what explains it. */
    int end(int token) {
        int end = letter(token) + 1;
        int word = example(end, token);
        if (word == end) {
            return end;
        }
        boolean ray =
                word(word + 1, token).is(Role.DASH) && word(word + 2, token).says("ray");
        return ray ? word + 3 : word + 1;
    }

    /** Where the word stands in "b as in boy", "b for boy", "h, like hotel", "m as mother"; the same token if none does. */
    private int example(int from, int letter) {
        if (word(from, letter).isAny(Role.LETTER.bit | Role.NUMBER)) {
            return from;
        }
        if (isAsIn(from, letter)) {
            return from + 2;
        }
        int like = behindMark(from, letter);
        if (isFor(like, letter)) {
            return like + 1;
        }
        if (!isLike(like, letter)) {
            return from;
        }
        int word = isLink(like + 1, letter) ? like + 2 : like + 1;
        return isPlainWord(word, letter) && beginsWith(word, first(letter)) ? word : from;
    }

    /** "b for boy" */
    private boolean isFor(int token, int letter) {
        Word word = word(token, letter);
        return word.is(Role.STOP) && word.says("for") && isPlainWord(token + 1, letter);
    }

    private boolean isLike(int token, int letter) {
        return switch (word(token, letter).text()) {
            case "like", "as", "of" -> true;
            default -> false;
        };
    }

    /** "m as for mother", "m like the mother" */
    private boolean isLink(int token, int letter) {
        return switch (word(token, letter).text()) {
            case "in", "for", "a", "the" -> isPlainWord(token + 1, letter);
            default -> false;
        };
    }

    private char first(int letter) {
        return tokens.word(letter(letter)).text().charAt(0);
    }

    private int letter(int token) {
        return tokens.word(token).is(Role.REPEAT) ? token + 1 : token;
    }

    private boolean isBeforeDigits(int token) {
        int next = token + 1;
        for (int i = 0; i < FEWEST_DIGITS_BEHIND; i++) {
            next = behindMark(next, token);
            if (!word(next, token).isAny(Role.NUMBER)) {
                return false;
            }
            next++;
        }
        return true;
    }

    /** Behind the comma at a token, if there is one. */
    private int behindMark(int token, int letter) {
        return word(token, letter).is(Role.SEPARATOR) ? token + 1 : token;
    }

    private boolean isAsIn(int first, int letter) {
        Word word = word(first, letter);
        return word.is(Role.STOP)
                && word.says("as")
                && word(first + 1, letter).says("in")
                && isPlainWord(first + 2, letter);
    }

    private boolean isPlainWord(int token, int sameUtteranceAs) {
        return token < tokens.last(tokens.utterance(sameUtteranceAs))
                && !tokens.word(token).isAny(Role.ANY_MARK | Role.NUMBER | Role.DIGITS.bit);
    }

    private Word word(int token, int sameUtteranceAs) {
        return tokens.word(token, tokens.utterance(sameUtteranceAs));
    }
}
