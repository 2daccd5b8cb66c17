package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.numbers.PaymentCards;
import io.transcripthub.redaction.words.Cue;
import io.transcripthub.redaction.words.Cues;
import io.transcripthub.redaction.words.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The answer to a question for two or three things at once: "the last four of your social and your date of birth?" -
 * "double oh four seven and eight twenty eight ninety". Its digits are cut where each part has the form of what was asked
 * for; and what is left over when all others have their answer is the answer to the last one.
 */
final class PairedAnswerRecognizer implements Recognizer {
    private static final int MOST_THINGS = 3;
    private static final int MOST_GROUPS = 30;
    private static final int MOST_UTTERANCES = 3;
    private static final int MOST_UTTERANCES_BEHIND_CARD = 14;
    private static final int MOST_HARD_WORDS = 8;
    private static final int LAST_FOUR = 4;
    private static final int SSN = 9;
    private static final int ZIP = 5;

    private static final Map<Topic, EntityType> TYPES = Map.ofEntries(
            Map.entry(Topic.CARD, EntityType.CREDIT_CARD),
            Map.entry(Topic.CVV, EntityType.CARD_CVV),
            Map.entry(Topic.CODE, EntityType.CARD_CVV),
            Map.entry(Topic.EXPIRY, EntityType.CARD_EXPIRY),
            Map.entry(Topic.SSN, EntityType.SSN),
            Map.entry(Topic.BIRTH, EntityType.DATE_OF_BIRTH),
            Map.entry(Topic.PIN, EntityType.PIN),
            Map.entry(Topic.PHONE, EntityType.PHONE),
            Map.entry(Topic.ADDRESS, EntityType.ADDRESS),
            Map.entry(Topic.ROUTING, EntityType.BANK_ROUTING),
            Map.entry(Topic.ACCOUNT, EntityType.BANK_ACCOUNT));

    @Override
    public void recognize(Call call, Claims claims) {
        List<DigitRun> runs = claims.unclaimed(call.digitRuns());
        Cues cues = call.context().cues();
        int next = 0;
        for (int index = 0, behind; index < cues.size(); index = behind) {
            int question = call.tokens().utterance(cues.get(index).token());
            behind = index + 1;
            while (behind < cues.size() && isIn(call, cues.get(behind), question)) {
                behind++;
            }
            int answer = behind - index > 1 ? answer(call, question) : -1;
            while (answer >= 0 && next < runs.size() && runs.get(next).utterance() < answer) {
                next++;
            }
            boolean answered =
                    answer >= 0 && next < runs.size() && runs.get(next).utterance() == answer;
            List<Topic> things = answered ? things(call, cues, index, behind) : List.of();
            boolean several = things.size() > 1 && things.size() <= MOST_THINGS;
            for (int i = next; several && i < runs.size() && runs.get(i).utterance() == answer; i++) {
                recognize(call, runs.get(i), things, claims);
            }
        }
    }

    private static List<Topic> things(Call call, Cues cues, int from, int to) {
        List<Topic> things = new ArrayList<>();
        for (int index = from; index < to; index++) {
            add(call, cues.get(index), things);
        }
        return things;
    }

    private static boolean isIn(Call call, Cue cue, int utterance) {
        return call.tokens().utterance(cue.token()) == utterance;
    }

    /** Unless a number in the question itself answers it. */
    private static void add(Call call, Cue cue, List<Topic> things) {
        int last = call.tokens().last(call.tokens().utterance(cue.token()));
        if (TYPES.containsKey(cue.topic())
                && !things.contains(cue.topic())
                && !call.groups().hasBetween(cue.tokenEnd(), last)) {
            things.add(cue.topic());
        }
    }

    /** The next utterance of somebody else that has digits, -1 if there is none soon. */
    private static int answer(Call call, int question) {
        int last = Math.min(call.size() - 1, question + MOST_UTTERANCES);
        for (int i = question + 1; i <= last; i++) {
            boolean digits = call.groups()
                    .hasBetween(call.tokens().first(i), call.tokens().last(i));
            if (digits || call.context().hardWords(i) > 2) {
                return digits
                                && !call.isSameSpeaker(i, question)
                                && call.context().hardWords(i) <= MOST_HARD_WORDS
                        ? i
                        : -1;
            }
        }
        return -1;
    }

