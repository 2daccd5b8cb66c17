package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.call.Claims.KnownNumber;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.words.Cues;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Topic;
import java.util.List;
import java.util.Set;

/**
 * A number in place of one that was just given: its speaker takes that one back ("no, sorry, i read the wrong thing, ..") or
 * the other one turns it down ("that doesn't match", "not a year please"). It has as many digits.
 */
final class RetriedNumberRecognizer implements Recognizer {
    private static final Set<EntityType> TYPES = Set.of(
            EntityType.SSN,
            EntityType.PIN,
            EntityType.PASSPORT,
            EntityType.CREDIT_CARD,
            EntityType.BANK_ROUTING,
            EntityType.BANK_ACCOUNT);

    private static final int MOST_KNOWN = 50;
    private static final int SHORTEST = 3;
    private static final int MOST_UTTERANCES = 4;
    private static final int MOST_HARD_WORDS = 3;
    private static final int MOST_HARD_WORDS_OF_REFUSAL = 5;
    private static final int LONGEST_REFUSAL = 40;
    private static final int MOST_WORDS_BETWEEN = 10;
    private static final int LONG = 7;

    @Override
    public void recognize(Call call, Claims claims) {
        List<KnownNumber> known = claims.numbers(number -> TYPES.contains(number.type()), MOST_KNOWN);
        if (!known.isEmpty()) {
            recognize(call, claims.unclaimed(call.codes()), known, claims);
            recognize(call, claims.unclaimed(call.digitRuns()), known, claims);
        }
    }

    private static void recognize(Call call, List<DigitRun> runs, List<KnownNumber> known, Claims claims) {
        for (DigitRun run : runs) {
            if (run.length() >= SHORTEST && !claims.touchAny(run)) {
                KnownNumber earlier = earlier(call, run, known);
                if (earlier != null && isOpen(call, run)) {
                    claims.claim(earlier.type(), run);
                }
            }
        }
    }

    /** The last one that it may stand for, null if there is none. */
    private static KnownNumber earlier(Call call, DigitRun run, List<KnownNumber> known) {
        for (int i = known.size() - 1; i >= 0; i--) {
            KnownNumber number = known.get(i);
            int distance = run.utterance() - number.lastUtterance();
            int unlike = Math.abs(run.length() - number.digits().length());
            if (distance >= 0
                    && distance <= MOST_UTTERANCES
                    && unlike <= (run.length() < LONG ? 0 : 1)
                    && call.isSameSpeaker(run.utterance(), number.firstUtterance())
                    && (isTakenBack(call, run) || isTurnedDown(call, run, number))) {
                return number;
            }
        }
        return null;
    }

    private static boolean isOpen(Call call, DigitRun run) {
        Topic within = run.topicWithin(call.context());
        return (within == null || within.weak() && !within.isHarmless())
                && !call.context()
                        .cues()
                        .hasStrongBetween(
                                call.tokens().first(run.utterance()),
                                run.first().token())
                && call.context().hardWords(run.utterance()) <= MOST_HARD_WORDS
                && !call.isMeasure(run)
                && !call.isDate(run)
                && !call.isInNamedDate(run)
                && !call.context().isLabelled(run.first().token());
    }

    private static boolean isTakenBack(Call call, DigitRun run) {
        int first = Math.max(call.tokens().first(run.utterance()), run.first().token() - MOST_WORDS_BETWEEN);
        for (int token = first; token < run.first().token(); token++) {
            switch (call.word(token).text()) {
                case "sorry",
                        "wrong",
                        "mistake",
                        "oops",
                        "whoops",
                        "mean",
                        "meant",
                        "misread",
                        "correction",
                        "apologies" -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    private static boolean isTurnedDown(Call call, DigitRun run, KnownNumber number) {
        for (int utterance = number.lastUtterance() + 1; utterance < run.utterance(); utterance++) {
            if (!call.isSameSpeaker(utterance, run.utterance()) && isRefusal(call, utterance)) {
                return true;
            }
        }
        return false;
    }

    private static boolean asksForSomething(Call call, int utterance) {
        Cues cues = call.context().cues();
        int last = call.tokens().last(utterance);
        for (int i = cues.indexFrom(call.tokens().first(utterance));
                i < cues.size() && cues.get(i).token() < last;
                i++) {
            Topic topic = cues.get(i).topic();
            if (!topic.weak() && !topic.equals(Topic.AMOUNT) && !topic.equals(Topic.EVENT)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRefusal(Call call, int utterance) {
        Tokens tokens = call.tokens();
        if (tokens.last(utterance) - tokens.first(utterance) > LONGEST_REFUSAL
                || tokens.hardWords(utterance) > MOST_HARD_WORDS_OF_REFUSAL
                || call.groups().hasBetween(tokens.first(utterance), tokens.last(utterance))
                || asksForSomething(call, utterance)) {
            return false;
        }
        for (int token = tokens.first(utterance); token < tokens.last(utterance); token++) {
            switch (tokens.word(token).text()) {
                case "not",
                        "no",
                        "nope",
                        "doesn't",
                        "don't",
                        "isn't",
                        "wasn't",
                        "didn't",
                        "won't",
                        "can't",
                        "wrong",
                        "invalid",
                        "incorrect",
                        "match",
                        "different",
                        "another",
                        "try",
                        "again",
                        "rejected",
                        "declined" -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }
}
