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
                    && (!call.isMeasure(run) || isEnded(call, run))
                    && !call.isDate(run)
                    && topic.equals(call.topic(run))) {
                claims.claim(type, run);
                if (isEnded(call, run)) {
                    int end = run.last().tokenEnd();
                    claims.claimTokens(type, end - 1, end + 1);
                }
            }
        }
    }

    /** "seven seven oh four pound": the key that ends what is keyed in. */
    private static boolean isEnded(Call call, DigitRun run) {
        int end = run.last().tokenEnd();
        int utterance = run.last().utterance();
        return end + 1 >= call.tokens().last(utterance)
                && run.size() == run.length()
                && switch (call.word(end, utterance).text()) {
                    case "pound", "hash", "star" -> true;
                    default -> false;
                };
    }
}
