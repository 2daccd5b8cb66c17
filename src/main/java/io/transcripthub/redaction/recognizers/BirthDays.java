package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Word;

/** The day of a date of birth that is told apart from the rest, or corrected: "june" - "fourteenth", "should be the 14th". */
final class BirthDays {
    private static final int LONGEST_DAY = 3;
    private static final int LONGEST_QUESTION = 40;
    private static final int LONGEST_CORRECTION = 8;
    private static final int YEAR_AND_MONTH = 4;
    private static final long DAY = Role.ORDINAL.bit | Role.DIGIT.bit | Role.TEEN.bit | Role.DIGITS.bit;

    private BirthDays() {}

    /** "a birthday in march of ninety four" - "the twenty sixth, yeah"; "so the second of the eighth" */
    static void claim(Call call, Claims claims) {
        Tokens tokens = call.tokens();
        for (int token = tokens.next(0, Role.ORDINAL.bit);
                token < tokens.size();
                token = tokens.next(token + 1, Role.ORDINAL.bit)) {
            int utterance = tokens.utterance(token);
            if (!claims.touch(token, token + 1)
                    && claims.has(EntityType.DATE_OF_BIRTH, utterance - (isWhole(call, token) ? 2 : 1), utterance)
                    && tokens.last(utterance) - tokens.first(utterance) <= LONGEST_QUESTION
                    && tokens.hardWords(utterance) == 0
                    && !call.context().cues().hasStrongIn(utterance)) {
                int start = dayStart(call, token, utterance);
                int end = dayEnd(call, token, utterance);
                if (end > token + 1 || isDayAlone(call, start, token) && isOpen(call, token, claims)) {
                    claims.claimTokens(EntityType.DATE_OF_BIRTH, start, end);
                }
                token = end - 1;
            }
        }
    }

    private static boolean isDayAlone(Call call, int start, int day) {
        return (start < day || isWhole(call, day))
                && isAlone(call, call.tokens().utterance(day));
    }

    /** "june ninth seventy one" - "we can do the twelfth" is another day, but not "no, the eighth". */
    private static boolean isOpen(Call call, int day, Claims claims) {
        Tokens tokens = call.tokens();
        int utterance = tokens.utterance(day);
        int token = tokens.first(utterance);
        while (token < day && !tokens.word(token).is(Role.CORRECTION)) {
            token++;
        }
        return token < day || !ToldBirthDate.before(call, day, claims).isWhole();
    }

    /** "june" - "june" - "fourteenth" */
    private static boolean isWhole(Call call, int token) {
        int utterance = call.tokens().utterance(token);
        return token == call.tokens().first(utterance)
                && token + 1 == call.tokens().last(utterance);
    }

    private static boolean isAlone(Call call, int utterance) {
        return call.tokens().last(utterance) - call.tokens().first(utterance) <= LONGEST_DAY + 2
                && call.context().hardWords(utterance) == 0;
    }

    /** "should be the 14th", "no fourteenth sorry"; "seventy nine, oh two, the twenty sixth" */
    static void claimBehind(Call call, Claims claims) {
        Tokens tokens = call.tokens();
        long day = Role.ORDINAL.bit | Role.ORDINAL_SUFFIX.bit;
        for (int token = tokens.next(0, day); token < tokens.size(); token = tokens.next(token + 1, day)) {
            int start = dayStart(call, token, tokens.utterance(token));
            boolean number = tokens.word(token).is(Role.ORDINAL) || tokens.adjoins(token);
            if (number && !claims.touch(start, token + 1) && isBehindDate(call, start, claims)) {
                claims.claimTokens(EntityType.DATE_OF_BIRTH, start, token + 1);
            }
        }
        claimNumbers(call, claims);
    }

