package io.transcripthub.redaction;

import io.transcripthub.redaction.DigitGroup.Joint;

/**
 * CARD_CVV: three or four digits for which the words around ask, or that are called no more than a code not long after a
 * card number; of two cards two.
 */
final class CardCodeRecognizer implements Recognizer {
    private static final int MOST_UTTERANCES = 14;

    @Override
    public void recognize(Call call, Claims claims) {
        if (!call.mentions(Topic.CODE) && !call.mentions(Topic.CVV)) {
            return;
        }
        for (DigitRun run : claims.unclaimed(call.digitRuns())) {
            boolean fits = Topic.CVV.fits(run.length()) || Topic.CVV.fits(run.lengthBehindCorrection());
            if ((fits || isTwo(run)) && !call.isMeasure(run) && !call.isInNamedDate(run) && isCode(call, run, claims)) {
                claims.claim(EntityType.CARD_CVV, run);
            }
        }
    }

    private static boolean isTwo(DigitRun run) {
        return run.length() <= 2 * Topic.CVV.longest()
                && !ExpiryRecognizer.isMonthAndYear(run)
                && run.split((left, right) -> right.joint() == Joint.WORDS).stream()
                        .allMatch(part -> Topic.CVV.fits(part.length()));
    }

    private static boolean isCode(Call call, DigitRun run, Claims claims) {
        Topic topic = call.context().topic(run.first().token(), run.last().tokenEnd(), Topic.CVV.shortest());
        return Topic.CVV.equals(topic)
                || Topic.CODE.equals(topic)
                        && claims.has(EntityType.CREDIT_CARD, run.utterance() - MOST_UTTERANCES, run.utterance());
    }
}
