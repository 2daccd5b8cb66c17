package io.transcripthub.redaction.words;

/** Eight ASCII characters in one number, the first lowest; looked at all at once. */
final class EightCharacters {
    static final int SIZE = Long.BYTES;

    private static final long EACH = 0x0101010101010101L;
    /** The bit of a byte that no ASCII character has. */
    private static final long HIGH = 0x8080808080808080L;

    private EightCharacters() {}

    /** Those in [from, to) of a text, at most the first eight, in lower case. */
    static long of(String text, int from, int to) {
        long eight = 0;
        for (int i = from; i < Math.min(to, from + SIZE); i++) {
            eight |= (long) Characters.lower(text.charAt(i)) << Byte.SIZE * (i - from);
        }
        return eight;
    }

    /** The high bit of each character that is a Latin letter. */
    private static long letters(long eight) {
        long lower = lower(eight);
        long fromA = lower + (0x80 - 'a') * EACH;
        long behindZ = lower + (0x80 - 'z' - 1) * EACH;
        return (fromA ^ behindZ) & HIGH;
    }

    private static long apostrophes(long eight) {
        return ~((eight ^ '\'' * EACH) + 0x7F * EACH) & HIGH;
    }

    /** The letters in lower case; other characters may become others. */
    static long lower(long eight) {
        return eight | ' ' * EACH;
    }

    /** The high bit of the first character that is neither a letter nor an apostrophe before one; 0 if all are. */
    static long wordEnd(long eight) {
        long letters = letters(eight);
        return Long.lowestOneBit(~(letters | apostrophes(eight) & letters >>> Byte.SIZE) & HIGH);
    }

    /** How many characters come before the one of a bit. */
    static int size(long end) {
        return Long.numberOfTrailingZeros(end) / Byte.SIZE;
    }

    /** The word that ends at a bit, in lower case. */
    static long word(long eight, long end) {
        return lower(eight) & (end >>> Byte.SIZE - 1) - 1;
    }
}
