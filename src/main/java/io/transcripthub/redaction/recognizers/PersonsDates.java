package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Word;

/** Dates that stand right behind a person: "my dad he's five seven seventy", "she is 9/14/2016", "i'm from 1969-04-23". */
final class PersonsDates {
    private static final int LONGEST_NAME = 3;

    private PersonsDates() {}

    /** Whether the word before a token says that somebody is it. */
    static boolean isBehindPerson(Call call, int token, int utterance) {
        int name = beforeName(call, token, utterance);
        Word before = call.word(name - 1, utterance);
        return switch (before.text()) {
            case "is", "from", "the", "was" -> isPerson(call.word(name - 2, utterance));
            default -> isPerson(before);
        };
    }

    /** Before "gwendolyn pruitt (ten thirty one, seventy)"; the same token if no name stands there. */
    private static int beforeName(Call call, int token, int utterance) {
        int first = token;
        boolean known = false;
        while (first > token - LONGEST_NAME && isName(call.word(first - 1, utterance))) {
            first--;
            known |= !call.word(first).equals(Word.UNKNOWN);
        }
        return known ? first : token;
    }

    private static boolean isName(Word word) {
        return word.isAny(Role.GIVEN_NAME.bit | Role.SURNAME.bit) || word.equals(Word.UNKNOWN);
    }

    /** Day, month and year of the past. */
    static boolean isBirthDate(Call call, DigitRun run) {
        return (DayMonthYear.isSpoken(run) || call.isDate(run))
                && isBehindPerson(call, run.first().token(), run.utterance())
                && BirthYears.isPast(run.digits());
    }

    /** The same where nobody spoke of birth: with a year of four digits. */
    static boolean isLongAgo(Call call, DigitRun run) {
        return isBirthDate(call, run) && BirthYears.isLongAgo(run.digits(), false);
    }

    private static boolean isPerson(Word word) {
        return switch (word.text()) {
            case "he", "she", "he's", "she's", "i'm" -> true;
            default -> false;
        };
    }
}
