package io.transcripthub.redaction.recognizers;

/** Years that digits of a date begin or end with: whether somebody who is spoken of may be born in them. */
final class BirthYears {
    private static final int YEAR_DIGITS = 4;
    private static final int FIRST_YEAR = 1915;
    private static final int LAST_YEAR = 2019;
    private static final int FIRST_SHORT_YEAR = 31;
    private static final int LAST_SHORT_YEAR = 24;

    private BirthYears() {}

    /** Ends with a year from 1915 to 2018; of two digits only where birth was spoken of. */
    static boolean isLongAgo(String digits, boolean mentioned) {
        int length = digits.length();
        if (length >= YEAR_DIGITS) {
            int year = Integer.parseInt(digits.substring(length - YEAR_DIGITS));
            if (year >= FIRST_YEAR && year < LAST_YEAR) {
                return true;
            }
        }
        return mentioned
                && length >= 2
                && length < YEAR_DIGITS
                && Integer.parseInt(digits.substring(length - 2)) > FIRST_SHORT_YEAR;
    }

    /** "23/10/2025": hardly anybody who is spoken of was born so late. */
    static boolean isLate(String digits) {
        int length = digits.length();
        return length >= YEAR_DIGITS && isLateYear(digits, length - YEAR_DIGITS)
                || length == 2 * YEAR_DIGITS && isLateYear(digits, 0);
    }

    private static boolean isLateYear(String digits, int at) {
        return digits.startsWith("20", at)
                && Integer.parseInt(digits.substring(at + 2, at + YEAR_DIGITS)) > LAST_SHORT_YEAR;
    }

    /** The year, of two or four digits, is none to come. */
    static boolean isPast(String digits) {
        int year = Integer.parseInt(digits.substring(digits.length() - 2));
        return year <= LAST_SHORT_YEAR || year > FIRST_SHORT_YEAR;
    }
}
