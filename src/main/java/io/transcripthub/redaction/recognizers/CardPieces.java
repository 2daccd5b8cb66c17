package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.numbers.PaymentCards;
import io.transcripthub.redaction.words.Cues;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Topic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Searches pieces of digits that together are a card number: of one speaker, in their order, those left out that were taken back. */
final class CardPieces {
    private static final int SHORTEST = 15;
    private static final int MOST_PIECES = 12;
    private static final int MOST_TRIES = 60;
    private static final int MOST_WORDS_OF_CORRECTION = 14;
    private static final int MOST_UTTERANCES = 4;
    private static final int MOST_HARD_WORDS = 10;
    private static final int UNKNOWN = -2;

    private final Call call;
    private final List<DigitRun> runs;
    private final List<DigitRun> pieces = new ArrayList<>();
    /** By run: the next piece; {@link #UNKNOWN} where nobody asked yet. */
    private final int[] nexts;

    private int tries;

    CardPieces(Call call, List<DigitRun> runs) {
        this.call = call;
        this.runs = runs;
        this.nexts = new int[runs.size()];
        Arrays.fill(nexts, UNKNOWN);
    }

    /** A cheap look at the lengths: whether the speaker says as many digits as a card has without long pauses. */
    boolean hasEnoughDigits(int first) {
        DigitRun last = runs.get(first);
        int digits = last.length();
        for (int i = first + 1; i < runs.size() && digits < SHORTEST; i++) {
            DigitRun run = runs.get(i);
            if (run.utterance() > last.last().utterance() + MOST_UTTERANCES) {
                return false;
            }
            if (call.isSameSpeaker(run.utterance(), last.utterance())) {
                digits += run.length();
                last = run;
            }
        }
        return digits >= SHORTEST;
    }

    /** Those that make a card number with the first; none if there are not two at least. */
    List<DigitRun> from(int first) {
        pieces.clear();
        pieces.add(runs.get(first));
        tries = 0;
        boolean found = goOn(first, "", runs.get(first).digits()) || isTakenBack(first);
        return found ? List.copyOf(pieces) : List.of();
    }

    /** Whether the pieces behind the first are one without it. */
    boolean isFoundBehind(int first) {
        return nextOf(first) >= 0 && !from(nextOf(first)).isEmpty();
    }

    private boolean isTakenBack(int first) {
        DigitRun run = runs.get(first);
        String digits = run.digits();
        int kept = run.lengthBehindCorrection();
        int again = begunAgain(run);
        return kept < run.length() && goOn(first, "", digits.substring(run.length() - kept))
                || again > 0 && goOn(first, "", digits.substring(again));
    }

    /** Number of the first digits that the speaker says again in the next utterance, with more: "4" - "4732". */
    private static int begunAgain(DigitRun run) {
        int again = run.byUtterance().get(0).length();
        return run.digits().startsWith(run.digits().substring(0, again), again) ? again : 0;
    }

    /**
     * @param before the digits before the last piece
     * @param digits all, with the last piece's
     */
    private boolean goOn(int index, String before, String digits) {
        int next = pieces.size() < MOST_PIECES && ++tries <= MOST_TRIES ? nextOf(index) : -1;
        if (next < 0) {
            return false;
        }
        DigitRun run = runs.get(next);
        pieces.add(run);
        if (isEndOrGoesOn(next, digits)
                || isBegunAgain(runs.get(index), run) && isEndOrGoesOn(next, before)
                || isCorrected(runs.get(index), run)
                        && (isEndOrGoesOn(next, before) || isEndOrGoesOn(next, withoutLast(index, digits)))) {
            return true;
        }
        pieces.remove(pieces.size() - 1);
        return false;
    }

    /** Whether the piece ends a card number behind these digits, or more pieces do. */
    private boolean isEndOrGoesOn(int index, String digits) {
        if (!PaymentCards.mayBeginWith(digits)) {
            return false;
        }
        DigitRun run = runs.get(index);
        for (String reading : readings(run)) {
            if (isCard(digits, reading)
                    || digits.length() + reading.length() < PaymentCards.LONGEST
                            && goOn(index, digits, digits + reading)) {
                return true;
            }
        }
        return claimsBeginning(run, digits);
    }

    /** All its digits; where some are taken back, those that are left; and without a sigh: "three two two, oh the phone". */
    private List<String> readings(DigitRun run) {
        String whole = run.digits();
        String kept = whole.substring(whole.length() - run.lengthBehindCorrection());
        if (kept.length() < whole.length()) {
            return List.of(whole, kept, run.digitsWithoutTakenBack());
        }
        boolean sigh = whole.length() > 1 && call.word(run.last().token()).is(Role.OH);
        return sigh ? List.of(whole, whole.substring(0, whole.length() - 1)) : List.of(whole);
    }

    /** The digits without what was said last of a piece. */
    private String withoutLast(int index, String digits) {
        List<DigitRun> parts = runs.get(index).byUtterance();
        int last = parts.get(parts.size() - 1).length();
        return digits.substring(0, Math.max(0, digits.length() - last));
    }

    /** "four" - "take your time" - "four seven three two": what was said before is said again. */
    private static boolean isBegunAgain(DigitRun last, DigitRun run) {
        return run.digits().startsWith(last.digits());
    }

    /** "8054, no sorry, my glasses, 8045" */
    private boolean isCorrected(DigitRun last, DigitRun run) {
        int to = run.first().token();
        for (int token = Math.max(last.last().tokenEnd(), to - MOST_WORDS_OF_CORRECTION); token < to; token++) {
            if (call.word(token).is(Role.CORRECTION)) {
                return true;
            }
        }
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

    private int nextOf(int index) {
        if (nexts[index] == UNKNOWN) {
            nexts[index] = next(index);
        }
        return nexts[index];
    }

    /** The next piece of the same speaker, -1 if there is none or something else comes before it. */
    private int next(int index) {
        DigitRun last = runs.get(index);
        for (int i = index + 1; i < runs.size(); i++) {
            DigitRun run = runs.get(i);
            if (run.utterance() > last.last().utterance() + MOST_UTTERANCES) {
                return -1;
            }
            if (call.isSameSpeaker(run.utterance(), last.last().utterance()) && !isMentioned(run)) {
                boolean goesOn =
                        CardPiecesRecognizer.isPiece(call, run) && !isSomethingElse(run) && !isInterrupted(last, run);
                return goesOn ? i : -1;
            }
        }
        return -1;
    }

    /** "i never saw one start with a two" */
    private boolean isMentioned(DigitRun run) {
        return run.length() == 1 && call.context().hardWords(run.utterance()) > 0;
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
