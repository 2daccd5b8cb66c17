package io.transcripthub.redaction.call;

import io.transcripthub.redaction.call.DateReader.Named;
import io.transcripthub.redaction.words.Word;

/** Reads holidays whose name has no month: "new year's day nineteen seventy", "st patrick's day, sixty nine". */
final class Holidays {
    private final Call call;
    private final YearReader years;

    Holidays(Call call, YearReader years) {
        this.call = call;
        this.years = years;
    }

    /** The date around a word that may be a holiday's; null if there is none. */
    Named at(int name) {
        int utterance = call.tokens().utterance(name);
        if (!YearReader.isDay(call.word(name + 1, utterance).text())) {
            return null;
        }
        int end = name + 2;
        int yearEnd = years.yearEnd(end, utterance);
        boolean title = isTitle(call.word(name - 1, utterance));
        boolean known = title || yearEnd > end;
        return known ? new Named(title ? name - 1 : name, yearEnd, false, yearEnd > end, 0) : null;
    }

    private static boolean isTitle(Word word) {
        return switch (word.text()) {
            case "new", "st", "saint" -> true;
            default -> false;
        };
    }
}
