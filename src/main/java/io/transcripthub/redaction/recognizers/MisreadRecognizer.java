package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.call.Claims.KnownNumber;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.numbers.PaymentCards;
import io.transcripthub.redaction.words.Topic;
import java.util.List;

/** A number that was given before, read back or noted down with a digit wrong or two of them swapped. */
final class MisreadRecognizer implements Recognizer {
    private static final int SHORTEST = 4;
    /** For the next utterance, if nothing else is said in it. */
    private static final int SHORTEST_AT_ONCE = 3;
    /** Shorter numbers differ in one place only, or have two neighbours swapped. */
    private static final int LONG = 7;

    private static final int MOST_UTTERANCES = 8;
    private static final int MOST_KNOWN = 100;
    private static final int MOST_HARD_WORDS = 6;
    private static final int MOST_HARD_WORDS_OF_SHORT = 4;

    @Override
    public void recognize(Call call, Claims claims) {
        List<KnownNumber> known = claims.numbers(number -> number.digits().length() >= SHORTEST_AT_ONCE, MOST_KNOWN);
        if (!known.isEmpty()) {
            recognize(call, claims.unclaimed(call.codes()), known, claims);
            recognize(call, claims.unclaimed(call.digitRuns()), known, claims);
        }
    }

    private static void recognize(Call call, List<DigitRun> runs, List<KnownNumber> known, Claims claims) {
        for (DigitRun run : runs) {
            if (run.length() >= SHORTEST_AT_ONCE && run.length() <= PaymentCards.LONGEST) {
                KnownNumber misread = misread(call, run, known);
                if (misread != null && isOpen(call, run)) {
                    claims.claim(misread.type(), run);
                }
            }
        }
    }

    /** The first that it may be; null if there is none. */
    private static KnownNumber misread(Call call, DigitRun run, List<KnownNumber> known) {
        String digits = run.digits();
        for (KnownNumber number : known) {
            if (run.utterance() >= number.firstUtterance()
                    && run.utterance() <= number.lastUtterance() + MOST_UTTERANCES
                    && (digits.length() >= SHORTEST || isAnswer(call, run, number))
                    && (digits.length() >= LONG || !call.isSameSpeaker(run.utterance(), number.lastUtterance()))
                    && (isAlmost(digits, number.digits()) || isAlmostBeginning(digits, number.digits()))) {
                return number;
            }
        }
        return null;
    }

    /** "four one nine" - "four one five?" */
    private static boolean isAnswer(Call call, DigitRun run, KnownNumber number) {
        return run.utterance() == number.lastUtterance() + 1 && call.context().hardWords(run.utterance()) == 0;
    }

    private static boolean isOpen(Call call, DigitRun run) {
        if (call.context().hardWords(run.utterance())
                > (run.length() < LONG ? MOST_HARD_WORDS_OF_SHORT : MOST_HARD_WORDS)) {
            return false;
        }
        Topic topic = call.topic(run);
        return (topic == null || !topic.isHarmless() && !Topic.PUBLIC.equals(topic) && !Topic.EVENT.equals(topic))
                && !call.isMeasure(run)
                && !call.isDate(run)
                && !call.context().isLabelled(run.first().token())
                && !call.isInNamedDate(run);
    }

    /** "513 220 998" - "i've got 513 220 989" - "no, 998": what was said at first. */
    private static boolean isAlmostBeginning(String digits, String known) {
        return digits.length() >= LONG
                && known.length() >= digits.length() + SHORTEST_AT_ONCE
                && known.length() < 2 * digits.length()
                && isAlmost(digits, known.substring(0, digits.length()));
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
