package io.transcripthub.intake;

/** Input that is not taken. */
public final class Rejected extends RuntimeException {
    private final String field;

    /** @param field name of the member at fault, null when it is the whole */
    public Rejected(String field, String words) {
        super(words);
        this.field = field;
    }

    public String field() {
        return field;
    }

    /** An error that names field, expectation and what was found. */
    public static Rejected expected(String field, String expected, Object found) {
        return new Rejected(field, field + ": expected " + expected + ", found " + shown(found));
    }

    private static String shown(Object found) {
        String text = String.valueOf(found);
        return text.length() > 60 ? text.length() + " characters" : text;
    }
}
