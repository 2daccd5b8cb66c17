package io.transcripthub.redaction;

import io.transcripthub.redaction.DigitGroup.Joint;

/**
 * CARD_CVV: three or four digits for which the words around ask, or that are called no more than a code not long after a
 * card number; of two cards two.
 */
final class CardCodeRecognizer implements Recognizer {
    private static final int MOST_UTTERANCES = 14;
    private static final int FEW_UTTERANCES = 6;

    @Override
    public void recognize(Call call, Claims claims) {
        if (!call.mentions(Topic.CODE) && !call.mentions(Topic.CVV)) {
            return;
        }
        for (DigitRun run : claims.unclaimed(call.digitRuns())) {
            boolean fits = Topic.CVV.fits(run.length()) || Topic.CVV.fits(run.lengthBehindCorrection());
            if ((fits || isTwo(run))
                    && !PinRecognizer.isBehindLetters(call, run)
                    && !call.isMeasure(run)
                    && !call.isInNamedDate(run)
                    && !call.isEcho(run)
                    && isCode(call, run, claims)) {
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
        int digits = Topic.CVV.shortest();
        return call.context().isAbout(Topic.CVV, run, digits)
                || call.context().isAbout(Topic.CODE, run, digits) && isOfCard(call, run, claims);
    }

    /** Whether a card, its expiry or at least the word was said not long before, and nothing of a passcode since. */
    private static boolean isOfCard(Call call, DigitRun run, Claims claims) {
        int from = run.utterance() - MOST_UTTERANCES;
        if (claims.has(EntityType.CREDIT_CARD, from, run.utterance())
                || claims.has(EntityType.CARD_EXPIRY, from, run.utterance())) {
            return true;
        }
        Cues cues = call.context().cues();
        int near = call.tokens().first(Math.max(0, run.utterance() - FEW_UTTERANCES));
        int token = run.first().token();
        return cues.hasBetween(near, token, Topic.CARD) && !cues.hasBetween(near, token, Topic.PIN);
    }
}
