package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.call.Claims.KnownNumber;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.words.Role;
import java.util.List;

/** Claims what is said in answer to a number that is being told, and nothing else in its utterance. */
final class Echoes {
    private static final int SHORTEST_PIECE = 3;
    private static final int SHORTEST_ECHO = 2;
    private static final int LONGEST_QUESTION = 14;
    private static final int NEAR = 3;

    private Echoes() {}

    static void claim(Call call, DigitRun run, List<KnownNumber> known, Claims claims) {
        for (DigitRun part : run.byUtterance()) {
            if (!claims.touchAny(part)) {
                claimEcho(call, part, known, claims);
            }
        }
    }

    /** The listener says a piece of the number that is being told, or somebody all of it again, and nothing else. */
    private static void claimEcho(Call call, DigitRun part, List<KnownNumber> known, Claims claims) {
        boolean behindSlash =
                call.word(part.first().token() - 1, part.utterance()).is(Role.SLASH);
        if (part.length() < SHORTEST_ECHO || call.context().hardWords(part.utterance()) > 0 || behindSlash) {
            return;
        }
        String digits = part.digits();
        for (KnownNumber number : known) {
            boolean heard = part.utterance() <= number.lastUtterance() + 1
                    && !call.isSameSpeaker(part.utterance(), number.firstUtterance());
            boolean asked =
                    part.utterance() <= number.lastUtterance() + NEAR && isAskedAgain(call, part.utterance() - 1);
            boolean again = part.utterance() <= number.lastUtterance() + NEAR
                    && digits.equals(number.digits())
                    && digits.length() >= SHORTEST_PIECE;
            if (part.utterance() > number.firstUtterance()
                    && (heard || asked || again)
                    && number.digits().contains(digits)) {
                claims.claim(number.type(), part);
                return;
            }
        }
    }

    /** "say the beginning again", "i only got the first part" */
    private static boolean isAskedAgain(Call call, int utterance) {
        int question = Math.max(0, utterance);
        int first = call.tokens().first(question);
        int last = call.tokens().last(question);
        for (int token = first; token < last && last - first <= LONGEST_QUESTION; token++) {
            switch (call.word(token).text()) {
                case "again", "repeat", "beginning", "part", "first", "last", "middle", "end" -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }
}
