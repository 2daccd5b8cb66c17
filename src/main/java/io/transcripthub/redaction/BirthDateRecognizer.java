package io.transcripthub.redaction;

/** DATE_OF_BIRTH: a date in any form for which the words around say that somebody was born. */
final class BirthDateRecognizer implements Recognizer {
    private static final int SHORTEST = 4;
    private static final int NEAR = 2;
    private static final int LATER = 8;
    private static final int MOST_HARD_WORDS = 6;
    private static final int MOST_WORDS_OF_EXAMPLE = 5;
    private static final int MOST_WORDS_AROUND = 40;
    private static final int YEAR_DIGITS = 4;

    @Override
    public void recognize(Call call, Claims claims) {
        boolean mentioned = call.mentions(Topic.BIRTH);
        if (!mentioned) {
            claimLongAgo(call, false, claims);
            return;
        }
        for (DateReader.Named date : call.namedDates()) {
            if (!claims.touch(date.token(), date.tokenEnd())
                    && call.context().isAbout(Topic.BIRTH, date.token(), date.tokenEnd(), Topic.DATE)
                    && !isExample(call, date.token())
                    && !isSpan(call, date.token())
                    && !isOfSomethingElse(call, date, claims)
                    && (date.isFull()
                            || !isOfAnotherQuestion(call, call.tokens().utterance(date.token()), claims))) {
                claims.claimTokens(EntityType.DATE_OF_BIRTH, date.token(), date.tokenEnd());
            }
        }
        claimLongAgo(call, true, claims);
        for (DigitRun run : claims.unclaimed(call.digitRuns())) {
            boolean counts = call.isMeasure(run) && !DayMonthYear.isSpoken(run) || isAmount(run);
            Topic topic = run.length() >= SHORTEST && !counts ? call.topic(run) : Topic.HARMLESS;
            boolean another = topic == null
                    && call.isDate(run)
                    && claims.has(EntityType.DATE_OF_BIRTH)
                    && !BirthYears.isLate(run.digits())
                    && !isOfEvent(call.word(run.first().token() - 1, run.utterance()));
            boolean birth = another
                    || isOfPerson(call, run, topic)
                    || Topic.BIRTH.equals(topic) && !run.digits().startsWith("00") && !isOfLateDay(call, run, claims)
                    || (topic == null || Topic.EXPIRY.equals(topic) && isBeforeNow(run))
                            && isSaidAgain(call, run, claims);
            if (birth
                    && !isExample(call, run.first().token())
                    && !call.isInNamedDate(run)
                    && (Topic.BIRTH.equals(topic) || !call.isBehindLetter(run))) {
                claims.claim(EntityType.DATE_OF_BIRTH, run);
            }
        }
        claimReadBack(call, claims);
    }

    /** "my dad he's five seven seventy", "she is 9/14/2016", a date of long ago in figures */
    private static boolean isOfPerson(Call call, DigitRun run, Topic topic) {
        Word before = call.word(run.first().token() - 1, run.utterance());
        Word who = call.word(run.first().token() - 2, run.utterance());
        boolean said = isPerson(before.text()) || before.text().equals("is") && isPerson(who.text());
        return said
                        && isDayMonthYear(call, run)
                        && BirthYears.isPast(run.digits())
                        && run.topicWithin(call.context()) == null
                || (topic == null || topic.weak() || topic.equals(Topic.PASSPORT))
                        && call.isDate(run)
                        && BirthYears.isLongAgo(run.digits(), false)
                        && !isOfEvent(before);
    }

    private static boolean isDayMonthYear(Call call, DigitRun run) {
        return DayMonthYear.isSpoken(run) || call.isDate(run);
    }

    private static boolean isPerson(String word) {
        return switch (word) {
            case "he", "she", "he's", "she's", "i'm" -> true;
            default -> false;
        };
    }

    /** "the charge was on march fourth": once the date of birth is given, a date within a sentence is another one. */
    private static boolean isOfSomethingElse(Call call, DateReader.Named date, Claims claims) {
        int utterance = call.tokens().utterance(date.token());
        int first = Math.max(call.tokens().first(utterance), date.token() - MOST_WORDS_AROUND);
        int last = Math.min(call.tokens().last(utterance), date.tokenEnd() + MOST_WORDS_AROUND);
        boolean event =
                call.word(date.token()).text().equals("on") || isOfEvent(call.word(date.token() - 1, utterance));
        boolean within = event && call.context().hardWords(first, last) > 0;
        return (within || date.isFull() && BirthYears.isLate(digits(call, date)))
                && claims.has(EntityType.DATE_OF_BIRTH, utterance - LATER, utterance - 1)
                && !call.context().cues().hasBetween(first, last, Topic.BIRTH);
    }

