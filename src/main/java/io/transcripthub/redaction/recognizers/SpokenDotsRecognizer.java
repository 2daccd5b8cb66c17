package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.numbers.DigitGroup.Joint;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Topic;

/** IP_ADDRESS: the dots that are said before and behind its pieces: "one seventy two" - "dot sixty seven dot .." */
final class SpokenDotsRecognizer implements Recognizer {
    @Override
    public void recognize(Call call, Claims claims) {
        if (!call.mentions(Topic.IP) && !claims.has(EntityType.IP_ADDRESS)) {
            return;
        }
        for (DigitRun run : call.digitRuns()) {
            for (DigitRun part : run.byUtterance()) {
                claimDots(call, part, claims);
            }
        }
    }

    private static void claimDots(Call call, DigitRun part, Claims claims) {
        DigitGroup last = part.last();
        int before = part.first().token() - 1;
        if (isAddress(part, part.first(), claims)
                && call.word(before, part.utterance()).isSpoken(Role.DOT.bit)) {
            claims.claimTokens(EntityType.IP_ADDRESS, before, before + 2);
        }
        if (isAddress(part, last, claims)
                && call.word(last.tokenEnd(), last.utterance()).isSpoken(Role.DOT.bit)) {
            claims.claimTokens(EntityType.IP_ADDRESS, last.tokenEnd() - 1, last.tokenEnd() + 1);
        }
    }

    /** Whether it was claimed for one, or for something else though it has dots. */
    private static boolean isAddress(DigitRun part, DigitGroup group, Claims claims) {
        return claims.touch(group)
                && (part.has(Joint.DOT)
                        || EntityType.IP_ADDRESS.equals(claims.typeAt(group.utterance(), group.start())));
    }
}
