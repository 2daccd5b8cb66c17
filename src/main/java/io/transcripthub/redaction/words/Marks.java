package io.transcripthub.redaction.words;

import java.util.function.ToIntFunction;

/** Punctuation marks and symbols as words. Those in common use are one object each. */
final class Marks {
    private static final int LATIN_END = 0x100;
    /** Of general punctuation and currencies. */
    private static final int FIRST = 0x2010;

    private static final int END = 0x20D0;

    private final Word[] known = new Word[END];
    private final ToIntFunction<String> ids;

    /** @param ids of marks that phrases may have, by their text; {@link Word#NO_ID} for others */
    Marks(ToIntFunction<String> ids) {
        this.ids = ids;
        know(0, LATIN_END);
        know(FIRST, END);
    }

    private void know(int from, int to) {
        for (int mark = from; mark < to; mark++) {
            if (Characters.kind(mark) == Characters.MARK) {
                known[mark] = read(mark);
            }
        }
    }

    Word get(int codePoint) {
        Word word = codePoint < END ? known[codePoint] : null;
        return word == null ? read(codePoint) : word;
    }

    private Word read(int mark) {
        String text = Character.toString(mark);
        long kind = Character.getType(mark) == Character.CURRENCY_SYMBOL
                ? Role.CURRENCY.bit
                : Separators.isSeparator(mark) ? Role.SEPARATOR.bit : Role.MARK.bit;
        return new Word(text, ids.applyAsInt(text), kind | role(mark), 0, Phrases.NOWHERE);
    }

    private static long role(int mark) {
        if (Character.getType(mark) == Character.DASH_PUNCTUATION || mark == '−') {
            return Role.DASH.bit;
        }
        return switch (mark) {
            case '.', '．' -> Role.DOT.bit;
            case '/' -> Role.SLASH.bit;
            case ':' -> Role.COLON.bit;
            case '_' -> Role.UNDERSCORE.bit;
            case '@', '＠' -> Role.AT.bit;
            case '+', '＋' -> Role.PLUS.bit;
            case ',' -> Role.ASIDE.bit;
            default -> 0;
        };
    }
}
