package io.transcripthub.redaction.words;

/** A word of the vocabulary, one object each. Words and digits that are not in it share one object a kind. */
public final class Word {
    /** What steps of {@link Phrases} never go by. */
    static final int NO_ID = 0;

    /** What may stand within a phrase: "date of your birth", "e-mail". */
    static final long PASSED = Role.ASIDE.bit | Role.DASH.bit;

    static final long PASSED_STEP = 1;
    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;
    /** All bits but that one. */
    private static final int STEPS = Long.SIZE - 1;

    public static final Word UNKNOWN = new Word("", NO_ID, Role.UNKNOWN.bit, 0, Phrases.NOWHERE);
    /** One with "'s" that is not in it: "paralegal's". */
    static final Word OWNER = new Word("", NO_ID, 0, 0, Phrases.NOWHERE);
    /** Where no word is. */
    static final Word NONE = new Word("", NO_ID, 0, 0, Phrases.NOWHERE);

    static final Word DIGITS = new Word("", NO_ID, Role.DIGITS.bit, 0, Phrases.NOWHERE);

    private final String text;
    private final long tail;
    /** Of the text, here so that mostly nothing else is looked at to tell two words apart. */
    private final int hash;

    private final int id;
    private final long roles;
    private final int value;
    private final int phrases;
    private final long step;
    private final long otherStep;

    /**
     * @param text lower case; for a mark the mark
     * @param id of the text within its vocabulary
     * @param roles bits of {@link Role}
     * @param value of a number word or a month
     * @param phrases place in {@link Phrases} of the phrases that begin with this word
     */
    Word(String text, int id, long roles, int value, int phrases) {
        this.text = text;
        this.tail = Vocabulary.tail(text, 0, text.length());
        this.hash = text.hashCode();
        this.id = id;
        this.roles = roles;
        this.value = value;
        this.phrases = phrases;
        long passed = isAny(PASSED) ? PASSED_STEP : 0;
        this.step = step(id) | passed;
        this.otherStep = otherStep(id) | passed;
    }

    public String text() {
        return text;
    }

    /** Of the text, see {@link Vocabulary#tail}. */
    long tail() {
        return tail;
    }

    /** @param other lower case */
    public boolean says(String other) {
        return hash == other.hashCode() && text.equals(other);
    }

    int id() {
        return id;
    }

    /** A bit of many that one of a phrase may go on by, which other words may have, too. */
    static long step(int id) {
        return 2L << id % STEPS;
    }

    /** Another, which those that have the same bit mostly don't have. */
    static long otherStep(int id) {
        return 2L << (id * GOLDEN_RATIO >>> Long.SIZE - 6) % STEPS;
    }

    /** Its own and, if phrases may have it within themselves, {@link #PASSED_STEP}. */
    long step() {
        return step;
    }

    long otherStep() {
        return otherStep;
    }

    public long roles() {
        return roles;
    }

    public int value() {
        return value;
    }

    int phrases() {
        return phrases;
    }

    /** The same word in other roles. */
    Word as(long others) {
        return new Word(text, id, others, 0, phrases);
    }

    public boolean is(Role role) {
        return (roles & role.bit) != 0;
    }

    /** Whether it is a word of one of these roles and no mark: "dot", not ".". */
    public boolean isSpoken(long bits) {
        return isAny(bits) && !is(Role.SEPARATOR);
    }

    /** Whether nothing is known of it but perhaps a phrase or what it says of the digits of a number. */
    public boolean isPlain() {
        return (roles & ~(Role.UNKNOWN.bit | Role.PART.bit | Role.COUNTED.bit)) == 0;
    }

    public boolean isAny(long bits) {
        return (roles & bits) != 0;
    }
}
