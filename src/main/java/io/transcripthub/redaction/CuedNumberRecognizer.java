package io.transcripthub.redaction;

/** A number that is recognised by nothing but the words around it. */
final class CuedNumberRecognizer implements Recognizer {
    private final EntityType type;
    private final Topic topic;

    CuedNumberRecognizer(EntityType type, Topic topic) {
        this.type = type;
        this.topic = topic;
    }

    @Override
    public void recognize(Call call, Claims claims) {
        if (!call.mentions(topic)) {
            return;
        }
        for (DigitRun run : claims.unclaimed(call.digitRuns())) {
            if ((topic.fits(run.length()) || topic.fits(run.lengthBehindCorrection()))
                    && !call.isMeasure(run)
                    && !call.isDate(run)
                    && topic.equals(call.topic(run))) {
                claims.claim(type, run);
            }
        }
    }
}
