package io.transcripthub.redaction;

import io.transcripthub.redaction.Claims.KnownNumber;
import java.util.List;

/** A number that was given before, read back or noted down with a digit wrong or two of them swapped. */
final class MisreadRecognizer implements Recognizer {
    private static final int SHORTEST = 4;
    /** Shorter numbers differ in one place only, or have two neighbours swapped. */
    private static final int LONG = 7;

    private static final int MOST_UTTERANCES = 8;
    private static final int MOST_KNOWN = 100;
    private static final int MOST_HARD_WORDS = 6;
    private static final int MOST_HARD_WORDS_OF_SHORT = 4;

    @Override
    public void recognize(Call call, Claims claims) {
        List<KnownNumber> known = claims.numbers().stream()
                .filter(number -> number.digits().length() >= SHORTEST)
                .limit(MOST_KNOWN)
                .toList();
        if (!known.isEmpty()) {
            claims.unclaimed(call.codes()).forEach(run -> recognize(call, run, known, claims));
            claims.unclaimed(call.digitRuns()).forEach(run -> recognize(call, run, known, claims));
        }
    }

    private static void recognize(Call call, DigitRun run, List<KnownNumber> known, Claims claims) {
        if (run.length() < SHORTEST
                || run.length() > PaymentCards.LONGEST
                || !isOpen(call, run)
                || call.context().hardWords(run.utterance())
                        > (run.length() < LONG ? MOST_HARD_WORDS_OF_SHORT : MOST_HARD_WORDS)) {
            return;
        }
        String digits = run.digits();
        for (KnownNumber number : known) {
            if (run.utterance() >= number.firstUtterance()
                    && run.utterance() <= number.lastUtterance() + MOST_UTTERANCES
                    && isAlmost(digits, number.digits())) {
                claims.claim(number.type(), run);
                return;
            }
        }
    }

    private static boolean isOpen(Call call, DigitRun run) {
        Topic topic = call.topic(run);
        return (topic == null || !topic.isHarmless() && !Topic.PUBLIC.equals(topic) && !Topic.EVENT.equals(topic))
                && !call.isMeasure(run)
                && !call.isDate(run)
                && !call.context().isLabelled(run.first().token())
                && !call.isInNamedDate(run);
    }

    static boolean isAlmost(String one, String other) {
        if (one.length() != other.length()) {
            return false;
        }
        int first = -1;
        int last = -1;
        int different = 0;
        for (int i = 0; i < one.length(); i++) {
            if (one.charAt(i) != other.charAt(i)) {
                first = first < 0 ? i : first;
                last = i;
                different++;
            }
        }
        boolean swapped = different == 2
                && last == first + 1
                && one.charAt(first) == other.charAt(last)
                && one.charAt(last) == other.charAt(first);
        return different == 1 || swapped || different == 2 && one.length() >= LONG;
    }
}