    /** "and you worked there from" - "september nineteen sixty three": a date that answers a preposition. */
    private static boolean isSpan(Call call, int token) {
        Tokens tokens = call.tokens();
        int utterance = tokens.utterance(token);
        int question = utterance - 1;
        if (token > tokens.first(utterance)
                || question < 0
                || tokens.last(question) == tokens.first(question)
                || call.isSameSpeaker(question, utterance)) {
            return false;
        }
        return isOfEvent(tokens.word(tokens.last(question) - 1));
    }

    /** "for example, january first nineteen eighty" */
    private static boolean isExample(Call call, int token) {
        int first = Math.max(call.tokens().first(call.tokens().utterance(token)), token - MOST_WORDS_OF_EXAMPLE);
        for (int before = token - 1; before >= first; before--) {
            if (call.word(before).text().equals("example")) {
                return true;
            }
        }
        return false;
    }

    /** A full date of another generation that nothing else is said to have happened on. */
    private static void claimLongAgo(Call call, boolean mentioned, Claims claims) {
        for (DateReader.Named date : call.namedDates()) {
            int utterance = call.tokens().utterance(date.token());
            int most = mentioned ? MOST_HARD_WORDS : 0;
            if (date.isFull()
                    && BirthYears.isLongAgo(digits(call, date), mentioned)
                    && !claims.touch(date.token(), date.tokenEnd())
                    && call.context().hardWords(utterance) <= most
                    && !isOfEvent(call.word(date.token() - 1, utterance))
                    && !isSpan(call, date.token())
                    && !isOfAnotherQuestion(call, utterance, claims)
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
                || topic.equals(Topic.EVENT) && call.context().cues().hasBetween(near, date.token(), Topic.BIRTH);
    }

    private static String digits(Call call, DateReader.Named date) {
        StringBuilder digits = new StringBuilder();
        Groups groups = call.groups();
        for (int i = groups.from(date.token());
                i < groups.size() && groups.get(i).token() < date.tokenEnd();
                i++) {
            digits.append(groups.get(i).isLetter() ? "" : groups.get(i).digits());
        }
        return digits.toString();
    }

    /** "on 8/30/2026" */
    private static boolean isOfEvent(Word before) {
        return switch (before.text()) {
            case "on", "at", "between", "by", "until", "till", "from", "dated", "since", "before", "after", "through" ->
                true;
            default -> false;
        };
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
                && !isOfEvent(call.word(run.first().token() - 1, run.utterance()))
                && DayMonthYear.isSpoken(run);
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

    /** "last donation was 2025-12-14": the question for a date of birth has its answer. */
    private static boolean isOfLateDay(Call call, DigitRun run, Claims claims) {
        return call.isDate(run)
                && BirthYears.isLate(run.digits())
                && claims.has(EntityType.DATE_OF_BIRTH, run.utterance() - LATER, run.utterance())
                && !Topic.BIRTH.equals(run.topicWithin(call.context()));
    }

    /** "served from" - "january eleventh sixty eight": the one who gave a date of birth answers something else by now. */
    private static boolean isOfAnotherQuestion(Call call, int utterance, Claims claims) {
        int question = utterance - 1;
        int first = call.tokens().first(Math.max(0, question));
        int last = call.tokens().last(Math.max(0, question));
        return question > 0
                && !call.isSameSpeaker(question, utterance)
                && claims.has(EntityType.DATE_OF_BIRTH, utterance - LATER, question - 1)
                && !claims.has(EntityType.DATE_OF_BIRTH, question, question)
                && meansSomething(call, first, last)
                && !call.context().cues().hasBetween(first, call.tokens().last(utterance), Topic.BIRTH)
                && !isOfOther(call, first, last);
    }

    private static boolean meansSomething(Call call, int from, int to) {
        int token = from;
        while (token < to && call.word(token).isAny(Role.SOFT | Role.ANY_MARK | Role.NUMBER)) {
            token++;
        }
        return token < to;
    }

    /** "and your wife's?" */
    private static boolean isOfOther(Call call, int from, int to) {
        int token = from;
        while (token < to && !call.word(token).is(Role.OTHER)) {
            token++;
        }
        return token < to;
    }

    /** A full date right behind a date of birth is the same, said by the other in another form. */
    private static void claimReadBack(Call call, Claims claims) {
        for (DateReader.Named date : call.namedDates()) {
            int utterance = call.tokens().utterance(date.token());
            if ((date.isFull() || call.context().hardWords(utterance) <= 1 && !date.isMonthAndYear())
                    && !claims.touch(date.token(), date.tokenEnd())
                    && claims.has(EntityType.DATE_OF_BIRTH, utterance - NEAR, utterance)
                    && !isOfSomethingElse(call, date, claims)
                    && !isSpan(call, date.token())
                    && !isOfAnotherQuestion(call, utterance, claims)
                    && isOpenToReadBack(call, date, claims)) {
                claims.claimTokens(EntityType.DATE_OF_BIRTH, date.token(), date.tokenEnd());
            }
        }
    }
}
