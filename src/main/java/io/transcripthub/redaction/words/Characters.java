package io.transcripthub.redaction.words;

/** What the characters of a text are to the {@link Tokenizer}, and how they are compared. */
public final class Characters {
    static final int SPACE = 0;
    static final int LETTER = 1;
    static final int DIGIT = 2;
    static final int MARK = 3;

    private static final byte[] ASCII = new byte[128];

    static {
        for (int c = 0; c < ASCII.length; c++) {
            ASCII[c] = (byte) kindByCategory(c);
        }
    }

    private Characters() {}

    static int kind(int codePoint) {
        return codePoint < ASCII.length ? ASCII[codePoint] : kindByCategory(codePoint);
    }

    /** The number of a Latin letter in the alphabet, from 1; 0 for any other character. */
    public static int letter(char c) {
        int letter = (c | ' ') - 'a' + 1;
        return letter > 0 && letter <= 26 ? letter : 0;
    }

    /** In lower case, with a straight apostrophe. */
    public static char lower(char c) {
        if (c < ASCII.length) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return c == '’' || c == 'ʼ' ? '\'' : Character.toLowerCase(c);
    }

    private static int kindByCategory(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER -> LETTER;
            case Character.DECIMAL_DIGIT_NUMBER -> DIGIT;
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> SPACE;
            default -> MARK;
        };
    }
}
