package io.transcripthub.redaction;

/** DATE_OF_BIRTH: a date in any form for which the words around say that somebody was born. */
final class BirthDateRecognizer implements Recognizer {
    private static final int SHORTEST = 4;
    private static final int NEAR = 2;

    @Override
    public void recognize(Call call, Claims claims) {
        if (!call.mentions(Topic.BIRTH)) {
            return;
        }
        for (DateReader.Named date : call.namedDates()) {
            if (!claims.touch(date.token(), date.tokenEnd())
                    && Topic.BIRTH.equals(call.context().topic(date.token(), date.tokenEnd(), Topic.DATE))) {
                claims.claimTokens(EntityType.DATE_OF_BIRTH, date.token(), date.tokenEnd());
            }
        }
        for (DigitRun run : claims.unclaimed(call.digitRuns())) {
            Topic topic = run.length() >= SHORTEST && !call.isMeasure(run) ? call.topic(run) : Topic.HARMLESS;
            boolean another = topic == null
                    && call.isDate(run)
                    && claims.has(EntityType.DATE_OF_BIRTH)
                    && !isOfEvent(call.word(run.first().token() - 1, run.utterance()));
            if (another
                    || Topic.BIRTH.equals(topic) && !run.digits().startsWith("00")
                    || topic == null && isSaidAgain(call, run, claims)) {
                claims.claim(EntityType.DATE_OF_BIRTH, run);
            }
        }
        claimReadBack(call, claims);
    }

    /** "on 8/30/2026" */
    private static boolean isOfEvent(Word before) {
        return switch (before.text()) {
            case "on", "by", "until", "till", "from", "dated", "since", "before", "after", "through" -> true;
            default -> false;
        };
    }

    /** Nothing but day, month and year not long after a date of birth: the same once more, or another's. */
    private static boolean isSaidAgain(Call call, DigitRun run, Claims claims) {
        return claims.has(EntityType.DATE_OF_BIRTH, run.utterance() - 1 - NEAR, run.utterance())
                && call.context().hardWords(run.utterance()) == 0
                && isDayMonthYear(run);
    }

    static boolean isDayMonthYear(DigitRun run) {
        String digits = run.digits();
        int length = digits.length();
        if (run.size() < 3 || length < 5 || length > 8 || digits.startsWith("00")) {
            return false;
        }
        String century = digits.substring(length - 4, length - 2);
        return length <= 6 || century.equals("19") || century.equals("20");
    }

    /** A full date right behind a date of birth is the same, said by the other in another form. */
    private static void claimReadBack(Call call, Claims claims) {
        for (DateReader.Named date : call.namedDates()) {
            int utterance = call.tokens().utterance(date.token());
            if ((date.isFull() || call.context().hardWords(utterance) <= 1 && !date.isMonthAndYear())
                    && !claims.touch(date.token(), date.tokenEnd())
                    && claims.has(EntityType.DATE_OF_BIRTH, utterance - NEAR, utterance)
                    && call.context().topic(date.token(), date.tokenEnd(), Topic.DATE) == null) {
                claims.claimTokens(EntityType.DATE_OF_BIRTH, date.token(), date.tokenEnd());
            }
        }
    }
}
