package io.transcripthub.redaction.call;

import io.transcripthub.redaction.call.DateReader.Named;
import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.numbers.ExpiryDigits;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds a card's month and year that are called so, in either order: "month is six and the year twenty nine", "two thousand
 * thirty, month four", "the second month, twenty nine", "six for the month, thirty for the year".
 */
public final class LabelledDates {
    private static final int MOST_TOKENS = 14;
    private static final int MOST_GROUPS = 6;
    private static final int LONGEST = 8;
    private static final long PIECE = Role.NUMBER | Role.MONTH.bit | Role.ORDINAL.bit;

    private final Call call;

    private LabelledDates(Call call) {
        this.call = call;
    }

    /** In their order. */
    static List<Named> read(Call call) {
        LabelledDates labelled = new LabelledDates(call);
        List<Named> dates = new ArrayList<>();
        Tokens tokens = call.tokens();
        for (int token = tokens.next(0, Role.DATE_PART.bit);
                token < tokens.size();
                token = tokens.next(token + 1, Role.DATE_PART.bit)) {
            boolean owner = !tokens.word(token).is(Role.UNIT);
            Named date =
                    owner || !labelled.isBesideNumber(token) || labelled.isRate(token) ? null : labelled.around(token);
            if (date != null) {
                dates.add(date);
                token = Math.max(token, date.tokenEnd() - 1);
            }
        }
        return dates;
    }

    private boolean isBesideNumber(int label) {
        int utterance = call.tokens().utterance(label);
        return call.groups()
                .hasBetween(call.tokens().first(utterance), call.tokens().last(utterance));
    }

    /** "forty five a month" */
    private boolean isRate(int label) {
        return switch (call.word(label - 1, call.tokens().utterance(label)).text()) {
            case "a", "per", "each", "every", "last", "next", "this" -> true;
            default -> false;
        };
    }

    /** The date around the word "month" or "year"; null if there is none. */
    private Named around(int label) {
        int utterance = call.tokens().utterance(label);
        int from = label;
        while (from > label - MOST_TOKENS && isWithin(from - 1, utterance)) {
            from--;
        }
        int to = label + 1;
        while (to < label + MOST_TOKENS && isWithin(to, utterance)) {
            to++;
        }
        if (isWithin(from - 1, utterance) || isWithin(to, utterance)) {
            return null;
        }
        Named whole = date(from, to);
        Named behind = whole == null ? date(label, to) : whole;
        return behind == null ? date(from, label + 1) : behind;
    }

    private Named date(int first, int last) {
        int from = first;
        while (from < last && !isEnd(call.word(from))) {
            from++;
        }
        int to = last;
        while (to > from && !isEnd(call.word(to - 1))) {
            to--;
        }
        boolean article = from > first && call.word(from - 1).says("the");
        int start = article ? from - 1 : from;
        if (isMonthAndYear(from, to)) {
            return new Named(start, to, true, false, 0);
        }
        return isWhole(from, to) ? new Named(start, to, false, true, 0) : null;
    }

    /** "month three, day twenty eight, two thousand" */
    private boolean isWhole(int from, int to) {
        int labels = 0;
        int digits = 0;
        int numbers = 0;
        for (int token = from; token < to; token++) {
            DigitGroup group = call.groups().at(token);
            Word word = call.word(token);
            labels += isLabel(word) || isDay(word) ? 1 : 0;
            numbers += group != null || word.isAny(Role.ORDINAL.bit | Role.MONTH.bit) ? 1 : 0;
            digits += group == null ? 0 : group.size();
            token = group == null ? token : group.tokenEnd() - 1;
        }
        return labels > 1 && numbers > 2 && numbers <= MOST_GROUPS && digits > 1 && digits <= LONGEST;
    }

    /** Whether "month" or "year" is said within the tokens [from, to). */
    public static boolean isLabelled(Call call, int from, int to) {
        for (int token = from; token < to; token++) {
            if (isLabel(call.word(token))) {
                return true;
            }
        }
        return false;
    }

    private boolean isWithin(int token, int utterance) {
        Word word = call.word(token, utterance);
        return word.isAny(PIECE | Role.SEPARATOR.bit | Role.FILLER.bit | Role.LINK.bit) && !word.is(Role.CORRECTION)
                || isLabel(word)
                || word.says("number")
                || YearReader.isSmall(word);
    }

    private static boolean isEnd(Word word) {
        return word.isAny(PIECE) || isLabel(word) || isDay(word);
    }

    private static boolean isDay(Word word) {
        return word.says("day");
    }

    private static boolean isLabel(Word word) {
        return word.is(Role.DATE_PART);
    }

    /** One month, as a word or as digits, and one year, whichever comes first, and nothing else. */
    private boolean isMonthAndYear(int from, int to) {
        List<String> digits = new ArrayList<>();
        int months = 0;
        for (int token = from; token < to; token++) {
            DigitGroup group = call.groups().at(token);
            boolean named = call.word(token).isAny(Role.MONTH.bit | Role.ORDINAL.bit)
                    || group != null && group.form() == DigitGroup.Form.ORDINAL;
            months += named ? 1 : 0;
            if (group != null) {
                if (!named) {
                    digits.add(group.digits());
                }
                token = group.tokenEnd() - 1;
            }
        }
        boolean few = months + digits.size() < 2 || digits.isEmpty();
        if (few || digits.size() > MOST_GROUPS || months > 1) {
            return false;
        }
        return months == 1 ? ExpiryDigits.isYear(String.join("", digits)) : isCut(digits);
    }

    /** Whether the month ends and the year begins, or the other way round, between two groups. */
    private static boolean isCut(List<String> digits) {
        String all = String.join("", digits);
        int end = 0;
        for (int group = 0; group < digits.size() - 1; group++) {
            end += digits.get(group).length();
            String first = all.substring(0, end);
            String second = all.substring(end);
            if (ExpiryDigits.isMonth(first) && ExpiryDigits.isYear(second)
                    || ExpiryDigits.isYear(first) && ExpiryDigits.isMonth(second)) {
                return true;
            }
        }
        return false;
    }
}
