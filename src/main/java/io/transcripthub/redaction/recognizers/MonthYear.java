package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.DateReader;
import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.numbers.ExpiryDigits;
import io.transcripthub.redaction.words.Role;
import java.util.List;

/** The month and the year of a card, however they are said: "929", "0929" and "09/2029" are the same. */
record MonthYear(int month, int year) {
    /** @return null if the digits are no month and year in which a card may expire */
    static MonthYear of(String digits) {
        int length = digits.length();
        boolean century = length > 4 && digits.startsWith("20", length - 4);
        int monthEnd = length - (century ? 4 : 2);
        boolean valid = monthEnd > 0
                && ExpiryDigits.isMonth(digits.substring(0, monthEnd))
                && ExpiryDigits.isYear(digits.substring(monthEnd));
        return valid
                ? new MonthYear(
                        Integer.parseInt(digits.substring(0, monthEnd)), Integer.parseInt(digits.substring(length - 2)))
                : null;
    }

    /** @return null if it is no month with such a year */
    static MonthYear of(Call call, DateReader.Named date) {
        StringBuilder digits = new StringBuilder();
        for (int token = date.token(); token < date.expiryEnd(); token++) {
            DigitGroup group = call.groups().at(token);
            if (call.word(token).isAny(Role.MONTH.bit | Role.ORDINAL.bit)) {
                digits.insert(0, call.word(token).value());
            } else if (group != null) {
                digits.append(group.digits());
                token = group.tokenEnd() - 1;
            }
        }
        return of(digits.toString());
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    /** Digits that have all ways to say it in them. */
    List<String> digits() {
        String first = twoDigits(month);
        String last = twoDigits(year);
        return List.of(first + last, first + "20" + last);
    }
}
