package io.transcripthub.sentiment;

import java.util.ArrayList;
import java.util.List;

/** Text as Python's {@code str} sees it, which decides what a word is and what capitals are. */
final class PythonText {
    private PythonText() {}

    /** {@code str.split()}: what stands between white space. */
    static List<String> split(String text) {
        List<String> parts = new ArrayList<>(text.length() / 5 + 1);
        int start = -1;
        for (int i = 0; i < text.length(); i++) {
            if (isSpace(text.charAt(i))) {
                if (start >= 0) {
                    parts.add(text.substring(start, i));
                }
                start = -1;
            } else if (start < 0) {
                start = i;
            }
        }
        if (start >= 0) {
            parts.add(text.substring(start));
        }
        return parts;
    }

    /** {@code str.isspace()} of one character: bidirectional type WS, B or S, or category Zs. All are in the BMP. */
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

    /** {@code str.strip(string.punctuation)}. */
    static String withoutPunctuationAround(String token) {
        int start = 0;
        int end = token.length();
        while (start < end && isPunctuation(token.charAt(start))) {
            start++;
        }
        while (start < end && isPunctuation(token.charAt(end - 1))) {
            end--;
        }
        return token.substring(start, end);
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
