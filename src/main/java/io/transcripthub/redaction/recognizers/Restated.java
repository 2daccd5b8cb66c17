package io.transcripthub.redaction.recognizers;

import static io.transcripthub.redaction.EntityType.*;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Topic;
import java.util.Arrays;
import java.util.Set;

/**
 * A piece that is nearly the same as one that was claimed right beside it: misread, misheard or put right, whatever words say so
 * ("three eight oh two, i read upside down, three eight two oh").
 */
final class Restated {
    private static final Set<EntityType> NUMBERS =
            Set.of(CREDIT_CARD, CARD_CVV, SSN, PHONE, BANK_ACCOUNT, BANK_ROUTING, PIN, PASSPORT);

    private static final int SHORTEST = 3;
    private static final int LONGEST = 12;
    private static final int MOST_WORDS = 8;
    private static final int MOST_HARD_WORDS = 3;

    private Restated() {}

    static void claim(Call call, Claims claims) {
        for (DigitRun run : claims.unclaimed(call.digitRuns())) {
            for (DigitRun part : run.byUtterance()) {
                if (part.length() >= SHORTEST && part.length() <= LONGEST) {
                    claim(call, part, claims);
                }
            }
        }
    }

    private static void claim(Call call, DigitRun part, Claims claims) {
        int before = call.groups().from(part.first().token()) - 1;
        int behind = call.groups().from(part.last().tokenEnd());
        EntityType type = type(call, part, before, -1, claims);
        type = type == null ? type(call, part, behind, 1, claims) : type;
        if (type != null && isOpen(call, part)) {
            claims.claim(type, part);
        }
    }

    /** Under which the number is claimed whose next group is this one, if it is nearly the same; null otherwise. */
    private static EntityType type(Call call, DigitRun part, int index, int step, Claims claims) {
        if (index < 0
                || index >= call.groups().size()
                || !claims.touch(call.groups().get(index))) {
            return null;
        }
        DigitGroup beside = call.groups().get(index);
        EntityType type = claims.typeAt(beside.utterance(), beside.start());
        return type != null
                        && NUMBERS.contains(type)
                        && isBeside(call, part, beside)
                        && isSimilar(part.digits(), digits(call, index, step, part.length(), claims))
                ? type
                : null;
    }

    /** So many digits that were claimed from a group on. */
    private static String digits(Call call, int index, int step, int length, Claims claims) {
        StringBuilder digits = new StringBuilder();
        DigitGroup first = call.groups().get(index);
        for (int i = index;
                i >= 0
                        && i < call.groups().size()
                        && digits.length() < length
                        && call.groups().get(i).utterance() == first.utterance()
                        && claims.touch(call.groups().get(i));
                i += step) {
            digits.insert(step < 0 ? 0 : digits.length(), call.groups().get(i).digits());
        }
        return digits.toString();
    }

    /** In one utterance, or all that the other one says next. */
    private static boolean isBeside(Call call, DigitRun part, DigitGroup beside) {
        Tokens tokens = call.tokens();
        int from = Math.min(part.last().tokenEnd(), beside.tokenEnd());
        int to = Math.max(part.first().token(), beside.token());
        int apart = part.utterance() - beside.utterance();
        int most = apart == 0 ? MOST_HARD_WORDS : 0;
        return apart >= 0
                && apart <= 1
                && to - from <= MOST_WORDS
                && tokens.hardWords(from, to) <= most
                && (apart == 0
                        || tokens.hardWords(part.utterance()) == 0
                                && !call.isSameSpeaker(part.utterance(), beside.utterance()))
                && !call.context().cues().hasStrongBetween(from, to);
    }

    private static boolean isOpen(Call call, DigitRun part) {
        Topic topic = call.topic(part);
        return (topic == null || !topic.isHarmless())
                && !call.isMeasure(part)
                && !call.isDate(part)
                && !call.isInNamedDate(part)
                && !call.isBehindLetter(part)
                && !isEndOfRange(call, part)
                && !isPublic(call, part)
                && !call.context().isLabelled(part.first().token());
    }

    /** "my cell is .. not .., that's your own front desk" */
    private static boolean isPublic(Call call, DigitRun part) {
        int last = call.tokens().last(part.utterance());
        return call.context().cues().hasBetween(part.last().tokenEnd(), last, Topic.PUBLIC);
    }

    /** "tickets from 46007 to 46012", "you set it in nineteen ninety six" */
    private static boolean isEndOfRange(Call call, DigitRun part) {
        return switch (call.word(part.first().token() - 1, part.utterance()).text()) {
            case "to", "through", "in", "till", "until" -> true;
            default -> false;
        };
    }

    /** The same digits in another order, all but one, or the same first half. */
    private static boolean isSimilar(String digits, String other) {
        if (digits.length() != other.length()) {
            return false;
        }
        int different = 0;
        for (int i = 0; i < digits.length(); i++) {
            different += digits.charAt(i) == other.charAt(i) ? 0 : 1;
        }
        int half = digits.length() / 2;
        return different <= 1
                || half > 1 && digits.startsWith(other.substring(0, half))
                || Arrays.equals(sorted(digits), sorted(other));
    }

    private static char[] sorted(String digits) {
        char[] sorted = digits.toCharArray();
        Arrays.sort(sorted);
        return sorted;
    }
}
