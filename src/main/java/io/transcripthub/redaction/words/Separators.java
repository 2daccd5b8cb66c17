package io.transcripthub.redaction.words;

/** What may stand between the digits of one number: spaces, dashes, dots, commas and the like of any script. */
public final class Separators {
    private static final int LONGEST = 10;

    private Separators() {}

    /** Whether there are at most {@value LONGEST} characters in [from, to), and only separators. */
    static boolean join(String text, int from, int to) {
        if (to - from > LONGEST) {
            return false;
        }
        for (int i = from; i < to; i += Character.charCount(text.codePointAt(i))) {
            if (!isSeparator(text.codePointAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Spaces, control and invisible characters, dashes, brackets and punctuation, save what starts something new. */
    public static boolean isSeparator(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.DASH_PUNCTUATION,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION -> true;
            case Character.OTHER_PUNCTUATION -> "@#%&＠＃％＆".indexOf(codePoint) < 0;
            case Character.MATH_SYMBOL -> "−|~∙⋅".indexOf(codePoint) >= 0;
            default -> false;
        };
    }
}
