package io.transcripthub.redaction.call;

import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.numbers.ExpiryDigits;
import io.transcripthub.redaction.numbers.Groups;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Word;

/** Reads the year before or behind the day and the month of a date. */
final class YearReader {
    private static final int YEAR_DIGITS = 4;
    private static final int LONGEST_HOLIDAY = 3;
    private static final int MOST_SMALL = 5;
    /** Behind small words, a holiday and small words again no year begins. */
    private static final int FARTHEST = MOST_SMALL + LONGEST_HOLIDAY + 1 + MOST_SMALL + 1;

    private final Call call;

    YearReader(Call call) {
        this.call = call;
    }

    /** "twenty thirty in april", "two thousand twenty seven march" */
    int bareYearStart(int month, int utterance) {
        int in = call.word(month - 1, utterance).says("in") ? month - 1 : month;
        int start = yearStart(in, utterance);
        if (start == in || in == month && !isWholeYear(start, month) || !isExpiryYear(start, utterance)) {
            return month;
        }
        return call.word(start - 1, utterance).says("in") ? start - 1 : start;
    }

    private boolean isWholeYear(int from, int to) {
        return call.groups().digitsBetween(from, to, YEAR_DIGITS + 1) == YEAR_DIGITS && isYear(from, to);
    }

    /** Not "sixty five in september". */
    private boolean isExpiryYear(int token, int utterance) {
        DigitGroup year = call.groups().at(token);
        return year == null
                || call.word(year.tokenEnd(), utterance).isAny(Role.NUMBER)
                || year.size() > 2
                || ExpiryDigits.isYear(year.digits());
    }

    /** "eighty six october the fourth" */
    int yearStart(int date, int utterance) {
        int start = call.word(date - 1, utterance).is(Role.SEPARATOR) ? date - 1 : date;
        int digits = 0;
        for (DigitGroup group = call.groups().endingAt(start);
                group != null
                        && group.utterance() == utterance
                        && digits + group.size() <= YEAR_DIGITS
                        && !group.isLetter();
                group = call.groups().endingAt(start)) {
            digits += group.size();
            start = group.token();
        }
        return digits == 2 || digits == YEAR_DIGITS ? start : date;
    }

    /** Behind a year of two digits in which a card may expire. */
    int shortYearEnd(int from, int utterance) {
        int token = skip(from, utterance);
        DigitGroup group = call.groups().at(token);
        boolean year = group != null
                && group.utterance() == utterance
                && group.form() != DigitGroup.Form.ORDINAL
                && !call.word(group.tokenEnd(), utterance).is(Role.ORDINAL)
                && ExpiryDigits.isYear(group.digits());
        return year ? group.tokenEnd() : 0;
    }

    /** Whether there is nothing but a year: "of twenty twenty seven", "27". */
    boolean isYear(int from, int to) {
        StringBuilder digits = new StringBuilder();
        boolean relative = false;
        for (int token = from; token < to; token++) {
            DigitGroup group = call.groups().at(token);
            if (group != null && group.form() != DigitGroup.Form.ORDINAL) {
                digits.append(group.digits());
                token = group.tokenEnd() - 1;
            } else if (isRelative(call.word(token))) {
                relative = true;
            } else if (!isSmall(call.word(token))) {
                return false;
            }
        }
        return digits.length() == 0 && relative
                || digits.length() == 2
                || digits.length() == YEAR_DIGITS && digits.indexOf("20") == 0;
    }

    /** Behind the year that begins here, or the same token if none does. */
    int yearEnd(int from, int utterance) {
        int relative = relativeEnd(from, utterance);
        if (!call.groups().hasBetween(relative, relative + FARTHEST)) {
            return relative;
        }
        int token = skip(behindHoliday(skip(relative, utterance), utterance), utterance);
        int end = relative;
        int whole = relative;
        int digits = 0;
        boolean century = false;
        for (DigitGroup group = call.groups().at(token);
                group != null && !group.isLetter() && !isTensOfDay(group) && !isCount(group, utterance);
                group = call.groups().at(token)) {
            digits += group.size();
            if (group.utterance() != utterance || digits > YEAR_DIGITS || digits > 2 && end > relative && !century) {
                break;
            }
            century |= digits == 2 && isCentury(call.groups(), group);
            end = group.tokenEnd();
            whole = digits == 2 || digits == YEAR_DIGITS ? end : whole;
            token = skip(end, utterance);
        }
        return whole;
    }

    /** "march second, forty one dollars" */
    private boolean isCount(DigitGroup group, int utterance) {
        return call.word(group.tokenEnd(), utterance).is(Role.UNIT);
    }

    /** "leap day, the twenty ninth of february" */
    private boolean isTensOfDay(DigitGroup group) {
        return call.word(group.tokenEnd() - 1).is(Role.TENS)
                && call.word(group.tokenEnd(), group.utterance()).is(Role.ORDINAL);
    }

    /** Behind "of this year", "last year"; the same token if that is not said. */
    private int relativeEnd(int from, int utterance) {
        int token = skip(from, utterance);
        boolean relative = isRelative(call.word(token, utterance))
                && call.word(token + 1, utterance).says("year");
        return relative ? token + 2 : from;
    }

    /** "last december", "this year" */
    static boolean isRelative(Word word) {
        return switch (word.text()) {
            case "this", "last", "next" -> true;
            default -> false;
        };
    }

    /** "19", "one nine" */
    private static boolean isCentury(Groups groups, DigitGroup last) {
        String digits = last.size() == 2
                ? last.digits()
                : groups.get(groups.from(last.token()) - 1).digits() + last.digits();
        return digits.equals("19") || digits.equals("20");
    }

    /** "(july fourth) independence day eighty one"; the same token if none is named. */
    private int behindHoliday(int token, int utterance) {
        int last = token;
        while (last < token + LONGEST_HOLIDAY && isPartOfName(call.word(last, utterance))) {
            last++;
        }
        boolean holiday = last > token && isDay(call.word(last, utterance).text());
        return holiday ? last + 1 : token;
    }

    private static boolean isPartOfName(Word word) {
        return !word.isAny(Role.SOFT | Role.ANY_MARK | Role.NUMBER | Role.STOP.bit) && !isDay(word.text());
    }

    static boolean isDay(String word) {
        return word.equals("day") || word.equals("eve");
    }

    int skip(int from, int utterance) {
        int token = from;
        while (isSmall(call.word(token, utterance)) && token < from + MOST_SMALL) {
            token++;
        }
        return token;
    }

    static boolean isSmall(Word word) {
        return word.is(Role.SEPARATOR)
                || switch (word.text()) {
                    case "of", "the", "in", "uh", "um", "and", "er", "'", "year", "month", "day", "eve" -> true;
                    default -> false;
                };
    }

    /** With the small words that belong to a date: "on the third ..", "the end of may", "the last day of june". */
    int leadIn(int start) {
        int utterance = call.tokens().utterance(start);
        int token = start;
        if (call.word(token - 1, utterance).says("of")) {
            int before = token - 2;
            boolean day = call.word(before, utterance).says("day");
            before -= day ? 1 : 0;
            token = isPartOfMonth(call.word(before, utterance), day) ? before : token;
        }
        token -= call.word(token - 1, utterance).says("the") ? 1 : 0;
        return token < start && call.word(token - 1, utterance).says("on") ? token - 1 : token;
    }

    private static boolean isPartOfMonth(Word word, boolean day) {
        return switch (word.text()) {
            case "end", "beginning", "start", "middle", "ides" -> !day;
            case "last", "final" -> day;
            default -> day && word.is(Role.ORDINAL);
        };
    }
}
