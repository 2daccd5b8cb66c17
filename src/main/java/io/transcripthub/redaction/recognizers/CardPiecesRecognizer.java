package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.numbers.DigitGroup.Joint;
import io.transcripthub.redaction.words.Cues;
import io.transcripthub.redaction.words.Topic;
import java.util.List;

/**
 * CREDIT_CARD in pieces, whatever one speaker and the other say between them: not long after a card was spoken of, pieces
 * that together are of a card's length and an issuer's range and end with the check digit. A piece that was said twice
 * counts once, and so does one that was taken back.
 */
final class CardPiecesRecognizer implements Recognizer {
    private static final int SHORTEST_PIECE = 2;
    private static final int LONGEST_PIECE = 14;
    private static final int MOST_UTTERANCES_BEHIND_CUE = 12;
    private static final int MOST_UTTERANCES_BEFORE_CUE = 4;

    @Override
    public void recognize(Call call, Claims claims) {
        if (!call.mentions(Topic.CARD) && !call.mentions(Topic.EXPIRY) && !call.mentions(Topic.CVV)) {
            return;
        }
        List<DigitRun> runs = claims.unclaimed(call.digitRuns());
        CardPieces search = new CardPieces(call, runs);
        boolean mayBeAskedOn = call.mentions(Topic.EXPIRY) || call.mentions(Topic.CVV);
        for (int first = 0; first < runs.size(); first++) {
            DigitRun run = runs.get(first);
            if ((mayBeAskedOn || isNearCard(call, run))
                    && search.hasEnoughDigits(first)
                    && isPiece(call, run)
                    && !claims.touchAny(run)) {
                List<DigitRun> pieces = search.from(first);
                if (!pieces.isEmpty()
                        && (!mayBeAskedOn || isNearCard(call, run) || isAskedOnBehind(call, pieces))
                        && !(isOfOtherThing(call, run) && search.isFoundBehind(first))) {
                    claim(pieces, claims);
                }
            }
        }
    }

    private static void claim(List<DigitRun> pieces, Claims claims) {
        StringBuilder digits = new StringBuilder();
        for (DigitRun piece : pieces) {
            claims.claim(EntityType.CREDIT_CARD, piece);
            digits.append(piece.digits());
        }
        DigitRun last = pieces.get(pieces.size() - 1);
        claims.remember(
                EntityType.CREDIT_CARD,
                digits.toString(),
                pieces.get(0).utterance(),
                last.last().utterance());
    }

    /** "item 6600" */
    private static boolean isOfOtherThing(Call call, DigitRun run) {
        Topic topic = run.topicWithin(call.context());
        return topic != null && topic.isHarmless()
                || call.context().isLabelled(run.first().token());
    }

    private static boolean isNearCard(Call call, DigitRun run) {
        int near = call.tokens().first(Math.max(0, run.utterance() - MOST_UTTERANCES_BEHIND_CUE));
        int later = call.tokens().last(Math.min(call.size() - 1, run.utterance() + MOST_UTTERANCES_BEFORE_CUE));
        return call.context().cues().hasBetween(near, later, Topic.CARD);
    }

    /** "5426" - "and it's good through?" */
    private static boolean isAskedOnBehind(Call call, List<DigitRun> pieces) {
        int next = pieces.get(pieces.size() - 1).last().utterance() + 1;
        if (next >= call.size()) {
            return false;
        }
        int from = call.tokens().first(next);
        int to = call.tokens().last(next);
        Cues cues = call.context().cues();
        return cues.hasBetween(from, to, Topic.EXPIRY) || cues.hasBetween(from, to, Topic.CVV);
    }

    static boolean isPiece(Call call, DigitRun run) {
        return (run.length() >= SHORTEST_PIECE || call.context().hardWords(run.utterance()) == 0)
                && run.length() <= LONGEST_PIECE
                && !call.isMeasure(run)
                && !call.isBehindLetter(run)
                && !PinRecognizer.isDotted(call, run)
                && !run.has(Joint.COLON)
                && !call.isDate(run)
                && !call.isInNamedDate(run);
    }
}
