package io.transcripthub.redaction.call;

import io.transcripthub.redaction.numbers.DigitGroup;

/** Dates as figures, with the same dash, dot or slash twice: 2024-01-31, 31.01.2024, 1/31/2024. */
public final class WrittenDates {
    private static final int GROUPS = 3;

    private WrittenDates() {}

    /** Index behind the groups of the date that begins at a group of the run; the same index if none does. */
    public static int end(Call call, DigitRun run, int from) {
        if (from + GROUPS > run.size()) {
            return from;
        }
        String text = call.text(run.group(from).utterance());
        boolean date = isMarked(text, run.group(from), run.group(from + 1), run.group(from + 2)) && isDate(run, from);
        return date ? from + GROUPS : from;
    }

    private static boolean isMarked(String text, DigitGroup first, DigitGroup second, DigitGroup third) {
        return first.utterance() == third.utterance()
                && second.start() == first.end() + 1
                && third.start() == second.end() + 1
                && text.charAt(first.end()) == text.charAt(second.end())
                && "-./".indexOf(text.charAt(first.end())) >= 0;
    }

    private static boolean isDate(DigitRun run, int from) {
        int first = value(run, from);
        int second = value(run, from + 1);
        int third = value(run, from + 2);
        return isYear(first) && isMonthAndDay(second, third)
                || isYear(third) && (isMonthAndDay(first, second) || isMonthAndDay(second, first));
    }

    private static boolean isYear(int year) {
        return year >= 1900 && year < 2100;
    }

    private static boolean isMonthAndDay(int month, int day) {
        return month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }

    private static int value(DigitRun run, int group) {
        return run.group(group).size() > 4 || run.group(group).isLetter()
                ? -1
                : Integer.parseInt(run.group(group).digits());
    }
}
