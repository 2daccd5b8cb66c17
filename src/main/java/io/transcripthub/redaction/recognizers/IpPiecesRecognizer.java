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
        if (call.tokens().has(Role.DOT.bit)) {
            claimPieces(call, claims);
        }
    }

    /** "sixty six dot, hang on" - "take your time" - "two forty nine dot eighty one dot five" */
    private static void claimPieces(Call call, Claims claims) {
        List<DigitRun> pieces = new ArrayList<>();
        int octets = 0;
        boolean spokenOf = call.mentions(Topic.IP) || claims.has(EntityType.IP_ADDRESS);
        for (DigitRun run : call.digitRuns()) {
            boolean begins = run.has(Joint.DOT) || spokenOf && isDot(call, run);
            DigitRun last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
            if (!begins && (last == null || distance(last, run) > MOST_UTTERANCES)) {
                continue;
            }
            boolean dotted = isDotted(call, run);
            int more = last != null && isDot(call, last) || dotted ? octets(call, run) : 0;
            if (more == 0 || isOther(run, claims) || !spokenOf && isHarmless(call, run)) {
                continue;
            }
            int known = last != null && isNext(call, last, run) ? octets - (isCorrected(call, last, run) ? 1 : 0) : 0;
            if (known > 0 && (known + more == OCTETS || dotted && known + more < OCTETS)) {
                pieces.add(run);
                octets = known + more;
            } else if (begins) {
                pieces = new ArrayList<>(List.of(run));
                octets = more;
            }
            if (octets == OCTETS && pieces.size() > 1) {
                claim(pieces, claims);
                pieces = new ArrayList<>();
                octets = 0;
            }
        }
    }

    private static void claim(List<DigitRun> pieces, Claims claims) {
        for (DigitRun piece : pieces) {
            if (!claims.touchAny(piece)) {
                claims.claim(EntityType.IP_ADDRESS, piece);
            }
        }
    }

    private static boolean isHarmless(Call call, DigitRun run) {
        Topic topic = call.topic(run);
        return topic != null && topic.isHarmless();
    }

    private static boolean isOther(DigitRun run, Claims claims) {
        return claims.touch(run.first()) && !EntityType.IP_ADDRESS.equals(claims.typeAt(run.utterance(), run.start()));
    }

    private static int distance(DigitRun last, DigitRun next) {
        return next.utterance() - last.last().utterance();
    }

    /** Whether a dot shows that the one goes on with the other; the other speaker may end it in the next utterance. */
    private static boolean isNext(Call call, DigitRun last, DigitRun next) {
        int distance = distance(last, next);
        boolean broken = isDot(call, last)
                || isCorrected(call, last, next)
                || call.word(next.first().token() - 1, next.utterance()).isSpoken(Role.DOT.bit);
        return broken
                && distance <= MOST_UTTERANCES
                && (distance == 1 || call.isSameSpeaker(next.utterance(), last.utterance()));
    }

    /** "point seven, sorry, ignore that, seventeen point forty six" */
    private static boolean isCorrected(Call call, DigitRun last, DigitRun next) {
        int from = last.last().tokenEnd();
        boolean corrected = false;
        for (int token = from; token < Math.min(next.first().token(), from + LONGEST); token++) {
            corrected |= call.word(token).is(Role.CORRECTION);
        }
        return corrected && !isDot(call, last);
    }

    /** "dot one, um, dot": whether one is said behind it. */
    private static boolean isDot(Call call, DigitRun run) {
        int utterance = run.last().utterance();
        int token = run.last().tokenEnd();
        while (call.word(token, utterance).isAny(Role.FILLER.bit | Role.SEPARATOR.bit)
                && !call.word(token, utterance).is(Role.DOT)) {
            token++;
        }
        return call.word(token, utterance).isSpoken(Role.DOT.bit);
    }

    /** Whether a dot is said in it or beside it. */
    private static boolean isDotted(Call call, DigitRun run) {
        return run.length() <= LONGEST
                && (run.has(Joint.DOT)
                        || call.word(run.first().token() - 1, run.utterance()).isSpoken(Role.DOT.bit)
                        || isDot(call, run));
    }

    /** How many numbers up to 255 it has with dots between them; 0 if there is something else. */
    private static int octets(Call call, DigitRun run) {
        int octets = 0;
        for (int from = 0, to; from < run.size() && octets <= OCTETS; from = to) {
            to = IpAddressRecognizer.octetEnd(run, from);
            boolean behindDot = from == 0
                    || run.group(from).joint() == Joint.DOT
                    || run.group(from).utterance() != run.group(from - 1).utterance() && isDot(call, run.part(0, from));
            if (to == from || !behindDot) {
                return 0;
            }
            octets++;
        }
        return octets;
    }
}