    /** "april seventeen, sorry, fourteen, sixty eight" */
    private static void claimNumbers(Call call, Claims claims) {
        for (DigitRun run : claims.unclaimed(call.digitRuns())) {
            if (run.length() >= 2
                    && run.length() <= YEAR_AND_MONTH
                    && BirthYears.isPast(run.digits())
                    && !call.isMeasure(run)
                    && isBehindDate(call, run.first().token(), claims)) {
                claims.claim(EntityType.DATE_OF_BIRTH, run);
            }
        }
    }

    private static boolean isBehindDate(Call call, int start, Claims claims) {
        int utterance = call.tokens().utterance(start);
        int first = Math.max(call.tokens().first(utterance), start - LONGEST_CORRECTION);
        boolean corrected = false;
        int token = start - 1;
        while (token >= first && call.word(token).isAny(Role.SOFT | Role.ANY_MARK) && !claims.touch(token, token + 1)) {
            corrected |=
                    call.word(token).is(Role.CORRECTION) || call.word(token).says("should");
            token--;
        }
        return token >= first
                && claims.touch(token, token + 1)
                && EntityType.DATE_OF_BIRTH.equals(
                        claims.typeAt(utterance, call.tokens().start(token)))
                && (corrected || isYearAndMonth(call, token + 1, claims));
    }

    /** Whether four digits at most, of no date with a month's name, end before a token. */
    private static boolean isYearAndMonth(Call call, int end, Claims claims) {
        int digits = 0;
        DigitGroup group = call.groups().endingAt(end);
        boolean named = group == null || call.namedDate(group) != null;
        for (int i = call.groups().from(end) - 1;
                !named
                        && i >= 0
                        && digits <= YEAR_AND_MONTH
                        && claims.touch(call.groups().get(i));
                i--) {
            digits += call.groups().get(i).size();
        }
        return digits > 0 && digits <= YEAR_AND_MONTH;
    }

    /** With the tens and the article before it. */
    private static int dayStart(Call call, int day, int utterance) {
        boolean part = call.word(day).is(Role.ORDINAL_SUFFIX)
                || call.word(day - 1, utterance).is(Role.TENS);
        int start = part ? day - 1 : day;
        return call.word(start - 1, utterance).says("the") ? start - 1 : start;
    }

    /** Behind "second", "second of the eighth". */
    private static int dayEnd(Call call, int day, int utterance) {
        int of = call.word(day + 1, utterance).says("of") ? day + 2 : day + 1;
        int month = call.word(of, utterance).says("the") ? of + 1 : of;
        return of > day + 1 && call.word(month, utterance).isAny(Role.ORDINAL.bit | Role.MONTH.bit)
                ? month + 1
                : day + 1;
    }

    /** "the fifth" - "mm-hmm" - "of may eighty two", "nine" - "yep" - "june", but not "the fifth" - "and your date of birth" */
    static void claimBefore(Call call, Claims claims) {
        Tokens tokens = call.tokens();
        for (int utterance = 0; utterance + 2 < call.size(); utterance++) {
            int token = tokens.last(utterance) - 1;
            if (call.word(token, utterance).isAny(DAY)
                    && !claims.touch(token, token + 1)
                    && token - tokens.first(utterance) < (isNumber(tokens.word(token)) ? 1 : LONGEST_DAY)
                    && isGoneOn(call, utterance + 2, claims)
                    && !call.context().cues().hasStrongIn(utterance + 1)
                    && call.isSameSpeaker(utterance, utterance + 2)) {
                claims.claimTokens(EntityType.DATE_OF_BIRTH, tokens.first(utterance), token + 1);
            }
        }
    }

    private static boolean isNumber(Word word) {
        return !word.is(Role.ORDINAL);
    }

    /** Whether an utterance begins with a date of birth. */
    private static boolean isGoneOn(Call call, int utterance, Claims claims) {
        if (!claims.has(EntityType.DATE_OF_BIRTH, utterance, utterance)) {
            return false;
        }
        int first = call.tokens().first(utterance);
        int of = call.word(first).says("of") ? first + 1 : first;
        return claims.touch(first, of + 1);
    }
}
