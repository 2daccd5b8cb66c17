package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.numbers.DigitGroup;

/** Digits that may be a day, a month and a year, of two or four digits, in any usual order. */
final class DayMonthYear {
    private static final int SHORTEST = 4;
    private static final int LONGEST = 8;
    private static final int YEAR = 4;
    private static final int SHORT_YEAR = 2;
    private static final int LAST_DAY = 31;

    private DayMonthYear() {}

    /** Of three groups at least; of four digits only as "nine nine fourteen". */
    static boolean isSpoken(DigitRun run) {
        int length = run.length();
        if (run.size() < 3 || length < SHORTEST || length > LONGEST) {
            return false;
        }
        String digits = run.digits();
        if (digits.startsWith("00")) {
            return false;
        }
        if (length == SHORTEST) {
            return run.size() == 3
                    && run.last().form() == DigitGroup.Form.SPOKEN_PAIR
                    && digits.lastIndexOf('0', 1) < 0;
        }
        return isDate(digits);
    }

    /** "twenty nine ninety nine": two numbers, neither of which is a month, and no year. */
    static boolean isPrice(DigitRun run) {
        return run.size() == 2
                && run.length() == SHORTEST
                && !run.first().isMonth()
                && !run.last().isMonth()
                && Integer.parseInt(run.last().digits()) > LAST_DAY
                && !run.digits().startsWith("19")
                && !run.digits().startsWith("20");
    }

    private static boolean isDate(String digits) {
        int length = digits.length();
        int days = length - YEAR;
        return length - SHORT_YEAR <= SHORTEST && isDayAndMonth(digits, 0, length - SHORT_YEAR)
                || days >= 2 && isCentury(digits, days) && isDayAndMonth(digits, 0, days)
                || days >= 2 && isCentury(digits, 0) && isDayAndMonth(digits, YEAR, length);
    }

    /** Of somebody who may live. */
    private static boolean isCentury(String digits, int at) {
        return digits.startsWith("19", at) && digits.charAt(at + 2) > '0' || digits.startsWith("20", at);
    }

    /** Two to four digits, wherever the second number begins. */
    private static boolean isDayAndMonth(String digits, int from, int to) {
        for (int at = Math.max(from + 1, to - 2); at < to && at <= from + 2; at++) {
            int one = Integer.parseInt(digits.substring(from, at));
            int other = Integer.parseInt(digits.substring(at, to));
            if (one > 0 && other > 0 && Math.min(one, other) <= 12 && Math.max(one, other) <= LAST_DAY) {
                return true;
            }
        }
        return false;
    }
}
