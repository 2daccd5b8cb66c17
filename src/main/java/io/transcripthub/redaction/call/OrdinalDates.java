package io.transcripthub.redaction.call;

import io.transcripthub.redaction.call.DateReader.Named;
import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Word;

/** Reads dates whose month is a number: "seventeenth of the third ninety five", "sixth month of 2029". */
final class OrdinalDates {
    private static final int MONTHS = 12;

    private final Call call;
    private final YearReader years;

    OrdinalDates(Call call, YearReader years) {
        this.call = call;
        this.years = years;
    }

    /** The date that begins with an ordinal; null if none does. */
    Named at(int token) {
        int utterance = call.tokens().utterance(token);
        int first = ordinalEnd(token, utterance);
        if (first == token || !mayGoOn(call.word(first, utterance))) {
            return null;
        }
        int end = ordinalsEnd(token);
        int monthEnd = end > token ? token : monthOfYearEnd(token);
        if (monthEnd > token) {
            return new Named(years.leadIn(token), monthEnd, true, false, 0);
        }
        if (end > token) {
            return new Named(years.leadIn(token), end, false, true, 0);
        }
        int dayEnd = dayOfMonthEnd(token);
        return dayEnd > token ? new Named(years.leadIn(token), dayEnd, false, false, 0) : null;
    }

    /** A cheap look at the next word: "(third) of", "(third) month", "(third), (fourth)". */
    private static boolean mayGoOn(Word next) {
        return next.isAny(Role.ORDINAL.bit | Role.FILLER.bit | Role.SEPARATOR.bit)
                || switch (next.text()) {
                    case "of", "month", "day" -> true;
                    default -> false;
                };
    }

    /** Behind "seventh of the eighth", "tenth of last month"; the same token if there is none. */
    private int dayOfMonthEnd(int token) {
        int utterance = call.tokens().utterance(token);
        int of = ordinalEnd(token, utterance);
        if (of == token || !call.word(of, utterance).says("of")) {
            return token;
        }
        int month = call.word(of + 1, utterance).says("the") ? of + 2 : of + 1;
        if (YearReader.isRelative(call.word(month, utterance))
                && call.word(month + 1, utterance).says("month")) {
            return month + 2;
        }
        boolean ordinal = month == of + 2
                && call.word(month, utterance).is(Role.ORDINAL)
                && call.word(month).value() <= MONTHS;
        return ordinal ? month + 1 : token;
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
                || call.word(other, utterance).says("of");
        other += call.word(other, utterance).says("of") ? 1 : 0;
        other += call.word(other, utterance).says("the") ? 1 : 0;
        int end = joined ? monthEnd(other, utterance) : other;
        end = end > other ? behindName(end, utterance) : other;
        int yearEnd = end > other ? years.yearEnd(end, utterance) : end;
        return yearEnd > end ? yearEnd : token;
    }

    /** Behind "third", "of the oh six", "of 6"; the same token if no month begins there. */
    private int monthEnd(int token, int utterance) {
        int end = ordinalEnd(token, utterance);
        int article = call.word(token - 1, utterance).says("the") ? token - 1 : token;
        if (end > token || !call.word(article - 1, utterance).says("of")) {
            return end;
        }
        DigitGroup first = call.groups().at(token);
        int zero = first != null && first.digits().equals("0") ? first.tokenEnd() : token;
        DigitGroup month = call.groups().at(zero);
        return month != null && month.isMonth() ? month.tokenEnd() : token;
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
    int ordinalEnd(int token, int utterance) {
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
}
