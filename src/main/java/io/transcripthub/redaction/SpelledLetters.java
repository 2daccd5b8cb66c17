package io.transcripthub.redaction;

import java.util.Locale;

/** Reads single letters and words of the spelling alphabet: "b", "b as in boy", "bravo", "double l". */
final class SpelledLetters {
    private static final int FEWEST_DIGITS_BEHIND = 4;

    private final Tokens tokens;

    SpelledLetters(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * Whether a letter is spelled there; "a" and "I" only beside other letters or digits.
     *
     * @param previous the group before it, or null
     */
    boolean isAt(int token, DigitGroup previous) {
        String text = tokens.word(token).text();
        if (!text.equals("a") && !text.equals("i")) {
            return true;
        }
        Word after = word(token + 1, token);
        Word next = word(behindMark(token + 1, token), token);
        return previous != null && previous.isLetter() && behindMark(previous.tokenEnd(), token) == token
                || next.is(Role.LETTER)
                || isBeforeDigits(token)
                || tokens.adjoins(token + 1) && after.is(Role.DIGITS)
                || isAsIn(token + 1, token)
                || isFor(token + 1, token) && beginsWith(token + 2, text.charAt(0));
    }

    /** "i for india" */
    private boolean beginsWith(int token, char letter) {
        return tokens.word(token).text().indexOf(letter) == 0;
    }

    /** The letter in upper case, as often as it is said to be there. */
    String read(int token) {
        int times = tokens.word(token).is(Role.REPEAT) ? tokens.word(token).value() : 1;
        String text = tokens.word(letter(token)).text();
        return text.substring(0, 1).toUpperCase(Locale.ROOT).repeat(times);
    }

    /** The token behind the letter and what explains it. */
    int end(int token) {
        int end = letter(token) + 1;
        if (isAsIn(end, token)) {
            return end + 3;
        }
        int like = behindMark(end, token);
        if (!isFor(like, token)) {
            return end;
        }
        boolean ray = word(like + 2, token).is(Role.DASH)
                && word(like + 3, token).text().equals("ray");
        return ray ? like + 4 : like + 2;
    }

    /** "b for boy", "h, like hotel" */
    private boolean isFor(int token, int letter) {
        String text = word(token, letter).text();
        return text.equals("for") && isPlainWord(token + 1, letter)
                || text.equals("like") && isWordOf(token + 1, letter);
    }

    private boolean isWordOf(int token, int letter) {
        return isPlainWord(token, letter)
                && (word(token, letter).isAny(Role.SPELLED | Role.GIVEN_NAME.bit | Role.SURNAME.bit)
                        || word(token, letter).equals(Word.UNKNOWN));
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
        return word(first, letter).text().equals("as")
                && word(first + 1, letter).text().equals("in")
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
