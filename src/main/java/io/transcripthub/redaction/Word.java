package io.transcripthub.redaction;

/**
 * A word of the vocabulary. Words, marks and digits that are not in it share one object a kind.
 *
 * @param text lower case; for a mark the mark
 * @param roles bits of {@link Role}
 * @param value of a number word, a month or a spelled letter
 * @param phrases the phrases of cues that begin with this word, or null
 */
record Word(String text, long roles, int value, Phrases phrases) {
    static final Word UNKNOWN = new Word("", 0, 0, null);
    static final Word DIGITS = new Word("", Role.DIGITS.bit, 0, null);

    boolean is(Role role) {
        return (roles & role.bit) != 0;
    }

    boolean isAny(long bits) {
        return (roles & bits) != 0;
    }
}
