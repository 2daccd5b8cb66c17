package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.numbers.DigitGroup.Form;
import io.transcripthub.redaction.words.Cue;
import io.transcripthub.redaction.words.Cues;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Topic;
import java.util.ArrayList;
import java.util.List;

/**
 * CARD_CVV and PIN told in pieces of one or two digits, with other words between: "two two, um, it's rubbed off, i think
 * seven"; "five" - "wait, my wife has it" - "eight two".
 */
final class ShortCodePiecesRecognizer implements Recognizer {
    private static final int MOST_UTTERANCES = 8;
    private static final int MOST_UTTERANCES_TO_FIRST = 2;
    private static final int MOST_PIECES = 8;
    private static final int MOST_HARD_WORDS = 3;

    @Override
    public void recognize(Call call, Claims claims) {
        if (call.mentions(Topic.CVV) || call.mentions(Topic.PIN) || call.mentions(Topic.CODE)) {
            Cues cues = call.context().cues();
            int next = 0;
            for (int index = 0; index < cues.size(); index++) {
                EntityType type = type(cues.get(index).topic());
                boolean code = cues.get(index).topic().equals(Topic.CODE);
                if (type != null && (!code || isOfCard(call, cues.get(index), claims))) {
                    int end = end(call, cues, index);
                    next = first(call.digitRuns(), next, cues.get(index).tokenEnd());
                    claim(call, pieces(call, next, cues.get(index), end), type, claims);
                }
            }
        }
    }

    /** Whether a card's number or expiry was told not long before. */
    private static boolean isOfCard(Call call, Cue cue, Claims claims) {
        int utterance = call.tokens().utterance(cue.token());
        return claims.has(EntityType.CREDIT_CARD, utterance - MOST_UTTERANCES, utterance)
                || claims.has(EntityType.CARD_EXPIRY, utterance - MOST_UTTERANCES, utterance);
    }

    private static EntityType type(Topic topic) {
        if (topic.equals(Topic.PIN)) {
            return EntityType.PIN;
        }
        return topic.equals(Topic.CVV) || topic.equals(Topic.CODE) ? EntityType.CARD_CVV : null;
    }

    /** Where something else is spoken of. */
    private static int end(Call call, Cues cues, int asked) {
        int utterance = call.tokens().utterance(cues.get(asked).token());
        int end = call.tokens().last(Math.min(call.size() - 1, utterance + MOST_UTTERANCES));
        return cues.subjectEnd(asked, end, ShortCodePiecesRecognizer::isPassed);
    }

    private static boolean isPassed(Topic topic) {
        return type(topic) == null && (topic.weak() || Cues.isSetting(topic));
    }

    private static int first(List<DigitRun> runs, int from, int token) {
        int next = from;
        while (next < runs.size() && runs.get(next).first().token() < token) {
            next++;
        }
        return next;
    }

    /** What its holder says, whether claimed or not, until the code is whole and the other one speaks of something else. */
    private static List<DigitRun> pieces(Call call, int first, Cue cue, int end) {
        List<DigitRun> pieces = new ArrayList<>();
        int asking = call.tokens().utterance(cue.token());
        int said = 0;
        for (int i = first; i < call.digitRuns().size() && pieces.size() < MOST_PIECES; i++) {
            if (call.digitRuns().get(i).first().token() >= end) {
                break;
            }
            for (DigitRun part : call.digitRuns().get(i).byUtterance()) {
                int utterance = part.utterance();
                int last = pieces.isEmpty()
                        ? asking
                        : pieces.get(pieces.size() - 1).utterance();
                boolean late = pieces.isEmpty() && utterance > asking + MOST_UTTERANCES_TO_FIRST;
                if (late || said >= Topic.CVV.shortest() && isAnswered(call, last, utterance)) {
                    return pieces;
                }
                if (utterance == asking || !call.isSameSpeaker(utterance, asking)) {
                    pieces.add(part);
                    said += part.length();
                }
            }
        }
        return pieces;
    }

    /** Whether the other one said more than the digits between them. */
    private static boolean isAnswered(Call call, int last, int next) {
        for (int utterance = last + 1; utterance < next; utterance++) {
            if (!call.isSameSpeaker(utterance, last) && call.context().hardWords(utterance) > 0) {
                return true;
            }
        }
        return false;
    }

    private static void claim(Call call, List<DigitRun> pieces, EntityType type, Claims claims) {
        Topic topic = type.equals(EntityType.PIN) ? Topic.PIN : Topic.CVV;
        pieces.removeIf(piece -> !isPiece(call, piece, topic, claims));
        int claimed = 0;
        for (DigitRun piece : pieces) {
            claimed += claims.touchAny(piece) ? piece.length() : 0;
        }
        int whole = whole(call, pieces, topic.shortest());
        for (int i = 0; i < pieces.size(); i++) {
            DigitRun piece = pieces.get(i);
            if (!claims.touchAny(piece)
                    && (i >= whole
                            || claimed > 0 && isBesideClaim(call, piece, pieces, claimed < topic.shortest(), claims))) {
                claims.claim(type, piece);
            }
        }
    }

    /** The first of the last ones, at least two, that together are so many digits; the number of all if there is none. */
    private static int whole(Call call, List<DigitRun> pieces, int digits) {
        int first = pieces.size();
        int length = 0;
        while (first > 0 && length < digits) {
            first--;
            length += pieces.get(first).length();
        }
        boolean found = length == digits && first + 1 < pieces.size() && isAnswer(call, pieces.get(first));
        return found ? first : pieces.size();
    }

    /** Whether few words come before it. */
    private static boolean isAnswer(Call call, DigitRun first) {
        int start = call.tokens().first(first.utterance());
        return call.context().hardWords(start, first.first().token()) <= MOST_HARD_WORDS;
    }

    private static boolean isPiece(Call call, DigitRun piece, Topic topic, Claims claims) {
        Topic within = piece.topicWithin(call.context());
        return piece.length() <= topic.shortest()
                && isDigitByDigit(piece)
                && !EntityType.CARD_EXPIRY.equals(claims.typeAt(piece.utterance(), piece.start()))
                && !call.isMeasure(piece)
                && !call.isInNamedDate(piece)
                && !call.word(piece.first().token() - 1, piece.utterance()).is(Role.UNIT_PART)
                && (within == null || !within.isHarmless());
    }

    /** "two two", "double four", but not "twenty two". */
    private static boolean isDigitByDigit(DigitRun piece) {
        for (int i = 0; i < piece.size(); i++) {
            if (piece.group(i).form() != Form.SPOKEN_DIGIT) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBesideClaim(
            Call call, DigitRun piece, List<DigitRun> pieces, boolean missing, Claims claims) {
        if (call.context().isLabelled(piece.first().token())) {
            return false;
        }
        for (DigitRun other : pieces) {
            boolean beside = other.utterance() == piece.utterance()
                    || missing && call.context().hardWords(piece.utterance()) <= MOST_HARD_WORDS;
            if (beside && claims.touchAny(other)) {
                return true;
            }
        }
        return false;
    }
}
