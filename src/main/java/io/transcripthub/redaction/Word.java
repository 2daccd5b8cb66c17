package io.transcripthub.redaction;

/** A word of the vocabulary, one object each. Words and digits that are not in it share one object a kind. */
final class Word {
    static final Word UNKNOWN = new Word("", 0, 0, Phrases.NOWHERE);
    /** Where no word is. */
    static final Word NONE = new Word("", 0, 0, Phrases.NOWHERE);

    static final Word DIGITS = new Word("", Role.DIGITS.bit, 0, Phrases.NOWHERE);

    private final String text;
    /** That of the text, as it is asked for at each word. */
    private final int hash;

    private final long roles;
    private final int value;
    private final int phrases;

    /**
     * @param text lower case; for a mark the mark
     * @param roles bits of {@link Role}
     * @param value of a number word or a month
     * @param phrases place in {@link Phrases} of the phrases that begin with this word
     */
    Word(String text, long roles, int value, int phrases) {
        this(text, text.hashCode(), roles, value, phrases);
    }

    private Word(String text, int hash, long roles, int value, int phrases) {
        this.text = text;
        this.hash = hash;
        this.roles = roles;
        this.value = value;
        this.phrases = phrases;
    }

    String text() {
        return text;
    }

    int hash() {
        return hash;
    }

    long roles() {
        return roles;
    }

    int value() {
        return value;
    }

    int phrases() {
        return phrases;
    }

    /** The same word in other roles. */
    Word as(long others) {
        return new Word(text, hash, others, 0, phrases);
    }

    boolean is(Role role) {
        return (roles & role.bit) != 0;
    }

    boolean isAny(long bits) {
        return (roles & bits) != 0;
    }
}
