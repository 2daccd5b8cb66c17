package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.call.DateReader;
import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.numbers.Groups;
import io.transcripthub.redaction.words.Role;

/**
 * What was told of a date of birth.
 *
 * @param digits of the day, the month and the year, but not those of ordinals
 * @param hasYear whether the year was told
 * @param isWhole whether the day was told, too
 */
record ToldBirthDate(String digits, boolean hasYear, boolean isWhole) {
    private static final int MOST_GROUPS = 8;
    private static final int YEAR_DIGITS = 4;
    private static final int MONTHS = 12;

    /** What the last groups before a token tell. */
    static ToldBirthDate before(Call call, int token, Claims claims) {
        Groups groups = call.groups();
        int last = groups.from(token) - 1;
        StringBuilder told = new StringBuilder();
        for (int i = last; i >= Math.max(0, last - MOST_GROUPS); i--) {
            DigitGroup group = groups.get(i);
            if (isOfBirth(group, claims)
                    && !group.isLetter()
                    && !call.word(group.tokenEnd()).is(Role.ORDINAL)) {
                told.insert(0, group.digits());
            }
        }
        String digits = told.toString();
        DateReader.Named date =
                last >= 0 && isOfBirth(groups.get(last), claims) ? call.namedDate(groups.get(last)) : null;
        boolean full = digits.length() > YEAR_DIGITS || date != null && date.isFull();
        return new ToldBirthDate(digits, full || isYear(digits), full && (date == null || !date.isMonthAndYear()));
    }

    private static boolean isOfBirth(DigitGroup group, Claims claims) {
        return claims.touch(group) && EntityType.DATE_OF_BIRTH.equals(claims.typeAt(group.utterance(), group.start()));
    }

    private static boolean isYear(String digits) {
        return digits.length() == YEAR_DIGITS
                && BirthYears.isLongAgo(digits, false)
                && Integer.parseInt(digits.substring(2)) > MONTHS;
    }
}
