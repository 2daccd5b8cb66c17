package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.words.Topic;
import java.util.List;

/** SSN in its three parts with words between: "it starts with 418, the middle is 52 and it ends in 9036". */
final class SsnPiecesRecognizer implements Recognizer {
    private static final int[] PARTS = {3, 2, 4};
    private static final int DIGITS = 9;
    private static final int MOST_UTTERANCES = 4;
    private static final int MOST_HARD_WORDS = 8;

    @Override
    public void recognize(Call call, Claims claims) {
        if (!call.mentions(Topic.SSN)) {
            return;
        }
        List<DigitRun> runs = claims.unclaimed(call.digitRuns());
        for (int first = 0; first + PARTS.length <= runs.size(); first++) {
            List<DigitRun> parts = runs.subList(first, first + PARTS.length);
            if (isNumber(call, parts) && call.context().isAbout(Topic.SSN, parts.get(0), DIGITS)) {
                parts.forEach(part -> claims.claim(EntityType.SSN, part));
                claims.remember(
                        EntityType.SSN,
                        digits(parts),
                        parts.get(0).utterance(),
                        parts.get(2).utterance());
            }
        }
    }

    private static boolean isNumber(Call call, List<DigitRun> parts) {
        for (int i = 0; i < PARTS.length; i++) {
            if (parts.get(i).length() != PARTS[i] || !isPart(call, parts.get(0), parts.get(i))) {
                return false;
            }
        }
        return SsnRecognizer.isIssuable(digits(parts));
    }

    private static boolean isPart(Call call, DigitRun first, DigitRun part) {
        Topic within = part.topicWithin(call.context());
        return call.isSameSpeaker(first.utterance(), part.utterance())
                && part.utterance() <= first.utterance() + MOST_UTTERANCES
                && (within == null || within.equals(Topic.SSN) || within.weak() && !within.isHarmless())
                && call.context().hardWords(part.utterance()) <= MOST_HARD_WORDS
                && !call.isMeasure(part)
                && !call.isInNamedDate(part);
    }

    private static String digits(List<DigitRun> parts) {
        return parts.get(0).digits() + parts.get(1).digits() + parts.get(2).digits();
    }
}
