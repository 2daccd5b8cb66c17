package io.transcripthub.redaction.call;

import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Word;
import java.util.ArrayList;
import java.util.List;

/** Finds dates with the month's name: "March 3rd, 1982", "the third of march eighty two", "april twenty seven". */
public final class DateReader {
    private static final int MONTHS = 12;

    private final Call call;
    private final YearReader years;

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

    /** Roles of the words that a date can begin with in this call. */
    private static long beginning(Tokens tokens) {
        long spoken = tokens.has(Role.ORDINAL.bit) ? Role.ORDINAL.bit | Role.TENS.bit : 0;
        long written = tokens.has(Role.ORDINAL_SUFFIX.bit) ? Role.DIGITS.bit : 0;
        return Role.MONTH.bit | spoken | written;
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
        int end = ordinalsEnd(token);
        int monthEnd = end > token ? token : monthOfYearEnd(token);
        if (monthEnd > token) {
            return new Named(leadIn(token), monthEnd, true, false, 0);
        }
        if (end > token) {
            return new Named(leadIn(token), end, false, true, 0);
        }
        Named date = call.word(token).is(Role.MONTH) && !explainsLetter(token) ? around(token) : null;
        return date != null && date.tokenEnd() - date.token() > 1 ? date : null;
    }

    /** "n as in november" */
    private boolean explainsLetter(int token) {
        return call.groups().cover(token) && call.groups().at(token) == null;
    }

    /** Behind "seventeenth of the third ninety five", "seventh month, eighteenth day, 1986"; the same token if it is none. */
    private int ordinalsEnd(int token) {
        int utterance = call.tokens().utterance(token);
        int first = ordinalEnd(token, utterance);
        if (first == token) {
            return token;
        }
        int named = behindName(first, utterance);
        int other = behindSmall(named, utterance);
        boolean joined = named > first
                || other > first && call.tokens().word(other - 1).is(Role.SEPARATOR)
                || call.word(other, utterance).is(Role.ORDINAL)
                || call.word(other, utterance).text().equals("of");
        other += call.word(other, utterance).text().equals("of") ? 1 : 0;
        other += call.word(other, utterance).text().equals("the") ? 1 : 0;
        int end = joined ? ordinalEnd(other, utterance) : other;
        end = end > other ? behindName(end, utterance) : other;
        int yearEnd = end > other ? years.yearEnd(end, utterance) : end;
        return yearEnd > end ? yearEnd : token;
    }

    private int behindName(int token, int utterance) {
        return switch (call.word(token, utterance).text()) {
            case "month", "day" -> token + 1;
            default -> token;
        };
    }

    private int behindSmall(int from, int utterance) {
        int token = from;
        while (call.word(token, utterance).isAny(Role.FILLER.bit | Role.SEPARATOR.bit)) {
            token++;
        }
        return token;
    }

    /** Behind "sixth month of 2029", "ninth of twenty nine"; the same token if it is no such date. */
    private int monthOfYearEnd(int token) {
        int utterance = call.tokens().utterance(token);
        String next = call.word(token + 1, utterance).text();
        boolean month = call.word(token).is(Role.ORDINAL) && call.word(token).value() <= MONTHS;
        int end = month && next.equals("month") ? years.yearEnd(token + 2, utterance) : token;
        if (end > token + 2 && years.isYear(token + 2, end)) {
            return end;
        }
        int yearEnd = month && next.equals("of") ? years.shortYearEnd(token + 2, utterance) : token;
        return yearEnd == call.tokens().last(utterance) ? yearEnd : token;
    }

    /** Behind "third", "twenty third", "3rd"; the same token if no ordinal begins here. */
    private int ordinalEnd(int token, int utterance) {
        Word word = call.word(token, utterance);
        if (word.is(Role.ORDINAL)) {
            return token + 1;
        }
        if (word.is(Role.TENS)) {
            int unit = call.word(token + 1, utterance).is(Role.DASH) ? token + 2 : token + 1;
            return call.word(unit, utterance).is(Role.ORDINAL) ? unit + 1 : token;
        }
        DigitGroup group = word.is(Role.DIGITS) ? call.groups().at(token) : null;
        return group != null && group.form() == DigitGroup.Form.ORDINAL ? group.tokenEnd() : token;
    }

    /** With the small words that belong to a date: "on the third ..", "the end of may". */
    private int leadIn(int start) {
        int utterance = call.tokens().utterance(start);
        int token = start;
        if (call.word(token - 1, utterance).text().equals("of")
                && call.word(token - 2, utterance).text().equals("end")) {
            token -= 2;
        }
        token -= call.word(token - 1, utterance).text().equals("the") ? 1 : 0;
        return token < start && call.word(token - 1, utterance).text().equals("on") ? token - 1 : token;
    }

    private Named around(int month) {
        int utterance = call.tokens().utterance(month);
        int start = dayStart(month, utterance);
        int end = month + 1;
        int day = years.skip(end, utterance);
        int dayEnd = dayEnd(day, utterance);
        boolean ordinal = ordinalEnd(day, utterance) > day;
        if (ordinal
                || start == month
                        && dayEnd > day
                        && !call.word(end, utterance).text().equals("of")) {
            start = month;
            end = dayEnd;
        }
        int yearEnd = years.yearEnd(end, utterance);
        int late = yearEnd > end && start == month && end == month + 1 ? lateDayEnd(yearEnd, utterance) : yearEnd;
        if (late > yearEnd) {
            return new Named(leadIn(start), late, false, true, 0);
        }
        if ((start < month || end > month + 1) && yearEnd == end) {
            start = years.yearStart(start, utterance);
        }
        int bareYear =
                start == month && end == month + 1 && yearEnd == end ? years.bareYearStart(month, utterance) : month;
        if (bareYear < month) {
            return new Named(bareYear, end, true, false, 0);
        }
        return new Named(
                leadIn(start),
                yearEnd,
                start == month && years.isYear(month + 1, yearEnd),
                yearEnd > end,
                start == month ? years.shortYearEnd(month + 1, utterance) : 0);
    }

    /** "july of forty four the nineteenth", "on the third" */
    private int lateDayEnd(int from, int utterance) {
        int token = from;
        while (call.word(token, utterance).is(Role.SEPARATOR)
                || call.word(token, utterance).text().equals("on")) {
            token++;
        }
        if (!call.word(token, utterance).text().equals("the")) {
            return from;
        }
        int end = ordinalEnd(token + 1, utterance);
        return end > token + 1 ? end : from;
    }

    /** Behind the day that begins here, or the same token if none does. */
    private int dayEnd(int token, int utterance) {
        int ordinal = ordinalEnd(token, utterance);
        if (ordinal > token) {
            return ordinal;
        }
        DigitGroup group = call.groups().at(token);
        return group != null && group.utterance() == utterance && isDay(group) ? group.tokenEnd() : token;
    }

    private int dayStart(int month, int utterance) {
        int last = month - 1;
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
