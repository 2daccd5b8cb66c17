package io.transcripthub.redaction;

import io.transcripthub.redaction.Claims.KnownNumber;

/**
 * CARD_EXPIRY and CARD_CVV by their turn: not long after a card number its holder gives a month with a year and three or
 * four digits, whatever the words of the question were.
 */
final class CardDialogueRecognizer implements Recognizer {
    private static final int MOST_CARDS = 50;
    private static final int MOST_UTTERANCES = 10;
    private static final int MOST_HARD_WORDS = 1;
    private static final int MOST_HARD_WORDS_BESIDE = 6;
    private static final int SHORTEST_CARD = 12;
    private static final int LONGEST_WITH_CODE = 10;

    @Override
    public void recognize(Call call, Claims claims) {
        if (!claims.has(EntityType.CREDIT_CARD)) {
            return;
        }
        for (KnownNumber card : claims.numbers(CardDialogueRecognizer::isCard, MOST_CARDS)) {
            recognize(call, card, claims);
        }
    }

    private static boolean isCard(KnownNumber number) {
        return number.type().equals(EntityType.CREDIT_CARD) && number.digits().length() >= SHORTEST_CARD;
    }

    private static void recognize(Call call, KnownNumber card, Claims claims) {
        int from = card.lastUtterance();
        int to = from + MOST_UTTERANCES;
        if (!claims.has(EntityType.CARD_EXPIRY, from, to)) {
            claimExpiry(call, card, claims);
        }
        if (!claims.has(EntityType.CARD_CVV, from, to)) {
            claimCode(call, card, claims);
        }
    }

    private static void claimExpiry(Call call, KnownNumber card, Claims claims) {
        for (DateReader.Named date : call.namedDates()) {
            int utterance = call.tokens().utterance(date.token());
            if (date.expiryEnd() > 0
                    && isTurn(call, utterance, card)
                    && !claims.touch(date.token(), date.tokenEnd())
                    && !ExpiryRecognizer.isOfPassport(call, date.token(), claims)
                    && call.context().topic(date.token(), date.tokenEnd(), Topic.DATE) == null) {
                claims.claimTokens(EntityType.CARD_EXPIRY, date.token(), date.expiryEnd());
                return;
            }
        }
        for (DigitRun run : claims.unclaimed(call.digitRuns())) {
            int end = run.length() <= LONGEST_WITH_CODE && isOpen(call, run, card)
                    ? CardTailRecognizer.expiryEnd(run)
                    : 0;
            int rest = run.length() - run.digitCount(0, end);
            if (end > 0 && (rest == 0 || Topic.CVV.fits(rest))) {
                claims.claim(EntityType.CARD_EXPIRY, run.part(0, end));
                return;
            }
        }
    }

    private static void claimCode(Call call, KnownNumber card, Claims claims) {
        int digits = card.digits().startsWith("3") && card.digits().length() == 15 ? 4 : 3;
        for (DigitRun run : claims.unclaimed(call.digitRuns())) {
            if (run.length() == digits
                    && isOpen(call, run, card)
                    && (claims.has(EntityType.CARD_EXPIRY, card.lastUtterance(), run.utterance())
                            || isWith(call, run, claims))) {
                claims.claim(EntityType.CARD_CVV, run);
                return;
            }
        }
    }

    /** "4111 .. with 202" */
    private static boolean isWith(Call call, DigitRun run, Claims claims) {
        int with = run.first().token() - 1;
        return call.word(with, run.utterance()).text().equals("with")
                && with > call.tokens().first(run.utterance())
                && claims.touch(with - 1, with)
                && EntityType.CREDIT_CARD.equals(
                        claims.typeAt(run.utterance(), call.tokens().start(with - 1)));
    }

    private static boolean isOpen(Call call, DigitRun run, KnownNumber card) {
        return isTurn(call, run.utterance(), card)
                && run.length() >= 3
                && !call.isMeasure(run)
                && !call.isDate(run)
                && !call.isInNamedDate(run)
                && (call.topic(run) == null
                        || call.topic(run).equals(Topic.CVV)
                        || call.topic(run).weak() && !call.topic(run).isHarmless())
                && !call.context().isLabelled(run.first().token());
    }

    private static boolean isTurn(Call call, int utterance, KnownNumber card) {
        return utterance >= card.lastUtterance()
                && utterance <= card.lastUtterance() + MOST_UTTERANCES
                && call.isSameSpeaker(utterance, card.lastUtterance())
                && call.context().hardWords(utterance)
                        <= (utterance == card.lastUtterance() ? MOST_HARD_WORDS_BESIDE : MOST_HARD_WORDS);
    }
}
