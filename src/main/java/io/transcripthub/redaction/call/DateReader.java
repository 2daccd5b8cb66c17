package io.transcripthub.redaction.call;

import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;
import java.util.ArrayList;
import java.util.List;

/** Finds dates with the month's name: "March 3rd, 1982", "the third of march eighty two", "april twenty seven". */
public final class DateReader {
    private final Call call;
    private final YearReader years;
    private final OrdinalDates ordinals;
    private final Holidays holidays;

    /**
     * The tokens [token, tokenEnd) of a date.
     *
     * @param monthYearEnd behind its beginning that is a month and a year, too: "april thirty", "april thirty six oh two"; 0 if
     *     there is none
     */
    public record Named(int token, int tokenEnd, boolean isMonthAndYear, boolean isFull, int monthYearEnd) {
        /** Behind the month and year that it begins with, 0 if it does not. */
        public int expiryEnd() {
            return isMonthAndYear ? tokenEnd : monthYearEnd;
        }
    }

    private DateReader(Call call) {
        this.call = call;
        this.years = new YearReader(call);
        this.ordinals = new OrdinalDates(call, years);
        this.holidays = new Holidays(call, years);
    }

    static List<Named> read(Call call) {
        DateReader reader = new DateReader(call);
        List<Named> dates = new ArrayList<>();
        int from = 0;
        for (Named labelled : LabelledDates.read(call)) {
            reader.read(from, labelled.token(), dates);
            dates.add(labelled);
            from = labelled.tokenEnd();
        }
        reader.read(from, call.tokens().size(), dates);
        return dates;
    }

    /** The one of some dates in their order that a token belongs to; null if there is none. */
    static Named around(int token, List<Named> dates) {
        int low = 0;
        int high = dates.size();
        while (low < high) {
            int middle = low + high >>> 1;
            if (dates.get(middle).tokenEnd() <= token) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < dates.size() && dates.get(low).token() <= token ? dates.get(low) : null;
    }

    /** Roles of the words that a date can begin with in this call. */
    private static long beginning(Tokens tokens) {
        long spoken = tokens.has(Role.ORDINAL.bit) ? Role.ORDINAL.bit | Role.TENS.bit : 0;
        long written = tokens.has(Role.ORDINAL_SUFFIX.bit) ? Role.DIGITS.bit : 0;
        return Role.MONTH.bit | Role.HOLIDAY.bit | spoken | written;
    }

    /** The dates within the tokens [from, to). */
    private void read(int from, int to, List<Named> dates) {
        Tokens tokens = call.tokens();
        long beginning = beginning(tokens);
        for (int token = tokens.next(from, beginning); token < to; token = tokens.next(token + 1, beginning)) {
            Named date = at(token);
            if (date != null && date.token() >= from && date.tokenEnd() <= to) {
                dates.add(date);
                token = Math.max(token, date.tokenEnd() - 1);
            }
        }
    }

    private Named at(int token) {
        Named other = call.word(token).is(Role.HOLIDAY) ? holidays.at(token) : ordinals.at(token);
        if (other != null) {
            return other;
        }
        Named date = call.word(token).is(Role.MONTH) && !explainsLetter(token) ? around(token) : null;
        return date != null && date.tokenEnd() - date.token() > 1 ? date : null;
    }

    /** "n as in november" */
    private boolean explainsLetter(int token) {
        return call.groups().cover(token) && call.groups().at(token) == null;
    }

    private Named around(int month) {
        int utterance = call.tokens().utterance(month);
        int start = dayStart(month, utterance);
        int late = start == month ? years.yearEnd(month + 1, utterance) : month;
        int lateDay = late > month + 1 ? lateDayEnd(late, utterance) : late;
        if (lateDay > late) {
            return new Named(years.leadIn(start), lateDay, false, true, 0);
        }
        int end = month + 1;
        int day = years.skip(end, utterance);
        int dayEnd = dayEnd(day, utterance);
        boolean ordinal = ordinals.ordinalEnd(day, utterance) > day;
        if (ordinal
                || start == month && dayEnd > day && !call.word(end, utterance).says("of")) {
            start = month;
            end = dayEnd;
        }
        int yearEnd = start == month && end == month + 1 ? late : years.yearEnd(end, utterance);
        if ((start < month || end > month + 1) && yearEnd == end) {
            start = years.yearStart(start, utterance);
        }
        if (start == month && end == month + 1 && yearEnd == end && isRelative(month, utterance)) {
            return new Named(month - 1, end, true, false, 0);
        }
        int bareYear =
                start == month && end == month + 1 && yearEnd == end ? years.bareYearStart(month, utterance) : month;
        if (bareYear < month) {
            return new Named(bareYear, end, true, false, 0);
        }
        return new Named(
                years.leadIn(start),
                yearEnd,
                start == month && years.isYear(month + 1, yearEnd),
                yearEnd > end,
                start == month ? years.shortYearEnd(month + 1, utterance) : 0);
    }

    /** "this december", "the tenth of last december" */
    private boolean isRelative(int month, int utterance) {
        return YearReader.isRelative(call.word(month - 1, utterance))
                && !call.word(month).says("may");
    }

    /** "july of forty four the nineteenth", "on the third" */
    private int lateDayEnd(int from, int utterance) {
        int token = from;
        while (call.word(token, utterance).is(Role.SEPARATOR)
                || call.word(token, utterance).says("on")
                || call.word(token, utterance).says("the")) {
            token++;
        }
        int end = token > from ? ordinals.ordinalEnd(token, utterance) : token;
        return end > token ? end : from;
    }

    /** Behind the day that begins here, or the same token if none does. */
    private int dayEnd(int token, int utterance) {
        int ordinal = ordinals.ordinalEnd(token, utterance);
        if (ordinal > token) {
            return ordinal;
        }
        DigitGroup group = call.groups().at(token);
        return group != null && group.utterance() == utterance && isDay(group) ? group.tokenEnd() : token;
    }

    private int dayStart(int month, int utterance) {
        int last = isRelative(month, utterance) ? month - 2 : month - 1;
        while (last > month - 6 && YearReader.isSmall(call.word(last, utterance))) {
            last--;
        }
        int start = month;
        if (call.word(last, utterance).is(Role.ORDINAL)) {
            start = last;
            int tens = call.word(last - 1, utterance).is(Role.DASH) ? last - 2 : last - 1;
            start = call.word(tens, utterance).is(Role.TENS) ? tens : start;
        } else {
            DigitGroup group = call.groups().endingAt(last + 1);
            if (group != null && group.utterance() == utterance && isDay(group) && !endsNumber(group)) {
                start = group.token();
            }
        }
        return start;
    }

    /** "8 6 4 5, september twenty seven": no day. */
    private static boolean endsNumber(DigitGroup group) {
        return group.size() == 1 && group.joint() == DigitGroup.Joint.PLAIN;
    }

    private static boolean isDay(DigitGroup group) {
        return group.size() <= 2 && !group.isLetter() && Integer.parseInt(group.digits()) <= 31;
    }
}
