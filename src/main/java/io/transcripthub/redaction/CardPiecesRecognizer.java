package io.transcripthub.redaction;

import io.transcripthub.redaction.DigitGroup.Joint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * CREDIT_CARD in pieces, whatever one speaker and the other say between them: not long after a card was spoken of, pieces
 * that together are of a card's length and an issuer's range and end with the check digit. A piece that was said twice
 * counts once, and so does one that was taken back.
 */
final class CardPiecesRecognizer implements Recognizer {
    private static final int SHORTEST = 15;
    private static final int SHORTEST_PIECE = 2;
    private static final int LONGEST_PIECE = 14;
    private static final int MOST_PIECES = 8;
    private static final int MOST_UTTERANCES_BEHIND_CUE = 12;
    private static final int MOST_UTTERANCES_BEFORE_CUE = 4;
    private static final int MOST_UTTERANCES = 4;
    private static final int MOST_HARD_WORDS = 10;

    @Override
    public void recognize(Call call, Claims claims) {
        if (!call.mentions(Topic.CARD) && !call.mentions(Topic.EXPIRY) && !call.mentions(Topic.CVV)) {
            return;
        }
        List<DigitRun> runs = claims.unclaimed(call.digitRuns());
        Search search = new Search(call, runs);
        for (int first = 0; first < runs.size(); first++) {
            DigitRun run = runs.get(first);
            if (isPiece(call, run) && !isHarmless(call, run) && !claims.touchAny(run)) {
                List<DigitRun> pieces = search.from(first);
                if (!pieces.isEmpty() && (isNearCard(call, run) || isAskedOnBehind(call, pieces))) {
                    pieces.forEach(piece -> claims.claim(EntityType.CREDIT_CARD, piece));
                }
            }
        }
    }

    private static boolean isHarmless(Call call, DigitRun run) {
        Topic topic = run.topicWithin(call.context());
        return Topic.HARMLESS.equals(topic);
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

    private static boolean isPiece(Call call, DigitRun run) {
        return run.length() >= SHORTEST_PIECE
                && run.length() <= LONGEST_PIECE
                && !call.isMeasure(run)
                && !call.isBehindLetter(run)
                && !run.has(Joint.DOT)
                && !run.has(Joint.COLON)
                && !call.isDate(run)
                && !call.isInNamedDate(run);
    }

    private static final class Search {
        private static final int UNKNOWN = -2;

        private final Call call;
        private final List<DigitRun> runs;
        private final List<DigitRun> pieces = new ArrayList<>();
        /** By run: the next piece; {@link #UNKNOWN} where nobody asked yet. */
        private final int[] nexts;

        Search(Call call, List<DigitRun> runs) {
            this.call = call;
            this.runs = runs;
            this.nexts = new int[runs.size()];
            Arrays.fill(nexts, UNKNOWN);
        }

        /** Those that make a card number with the first; none if there are not two at least. */
        List<DigitRun> from(int first) {
            pieces.clear();
            pieces.add(runs.get(first));
            boolean found = goOn(first, runs.get(first).digits()) || isTakenBack(first);
            return found ? pieces : List.of();
        }

        private boolean isTakenBack(int first) {
            DigitRun run = runs.get(first);
            int kept = run.lengthBehindCorrection();
            return kept < run.length() && goOn(first, run.digits().substring(run.length() - kept));
        }

        private boolean goOn(int index, String digits) {
            if (pieces.size() == MOST_PIECES) {
                return false;
            }
            if (nexts[index] == UNKNOWN) {
                nexts[index] = next(index);
            }
            int next = nexts[index];
            if (next < 0) {
                return false;
            }
            DigitRun run = runs.get(next);
            pieces.add(run);
            String piece = run.digits();
            String kept = piece.substring(piece.length() - run.lengthBehindCorrection());
            String corrected = kept.length() < piece.length() ? run.digitsWithoutTakenBack() : piece;
            boolean twice = piece.equals(runs.get(index).digits());
            if (isCard(digits, piece)
                    || isCard(digits, kept)
                    || isCard(digits, corrected)
                    || claimsBeginning(run, digits)
                    || digits.length() + piece.length() < PaymentCards.LONGEST && goOn(next, digits + piece)
                    || kept.length() < piece.length() && goOn(next, digits + kept)
                    || corrected.length() < piece.length()
                            && corrected.length() > kept.length()
                            && goOn(next, digits + corrected)
                    || twice && goOn(next, digits)) {
                return true;
            }
            pieces.remove(pieces.size() - 1);
            return false;
        }

        /** ".. 3427, oh eight twenty nine": the card ends within the piece. */
        private boolean claimsBeginning(DigitRun run, String digits) {
            for (int to = 1; to < run.size(); to++) {
                if (run.digitCount(to, run.size()) > 2
                        && digits.length() + run.digitCount(0, to) >= SHORTEST
                        && isCard(digits, run.part(0, to).digits())) {
                    pieces.set(pieces.size() - 1, run.part(0, to));
                    return true;
                }
            }
            return false;
        }

        private static boolean isCard(String digits, String piece) {
            int length = digits.length() + piece.length();
            return length >= SHORTEST
                    && length <= PaymentCards.LONGEST
                    && PaymentCards.isCardNumber(digits + piece, 0, length);
        }

        /** The next piece of the same speaker, -1 if there is none or something else comes before it. */
        private int next(int index) {
            DigitRun last = runs.get(index);
            for (int i = index + 1; i < runs.size(); i++) {
                DigitRun run = runs.get(i);
                if (run.utterance() > last.last().utterance() + MOST_UTTERANCES) {
                    return -1;
                }
                if (call.isSameSpeaker(run.utterance(), last.last().utterance())) {
                    boolean goesOn = isPiece(call, run) && !isSomethingElse(run) && !isInterrupted(last, run);
                    return goesOn ? i : -1;
                }
            }
            return -1;
        }

        private boolean isSomethingElse(DigitRun run) {
            Topic topic = run.topicWithin(call.context());
            return topic != null && !topic.weak() && !topic.equals(Topic.CARD)
                    || call.context().hardWords(run.utterance()) > MOST_HARD_WORDS;
        }

        /** Whether the other asks for something else in between. */
        private boolean isInterrupted(DigitRun last, DigitRun run) {
            Tokens tokens = call.tokens();
            Cues cues = call.context().cues();
            for (int i = last.last().utterance() + 1; i < run.utterance(); i++) {
                int from = tokens.first(i);
                int to = tokens.last(i);
                if (!call.isSameSpeaker(i, run.utterance())
                        && (cues.hasBetween(from, to, Topic.EXPIRY)
                                || cues.hasBetween(from, to, Topic.CVV)
                                || cues.hasBetween(from, to, Topic.SSN)
                                || cues.hasBetween(from, to, Topic.PHONE)
                                || cues.hasBetween(from, to, Topic.BIRTH))) {
                    return true;
                }
            }
            return false;
        }
    }
}
