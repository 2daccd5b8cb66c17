package io.transcripthub.redaction;

/**
 * CREDIT_CARD: digit groups that together are a card number, whatever separates them; they may go on in the next
 * utterance. Numbers that overlap (a card number and one with the security code behind it) are taken out together.
 */
final class CardRecognizer implements Recognizer {
    @Override
    public void recognize(Call call, Claims claims) {
        for (DigitRun run : call.digitRuns()) {
            for (int from = 0; from < run.size(); from++) {
                claimLongestFrom(run, from, claims);
            }
        }
    }

    private static void claimLongestFrom(DigitRun run, int from, Claims claims) {
        int longest = 0;
        for (int to = from + 1; to <= run.size() && run.digitCount(from, to) <= PaymentCards.LONGEST; to++) {
            int first = run.group(from).from();
            if (PaymentCards.isCardNumber(run.digits(), first, first + run.digitCount(from, to))) {
                longest = to;
            }
        }
        if (longest > 0) {
            claims.claim(EntityType.CREDIT_CARD, run.part(from, longest));
        }
    }
}
