package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.call.DateReader;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Topic;
import io.transcripthub.redaction.words.Word;

/** DATE_OF_BIRTH: the year or the day that is told apart from the rest, and a date that was taken back. */
final class BirthDatePiecesRecognizer implements Recognizer {
    private static final int YEAR_DIGITS = 4;
    private static final int LONGEST_DAY = 3;
    private static final int LONGEST_QUESTION = 40;
    private static final int LONGEST_CORRECTION = 10;

    @Override
    public void recognize(Call call, Claims claims) {
        if (call.mentions(Topic.BIRTH)) {
            claimMonth(call, claims);
            claimYear(call, claims);
        }
        if (claims.has(EntityType.DATE_OF_BIRTH)) {
            BirthDays.claim(call, claims);
            BirthDays.claimBehind(call, claims);
            claimYearBehind(call, claims);
            BirthDays.claimBefore(call, claims);
            claimTakenBack(call, claims);
        }
    }

    /** "it's august" - "mhm" - "thirty first" */
    private static void claimMonth(Call call, Claims claims) {
        Tokens tokens = call.tokens();
        for (int token = tokens.next(0, Role.MONTH.bit);
                token < tokens.size();
                token = tokens.next(token + 1, Role.MONTH.bit)) {
            int utterance = tokens.utterance(token);
            if (token + 1 == tokens.last(utterance)
                    && token - tokens.first(utterance) <= LONGEST_DAY
                    && tokens.hardWords(utterance) == 0
                    && utterance + 2 < call.size()
                    && call.isSameSpeaker(utterance, utterance + 2)
                    && isOrdinal(call.word(tokens.first(utterance + 2), utterance + 2))
                    && !claims.touch(token, token + 1)
                    && call.context().isAbout(Topic.BIRTH, token, token + 1, Topic.DATE)) {
                claims.claimTokens(EntityType.DATE_OF_BIRTH, token, token + 1);
            }
        }
    }

    private static boolean isOrdinal(Word word) {
        return word.isAny(Role.ORDINAL.bit | Role.NUMBER) || word.says("the");
    }

    /** "may fifth" - "and the year?" - "eighty two" */
    private static void claimYear(Call call, Claims claims) {
        for (DigitRun run : claims.unclaimed(call.digitRuns())) {
            int question = run.utterance() - 1;
            if ((run.length() == 2 || run.length() == YEAR_DIGITS)
                    && question >= 0
                    && call.context().hardWords(run.utterance()) == 0
                    && asksForYear(call, question)
                    && (claims.has(EntityType.DATE_OF_BIRTH, question - 1, question)
                            || isAskedForBirth(call, question))) {
                claims.claim(EntityType.DATE_OF_BIRTH, run);
            }
        }
    }

    /** "twelfth of, no, sorry, the thirteenth of .." */
    private static void claimTakenBack(Call call, Claims claims) {
        Tokens tokens = call.tokens();
        for (DateReader.Named date : call.namedDates()) {
            int utterance = tokens.utterance(date.token());
            if (!claims.touch(date.token(), date.tokenEnd())
                    || !claims.has(EntityType.DATE_OF_BIRTH, utterance, utterance)) {
                continue;
            }
            int token = date.token() - 1;
            boolean corrected = false;
            while (token > date.token() - LONGEST_CORRECTION
                    && call.word(token, utterance).isAny(Role.SOFT | Role.ANY_MARK)
                    && !call.word(token, utterance).says("of")) {
                corrected |= call.word(token, utterance).is(Role.CORRECTION);
                token--;
            }
            int end = token + 1;
            while (corrected && isOfDate(call.word(token, utterance)) && !claims.touch(token, token + 1)) {
                token--;
            }
            if (corrected && token + 1 < end) {
                claims.claimTokens(EntityType.DATE_OF_BIRTH, token + 1, end);
            }
        }
    }

    private static boolean isOfDate(Word word) {
        return word.isAny(Role.NUMBER | Role.ORDINAL.bit | Role.MONTH.bit) || word.says("of") || word.says("the");
    }

    /** "june twelfth" - "mm-hmm" - "fifty nine", "june twelfth, let me see, fifty nine" */
    private static void claimYearBehind(Call call, Claims claims) {
        for (DigitRun run : claims.unclaimed(call.digitRuns())) {
            int utterance = run.utterance();
            boolean year = run.length() == 2 && BirthYears.isPast(run.digits())
                    || run.length() == YEAR_DIGITS && BirthYears.isLongAgo(run.digits(), false);
            boolean behind = year
                    && EntityType.DATE_OF_BIRTH.equals(claims.typeBefore(utterance, run.start()))
                    && claims.has(EntityType.DATE_OF_BIRTH, utterance - 2, utterance);
            if (behind
                    && call.context().hardWords(utterance) <= 1
                    && !call.word(run.last().tokenEnd(), utterance).is(Role.ORDINAL)
                    && !call.isMeasure(run)
                    && !call.isInNamedDate(run)
                    && !isAnotherYear(call, run, claims)
                    && isNothingElseSince(call, run, claims)) {
                claims.claim(EntityType.DATE_OF_BIRTH, run);
            }
        }
    }

    /** "february twenty first fifty seven" - "so sixty eight": the date has its year. */
    private static boolean isAnotherYear(Call call, DigitRun run, Claims claims) {
        ToldBirthDate told = ToldBirthDate.before(call, run.first().token(), claims);
        boolean asked = call.context().hardWords(Math.max(0, run.utterance() - 1)) > 0;
        return told.hasYear() && (asked || !told.digits().contains(run.digits()));
    }

    private static boolean isNothingElseSince(Call call, DigitRun run, Claims claims) {
        int first = run.utterance();
        while (!claims.has(EntityType.DATE_OF_BIRTH, first, first)) {
            first--;
        }
        int from =
                first == run.utterance() ? run.first().token() : call.tokens().first(first + 1);
        return !call.context().cues().hasStrongBetween(from, call.tokens().last(run.utterance()));
    }

    private static boolean isAskedForBirth(Call call, int question) {
        return call.context().cues().hasIn(question, Topic.BIRTH);
    }

    private static boolean asksForYear(Call call, int question) {
        int first = call.tokens().first(question);
        for (int token = first;
                token < Math.min(first + LONGEST_QUESTION, call.tokens().last(question));
                token++) {
            if (call.word(token).says("year")) {
                return true;
            }
        }
        return false;
    }
}