    private static void recognize(Call call, DigitRun run, List<Topic> things, Claims claims) {
        if (run.size() > MOST_GROUPS || claims.touchAny(run) || call.isMeasure(run) || call.isInNamedDate(run)) {
            return;
        }
        int asked = 0;
        List<Topic> open = new ArrayList<>(things.size());
        for (Topic thing : things) {
            if (mayBe(run, thing, claims)) {
                asked++;
                if (!claims.has(TYPES.get(thing), run.utterance(), run.utterance())) {
                    open.add(thing);
                }
            }
        }
        if (open.size() == 1 && asked > 1) {
            claimIf(isAnswer(run, open.get(0)), run, open.get(0), claims);
        } else if (open.size() == 2 && !claimBoth(run, open.get(0), open.get(1), claims)) {
            claimIf(isFirstOfSeveral(call, run) && isAnswer(run, open.get(0)), run, open.get(0), claims);
        }
    }

    /** A code is a card's behind a card only. */
    private static boolean mayBe(DigitRun run, Topic thing, Claims claims) {
        return thing.equals(Topic.CODE)
                ? claims.has(EntityType.CREDIT_CARD, run.utterance() - MOST_UTTERANCES_BEHIND_CARD, run.utterance())
                : !thing.equals(Topic.CARD) || run.length() >= PaymentCards.SHORTEST;
    }

    /** Whether another number follows in the utterance. */
    private static boolean isFirstOfSeveral(Call call, DigitRun run) {
        int utterance = run.utterance();
        return run.last().utterance() == utterance
                && call.groups().hasBetween(run.last().tokenEnd(), call.tokens().last(utterance));
    }

    private static void claimIf(boolean answer, DigitRun run, Topic thing, Claims claims) {
        if (answer) {
            claims.claim(TYPES.get(thing), run);
        }
    }

    private static boolean claimBoth(DigitRun run, Topic one, Topic other, Claims claims) {
        int inOrder = cut(run, one, other);
        int end = inOrder > 0 ? inOrder : cut(run, other, one);
        if (end > 0) {
            claims.claim(TYPES.get(inOrder > 0 ? one : other), run.part(0, end));
            claims.claim(TYPES.get(inOrder > 0 ? other : one), run.part(end, run.size()));
        }
        return end > 0;
    }

    /** Where the answer to the second thing begins, best behind a word or a pause; 0 if it is not an answer to both. */
    private static int cut(DigitRun run, Topic first, Topic second) {
        int plain = 0;
        for (int at = 1; at < run.size(); at++) {
            if (isAnswer(run.part(0, at), first) && isAnswer(run.part(at, run.size()), second)) {
                if (isPause(run, at)) {
                    return at;
                }
                plain = plain == 0 && isUnmistakable(first) && isUnmistakable(second) ? at : plain;
            }
        }
        return plain;
    }

    private static boolean isUnmistakable(Topic thing) {
        return thing.equals(Topic.SSN) || thing.equals(Topic.BIRTH) || thing.equals(Topic.CARD);
    }

    private static boolean isPause(DigitRun run, int at) {
        return run.group(at).token() > run.group(at - 1).tokenEnd();
    }

    private static boolean isAnswer(DigitRun part, Topic thing) {
        int length = part.length();
        return switch (thing.name()) {
            case "CARD" -> part.isCardNumber(0, part.size());
            case "CVV", "CODE?" -> Topic.CVV.fits(length);
            case "EXPIRY" -> ExpiryRecognizer.isMonthAndYear(part);
            case "SSN" -> length == LAST_FOUR || length == SSN && SsnRecognizer.isIssuable(part.digits());
            case "BIRTH" -> DayMonthYear.isSpoken(part);
            case "PIN" -> Topic.PIN.fits(length);
            case "PHONE" -> length == 7 || length == 10 || length == 11;
            case "ADDRESS" -> length == ZIP;
            case "ROUTING" -> length == SSN && RoutingRecognizer.isValid(part.digits()) || length == 6;
            default -> Topic.ACCOUNT.fits(length) && length > ZIP;
        };
    }
}
