package io.transcripthub.redaction;

/** DATE_OF_BIRTH: a date in any form for which the words around say that somebody was born. */
final class BirthDateRecognizer implements Recognizer {
    private static final int SHORTEST = 4;

    @Override
    public void recognize(Call call, Claims claims) {
        if (!call.mentions(Topic.BIRTH)) {
            return;
        }
        for (DateReader.Named date : call.namedDates()) {
            if (!claims.touch(date.token(), date.tokenEnd())
                    && Topic.BIRTH.equals(call.context().topic(date.token(), date.tokenEnd(), SHORTEST))) {
                claims.claimTokens(EntityType.DATE_OF_BIRTH, date.token(), date.tokenEnd());
            }
        }
        for (DigitRun run : claims.unclaimed(call.digitRuns())) {
            Topic topic = run.length() >= SHORTEST && !call.isMeasure(run) ? call.topic(run) : Topic.HARMLESS;
            boolean another = topic == null && call.isDate(run) && claims.has(EntityType.DATE_OF_BIRTH);
            if (another || Topic.BIRTH.equals(topic)) {
                claims.claim(EntityType.DATE_OF_BIRTH, run);
            }
        }
    }
}
