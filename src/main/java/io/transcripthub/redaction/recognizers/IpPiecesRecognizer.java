package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.numbers.DigitGroup.Joint;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Topic;
import java.util.ArrayList;
import java.util.List;

/** IP_ADDRESS told in pieces, of four numbers up to 255 altogether. */
final class IpPiecesRecognizer implements Recognizer {
    private static final int OCTETS = 4;
    private static final int LONGEST = 12;
    private static final int MOST_UTTERANCES = 3;

    @Override
    public void recognize(Call call, Claims claims) {
        if (call.mentions(Topic.IP) || claims.has(EntityType.IP_ADDRESS)) {
            claimPieces(call, claims);
        }
    }

    /** "sixty six dot, hang on" - "take your time" - "two forty nine dot eighty one dot five" */
    private static void claimPieces(Call call, Claims claims) {
        List<DigitRun> pieces = new ArrayList<>();
        int octets = 0;
        for (DigitRun run : claims.unclaimed(call.digitRuns())) {
            int more = isDotted(call, run) ? octets(run) : 0;
            DigitRun last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
            if (more > 0
                    && last != null
                    && call.isSameSpeaker(run.utterance(), last.utterance())
                    && run.utterance() - last.last().utterance() <= MOST_UTTERANCES
                    && octets + more <= OCTETS
                    && isBrokenOff(call, last, run)) {
                pieces.add(run);
                octets += more;
            } else if (more > 0 && (last == null || call.isSameSpeaker(run.utterance(), last.utterance()))) {
                pieces = new ArrayList<>(List.of(run));
                octets = more;
            }
            if (octets == OCTETS && pieces.size() > 1) {
                pieces.forEach(piece -> claims.claim(EntityType.IP_ADDRESS, piece));
                pieces = new ArrayList<>();
                octets = 0;
            }
        }
    }

    /** Whether a dot shows that the one goes on with the other. */
    private static boolean isBrokenOff(Call call, DigitRun last, DigitRun next) {
        return call.word(last.last().tokenEnd(), last.last().utterance()).isSpoken(Role.DOT.bit)
                || call.word(next.first().token() - 1, next.utterance()).isSpoken(Role.DOT.bit);
    }

    /** Whether a dot is said in it or beside it. */
    private static boolean isDotted(Call call, DigitRun run) {
        return run.length() <= LONGEST
                && (run.has(Joint.DOT)
                        || call.word(run.first().token() - 1, run.utterance()).isSpoken(Role.DOT.bit)
                        || call.word(run.last().tokenEnd(), run.last().utterance())
                                .isSpoken(Role.DOT.bit));
    }

    /** How many numbers up to 255 it has with dots between them; 0 if there is something else. */
    private static int octets(DigitRun run) {
        int octets = 0;
        for (int from = 0, to; from < run.size(); from = to) {
            to = IpAddressRecognizer.octetEnd(run, from);
            if (to == from || from > 0 && run.group(from).joint() != Joint.DOT) {
                return 0;
            }
            octets++;
        }
        return octets;
    }
}
