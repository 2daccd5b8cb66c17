package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.call.DateReader;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.words.Topic;

/** DATE_OF_BIRTH: a date in any form for which the words around say that somebody was born. */
final class BirthDateRecognizer implements Recognizer {
    private static final int SHORTEST = 4;
    private static final int NEAR = 2;
    private static final int LATER = 8;
    private static final int MOST_HARD_WORDS = 6;
    private static final int YEAR_DIGITS = 4;

    @Override
    public void recognize(Call call, Claims claims) {
        boolean mentioned = call.mentions(Topic.BIRTH);
        if (!mentioned) {
            claimLongAgo(call, false, claims);
            claimOfPersons(call, claims);
            return;
        }
        for (DateReader.Named date : call.namedDates()) {
            if (!claims.touch(date.token(), date.tokenEnd())
                    && call.context().isAbout(Topic.BIRTH, date.token(), date.tokenEnd(), Topic.DATE)
                    && !OtherDates.isExample(call, date.token())
                    && !OtherDates.isSpan(call, date.token())
                    && !OtherDates.isOfSomethingElse(call, date, claims)
                    && (date.isFull()
                            || !OtherDates.isOfAnotherQuestion(
                                    call, call.tokens().utterance(date.token()), claims))) {
                claims.claimTokens(EntityType.DATE_OF_BIRTH, date.token(), date.tokenEnd());
            }
        }
        claimLongAgo(call, true, claims);
        for (DigitRun run : claims.unclaimed(call.digitRuns())) {
            Topic topic = run.length() >= SHORTEST && !isCount(call, run) ? call.topic(run) : Topic.HARMLESS;
            boolean another = topic == null
                    && call.isDate(run)
                    && claims.has(EntityType.DATE_OF_BIRTH)
                    && !BirthYears.isLate(run.digits())
                    && !OtherDates.isOfEvent(call.word(run.first().token() - 1, run.utterance()));
            boolean birth = another
                    || isAskedForToo(call, run)
                    || isOfPerson(call, run, topic)
                    || Topic.BIRTH.equals(topic)
                            && !run.digits().startsWith("00")
                            && !OtherDates.isOfLateDay(call, run, claims)
                    || (topic == null || Topic.EXPIRY.equals(topic) && isBeforeNow(run))
                            && isSaidAgain(call, run, claims);
            if (birth
                    && !OtherDates.isExample(call, run.first().token())
                    && !call.isInNamedDate(run)
                    && (Topic.BIRTH.equals(topic) || !call.isBehindLetter(run))) {
                claims.claim(EntityType.DATE_OF_BIRTH, run);
            }
        }
        claimReadBack(call, claims);
    }

    /** "his date of birth and booking number" - "three three of eighty three, booking is ..": a day of long ago answers the one. */
    private static boolean isAskedForToo(Call call, DigitRun run) {
        int question = run.utterance() - 1;
        return question >= 0
                && run.has(DigitGroup.Joint.SLASH)
                && run.size() > 2
                && !call.isSameSpeaker(question, run.utterance())
                && call.context().cues().hasIn(question, Topic.BIRTH)
                && run.topicWithin(call.context()) == null
                && BirthYears.isPast(run.digits());
    }

    private static void claimOfPersons(Call call, Claims claims) {
        for (DigitRun run : claims.unclaimed(call.digitRuns())) {
            if (run.length() >= SHORTEST && PersonsDates.isLongAgo(call, run)) {
                claims.claim(EntityType.DATE_OF_BIRTH, run);
            }
        }
    }

    /** "she is 9/14/2016", a date of long ago in figures */
    private static boolean isOfPerson(Call call, DigitRun run, Topic topic) {
        return PersonsDates.isBirthDate(call, run)
                || (topic == null || topic.weak() || topic.equals(Topic.PASSPORT))
                        && call.isDate(run)
                        && BirthYears.isLongAgo(run.digits(), false)
                        && !OtherDates.isOfEvent(call.word(run.first().token() - 1, run.utterance()));
    }

