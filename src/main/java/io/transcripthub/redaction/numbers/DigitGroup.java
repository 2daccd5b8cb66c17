package io.transcripthub.redaction.numbers;

/**
 * What is said or written in one go of a number: "4111", "four", "double one", "forty one", "eight hundred"; in a code also
 * a letter, "B as in boy".
 *
 * @param start first UTF-16 offset into the utterance
 * @param end the offset behind the last
 * @param digits ASCII, whatever the script; of a letter that letter in upper case
 * @param token the first that it is made of
 * @param tokenEnd the token behind the last
 * @param joint what stands between it and the group before it in the utterance
 */
public record DigitGroup(
        int utterance, int start, int end, String digits, int token, int tokenEnd, Form form, Joint joint) {
    public enum Form {
        WRITTEN,
        SPOKEN_DIGIT,
        /** "eleven", "forty one". */
        SPOKEN_PAIR,
        /** With "hundred" or "thousand". */
        CARDINAL,
        /** "3rd". */
        ORDINAL,
        LETTER
    }

    public enum Joint {
        /** Something that ends a number. */
        NONE,
        PLAIN,
        DASH,
        DOT,
        SLASH,
        COLON,
        WORDS,
        CORRECTION
    }

    /** The same behind a word of correction. */
    public DigitGroup corrected() {
        return new DigitGroup(utterance, start, end, digits, token, tokenEnd, form, Joint.CORRECTION);
    }

    public int size() {
        return digits.length();
    }

    public boolean isLetter() {
        return form == Form.LETTER;
    }

    /** Whether it begins with a word. */
    public boolean isSpoken() {
        return form == Form.SPOKEN_DIGIT || form == Form.SPOKEN_PAIR || isLetter();
    }

    public boolean isMonth() {
        return !isLetter() && size() <= 2 && isBetween(1, Integer.parseInt(digits), 12);
    }

    private static boolean isBetween(int low, int value, int high) {
        return low <= value && value <= high;
    }
}
