package io.transcripthub.redaction;

/**
 * PIN: four to eight digits for which the words around ask, or that are called no more than a code not long after a
 * passcode was spoken of.
 */
final class PinRecognizer implements Recognizer {
    private static final int MOST_UTTERANCES = 8;

    @Override
    public void recognize(Call call, Claims claims) {
        if (!call.mentions(Topic.PIN)) {
            return;
        }
        for (DigitRun run : claims.unclaimed(call.digitRuns())) {
            if ((Topic.PIN.fits(run.length()) || Topic.PIN.fits(run.lengthBehindCorrection()))
                    && (!call.isMeasure(run) || isEnded(call, run))
                    && !call.isDate(run)
                    && !run.has(DigitGroup.Joint.DOT)
                    && isPin(call, run)) {
                claims.claim(EntityType.PIN, run);
                if (isEnded(call, run)) {
                    int end = run.last().tokenEnd();
                    claims.claimTokens(EntityType.PIN, end - 1, end + 1);
                }
            }
        }
    }

    private static boolean isPin(Call call, DigitRun run) {
        Topic topic = call.topic(run);
        int near = call.tokens().first(Math.max(0, run.utterance() - MOST_UTTERANCES));
        return Topic.PIN.equals(topic)
                || call.context().isAbout(Topic.CODE, run, Topic.CODE.longest())
                        && (topic == null || topic.weak() && !topic.isHarmless())
                        && call.context().cues().hasBetween(near, run.first().token(), Topic.PIN);
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