    /** A full date of another generation that nothing else is said to have happened on. */
    private static void claimLongAgo(Call call, boolean mentioned, Claims claims) {
        for (DateReader.Named date : call.namedDates()) {
            int utterance = call.tokens().utterance(date.token());
            int most = mentioned ? MOST_HARD_WORDS : 0;
            if (date.isFull()
                    && BirthYears.isLongAgo(OtherDates.digits(call, date), mentioned)
                    && !claims.touch(date.token(), date.tokenEnd())
                    && (call.context().hardWords(utterance) <= most
                            || PersonsDates.isBehindPerson(call, date.token(), utterance))
                    && !OtherDates.isOfEvent(call.word(date.token() - 1, utterance))
                    && !OtherDates.isSpan(call, date.token())
                    && (PersonsDates.isBehindPerson(call, date.token(), utterance)
                            || !OtherDates.isOfAnotherQuestion(call, utterance, claims))
                    && isOpen(call, date)) {
                claims.claimTokens(EntityType.DATE_OF_BIRTH, date.token(), date.tokenEnd());
            }
        }
    }

    /** "it's my birthday today actually, june twelfth fifty nine": what happens today is no matter where birth was asked for. */
    private static boolean isOpen(Call call, DateReader.Named date) {
        Topic topic = call.context().topic(date.token(), date.tokenEnd(), Topic.DATE);
        int near = call.tokens().first(Math.max(0, call.tokens().utterance(date.token()) - 1));
        return topic == null
                || topic.weak() && !topic.isHarmless()
                || topic.equals(Topic.EXPIRY)
                || PersonsDates.isBehindPerson(call, date.token(), call.tokens().utterance(date.token()))
                || topic.equals(Topic.EVENT) && call.context().cues().hasBetween(near, date.token(), Topic.BIRTH);
    }

    /** Nothing but day, month and year not long after a date of birth: the same once more, or another's. */
    private static boolean isSaidAgain(Call call, DigitRun run, Claims claims) {
        int words = call.context().hardWords(run.utterance());
        boolean soon = claims.has(EntityType.DATE_OF_BIRTH, run.utterance() - 1 - NEAR, run.utterance());
        boolean later = claims.has(EntityType.DATE_OF_BIRTH, run.utterance() - LATER, run.utterance());
        boolean whole = later
                && words <= MOST_HARD_WORDS
                && run.length() > 2 * SHORTEST - 2
                && BirthYears.isLongAgo(run.digits(), true);
        return (words == 0 && soon || words <= 2 && later && BirthYears.isPast(run.digits()) || whole)
                && !BirthYears.isLate(run.digits())
                && !OtherDates.isOfEvent(call.word(run.first().token() - 1, run.utterance()))
                && DayMonthYear.isSpoken(run);
    }

    private static boolean isCount(Call call, DigitRun run) {
        return call.isMeasure(run) && !DayMonthYear.isSpoken(run) || isAmount(run) || DayMonthYear.isPrice(run);
    }

    /** "five thousand eight hundred thirty one", which is no year. */
    private static boolean isAmount(DigitRun run) {
        if (run.first().form() != DigitGroup.Form.CARDINAL) {
            return false;
        }
        boolean year = run.length() == YEAR_DIGITS
                && (run.digits().startsWith("19") || run.digits().startsWith("20"));
        return !year && (run.size() == 1 || run.first().size() > YEAR_DIGITS);
    }

    /** With a year of four digits that no card expires in. */
    private static boolean isBeforeNow(DigitRun run) {
        return run.length() > 2 * SHORTEST - 2 && BirthYears.isLongAgo(run.digits(), false);
    }

    private static boolean isOpenToReadBack(Call call, DateReader.Named date, Claims claims) {
        Topic topic = call.context().topic(date.token(), date.tokenEnd(), Topic.DATE);
        int said = call.tokens().utterance(date.token()) - 1;
        return topic == null
                || topic.weak()
                        && claims.has(EntityType.DATE_OF_BIRTH, said, said)
                        && !call.isSameSpeaker(said, said + 1);
    }

    /** A full date right behind a date of birth is the same, said by the other in another form. */
    private static void claimReadBack(Call call, Claims claims) {
        for (DateReader.Named date : call.namedDates()) {
            int utterance = call.tokens().utterance(date.token());
            if ((date.isFull() || call.context().hardWords(utterance) <= 1 && !date.isMonthAndYear())
                    && !claims.touch(date.token(), date.tokenEnd())
                    && claims.has(EntityType.DATE_OF_BIRTH, utterance - NEAR, utterance)
                    && !OtherDates.isOfSomethingElse(call, date, claims)
                    && !OtherDates.isSpan(call, date.token())
                    && !OtherDates.isOfAnotherQuestion(call, utterance, claims)
                    && isOpenToReadBack(call, date, claims)) {
                claims.claimTokens(EntityType.DATE_OF_BIRTH, date.token(), date.tokenEnd());
            }
        }
    }
}
