package io.transcripthub.events;

/** An event that is not taken; the message quotes nothing but the type. */
public final class UnexpectedEvent extends RuntimeException {
    private final String field;

    UnexpectedEvent(String field, String words) {
        super(words);
        this.field = field;
    }

    static UnexpectedEvent expected(String field, String expected, String found) {
        return new UnexpectedEvent(field, field + ": expected " + expected + ", found " + found);
    }

    /** The member at fault, null when it is the whole. */
    public String field() {
        return field;
    }
}
