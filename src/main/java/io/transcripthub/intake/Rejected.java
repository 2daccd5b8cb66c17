package io.transcripthub.intake;

import java.util.regex.Pattern;

/** Input that is not taken. */
public final class Rejected extends RuntimeException {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_.:/;,-]+( [\\p{L}\\p{N}_.:/;,-]+)?");
    private static final int LONGEST = 60;
    private static final int MOST_DIGITS = 8;

    private final String field;
    private final String discreet;

    /** @param field name of the member at fault, null when it is the whole */
    public Rejected(String field, String words) {
        this(field, words, words);
    }

    private Rejected(String field, String words, String discreet) {
        super(words);
        this.field = field;
        this.discreet = discreet;
    }

    public String field() {
        return field;
    }

    /**
     * The message, fit to be kept: a caller may be told what they sent, but what stands in the wrong place of a file may be
     * part of a transcript. Only what looks like a name is quoted.
     */
    public String discreet() {
        return discreet;
    }

    /** An error that names field, expectation and what was found, in our words. */
    public static Rejected expected(String field, String expected, Object found) {
        return new Rejected(field, field + ": expected " + expected + ", found " + shown(String.valueOf(found)));
    }

    /** As {@link #expected}, where what was found is somebody's text. */
    static Rejected expectedNot(String field, String expected, String text) {
        String words = field + ": expected " + expected + ", found ";
        return new Rejected(field, words + shown("'" + text + "'"), words + discreet(text));
    }

    /** As {@link #expected}, where what was found is somebody's number: a long one may be that of a card or an account. */
    static Rejected expectedNumber(String field, String expected, String number) {
        String words = field + ": expected " + expected + ", found ";
        return new Rejected(
                field, words + shown(number), words + (number.length() > MOST_DIGITS ? "a longer number" : number));
    }

    /** An error about the name of a field. */
    static Rejected named(String name, String before, String after) {
        return new Rejected(name, before + " '" + name + "'" + after, before + " " + discreetName(name) + after);
    }

    private static String discreet(String text) {
        return isName(text) ? "'" + text + "'" : text.length() + " characters";
    }

    /** The name in quotes if it looks like one, else its length. */
    static String discreetName(String text) {
        return isName(text) ? discreet(text) : "(" + discreet(text) + ")";
    }

    private static boolean isName(String text) {
        return text.length() <= LONGEST
                && NAME.matcher(text).matches()
                && text.chars().filter(Character::isDigit).count() <= MOST_DIGITS;
    }

    private static String shown(String found) {
        return found.length() > LONGEST ? found.length() + " characters" : found;
    }
}
