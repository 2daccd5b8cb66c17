package io.transcripthub.sentiment;

/** Text as Python's {@code str} sees it, which decides what a word is and what capitals are. */
final class PythonText {
    private PythonText() {}

    /**
     * {@code str.isspace()} of one character, which {@code str.split()} splits at: bidirectional type WS, B or S, or
     * category Zs. All are in the BMP.
     */
    static boolean isSpace(char c) {
        if (c < 0x80) {
            return c == ' ' || c >= '\t' && c <= '\r' || c >= 0x1C && c <= 0x1F;
        }
        return c == 0x85
                || c == 0xA0
                || c == 0x1680
                || c >= 0x2000 && c <= 0x200A
                || c == 0x2028
                || c == 0x2029
                || c == 0x202F
                || c == 0x205F
                || c == 0x3000;
    }

    /** Where {@code str.lstrip(string.punctuation)} of a part of a text begins. */
    static int afterPunctuation(char[] text, int start, int end) {
        int after = start;
        while (after < end && isPunctuation(text[after])) {
            after++;
        }
        return after;
    }

    /** Where {@code str.rstrip(string.punctuation)} of a part of a text ends. */
    static int beforePunctuation(char[] text, int start, int end) {
        int before = end;
        while (before > start && isPunctuation(text[before - 1])) {
            before--;
        }
        return before;
    }

    /** {@code str.isupper()}: there are capitals, and neither small nor title-case letters. */
    static boolean isUpper(String token) {
        boolean capitals = false;
        for (int i = 0; i < token.length(); ) {
            int character = token.codePointAt(i);
            if (Character.isLowerCase(character) || Character.isTitleCase(character)) {
                return false;
            }
            capitals |= Character.isUpperCase(character);
            i += Character.charCount(character);
        }
        return capitals;
    }

    private static boolean isPunctuation(char c) {
        return c >= '!' && c <= '/' || c >= ':' && c <= '@' || c >= '[' && c <= '`' || c >= '{' && c <= '~';
    }
}
