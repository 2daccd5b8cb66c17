package io.transcripthub.redaction.numbers;

/** Digits that are a month, or a year in which a card may expire. */
public final class ExpiryDigits {
    private ExpiryDigits() {}

    /** Of one or two digits. */
    public static boolean isMonth(String digits) {
        int month = digits.length() <= 2 && isDigits(digits) ? Integer.parseInt(digits) : 0;
        return month >= 1 && month <= 12;
    }

    /** Of two digits, or of four that begin with the century. */
    public static boolean isYear(String digits) {
        if (digits.length() == 4 && digits.startsWith("20")) {
            return isYear(digits.substring(2));
        }
        int year = digits.length() == 2 && isDigits(digits) ? Integer.parseInt(digits) : 0;
        return year >= 15 && year <= 49;
    }

    private static boolean isDigits(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            if (!Character.isDigit(digits.charAt(i))) {
                return false;
            }
        }
        return !digits.isEmpty();
    }
}
