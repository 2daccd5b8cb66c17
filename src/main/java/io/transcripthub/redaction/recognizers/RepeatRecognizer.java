package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.call.Claims.KnownNumber;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.numbers.PaymentCards;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A number that was recognised once in a call is the same when it is read back without a cue, in another grouping or in
 * part: as a whole anywhere, its end where somebody says that it is one, and a piece of it within the dictation. So this
 * comes after the recognizers that it repeats.
 */
final class RepeatRecognizer implements Recognizer {
    private static final int SHORTEST = 7;
    private static final int SHORTEST_ECHO = 2;
    private static final int SHORTEST_AGAIN = 4;
    private static final int NEAR = 3;
    private static final int LONGEST = 40;
    private static final int LONGEST_CODE = 10;

    @Override
    public void recognize(Call call, Claims claims) {
        List<KnownNumber> known = ToldNumbers.of(call, claims);
        if (!known.isEmpty()) {
            recognize(call, claims.unclaimed(call.codes()), known, claims);
            recognize(call, claims.unclaimed(call.digitRuns()), known, claims);
        }
    }

    private static void recognize(Call call, List<DigitRun> runs, List<KnownNumber> known, Claims claims) {
        Map<String, EntityType> types = null;
        for (DigitRun run : runs) {
            if (run.length() >= SHORTEST_ECHO && isLikeAny(run, known) && run.hasDigit() && isNumber(call, run)) {
                Topic topic = call.topic(run);
                if (topic != null && (topic.isHarmless() || topic.equals(Topic.PUBLIC))) {
                    if (topic.equals(Topic.HARMLESS)) {
                        claimToldAgain(call, run, known, claims);
                    }
                } else if (!claimWhole(call, run, topic, known, claims)) {
                    if (run.length() > SHORTEST) {
                        types = types == null ? byDigits(known) : types;
                        claimWithin(call, run, types, claims);
                    }
                    Echoes.claim(call, run, known, claims);
                }
            }
        }
    }

    /** "is your policy nine two nine .." - "it is" - "so that's zero nine two nine", after something harmless of one's own. */
    private static void claimToldAgain(Call call, DigitRun run, List<KnownNumber> known, Claims claims) {
        for (DigitRun part : run.byUtterance()) {
            if (isToldAgain(call, part, known)) {
                claimWhole(call, part, null, known, claims);
            }
        }
    }

    /** A cheap look at the digits, before anybody asks what they are about: up to three count near the number only. */
    private static boolean isLikeAny(DigitRun run, List<KnownNumber> known) {
        if (run.length() > LONGEST || run.utterance() != run.last().utterance()) {
            return true;
        }
        String digits = run.digits();
        boolean piece = digits.length() < SHORTEST_AGAIN;
        for (KnownNumber number : known) {
            if (piece && !isAround(run, number)) {
                continue;
            }
            boolean like = number.digits().length() < digits.length()
                    ? digits.contains(number.digits())
                    : number.digits().contains(digits) || isWithoutFalseStart(digits, number.digits());
            if (like || isNational(digits, number)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNumber(Call call, DigitRun run) {
        return !run.has(DigitGroup.Joint.COLON) && !call.isMeasure(run) && !PhoneLayout.isPartOfWord(call, run);
    }

    /** Exactly what is known, and no answer to what was asked since. */
    private static boolean isToldAgain(Call call, DigitRun run, List<KnownNumber> known) {
        Topic within = run.topicWithin(call.context());
        if (run.length() < SHORTEST_AGAIN
                || within != null && (!within.weak() || within.isHarmless())
                || call.context().isLabelled(run.first().token())
                || isAsked(call, run.utterance())) {
            return false;
        }
        for (KnownNumber number : known) {
            if (number.digits().equals(run.digits())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the other one has just asked for something. */
    private static boolean isAsked(Call call, int utterance) {
        int question = utterance - 1;
        return question >= 0
                && !call.isSameSpeaker(question, utterance)
                && call.context().cues().hasStrongIn(question);
    }

    private static boolean claimWhole(Call call, DigitRun run, Topic topic, List<KnownNumber> known, Claims claims) {
        String digits = run.length() > LONGEST ? "" : run.digits();
        for (KnownNumber number : known) {
            if (isWhole(call, run, digits, number)
                    || isGoneOn(run, digits, number)
                    || RepeatedPieces.isPiece(call, run, topic, number)) {
                claims.claim(number.type(), run);
                claimPlus(call, run, number.type(), claims);
                claimPrefix(call, run, number, claims);
                return true;
            }
        }
        return false;
    }

    /** "EH 6604912" behind "e h six six ..": the letters before the digits, in one word. */
    private static void claimPrefix(Call call, DigitRun run, KnownNumber number, Claims claims) {
        int letters = number.digits().length() - run.length();
        int token = run.first().token() - 1;
        Tokens tokens = call.tokens();
        if (letters > 0
                && token >= tokens.first(run.utterance())
                && number.digits().endsWith(run.digits())
                && call.text(run.utterance())
                        .substring(tokens.start(token), tokens.end(token))
                        .equalsIgnoreCase(number.digits().substring(0, letters))) {
            claims.claimTokens(number.type(), token, token + 2);
        }
    }

    private static void claimPlus(Call call, DigitRun run, EntityType type, Claims claims) {
        int plus = run.first().token() - 1;
        if (call.word(plus, run.utterance()).is(Role.PLUS)) {
            claims.claimTokens(type, plus, plus + 2);
        }
    }

    private static boolean isWhole(Call call, DigitRun run, String digits, KnownNumber number) {
        return digits.length() >= SHORTEST
                && (digits.length() == number.digits().length()
                        || !call.isBehindLetter(run)
                                && !call.context().isLabelled(run.first().token()))
                && (number.digits().contains(digits)
                        || isNational(digits, number)
                        || isWithoutFalseStart(digits, number.digits()))
                && (digits.length() > number.digits().length() / 2 || isNear(run, number));
    }

    /** "z as in zebra four oh" - "z four zero seven one": a code that begins as the piece of a passport's number did. */
    private static boolean isGoneOn(DigitRun run, String digits, KnownNumber number) {
        return digits.length() > SHORTEST_AGAIN
                && digits.length() <= LONGEST_CODE
                && Character.isLetter(digits.charAt(0))
                && number.type().equals(EntityType.PASSPORT)
                && run.utterance() > number.firstUtterance()
                && number.digits().length() > 1
                && number.digits().length() < digits.length()
                && (Character.isLetter(digits.charAt(1)) || number.digits().length() > 2)
                && digits.startsWith(number.digits());
    }

    /** 0491 570 110 behind +61 491 570 110. */
    private static boolean isNational(String digits, KnownNumber number) {
        return digits.length() > SHORTEST
                && digits.charAt(0) == '0'
                && number.type().equals(EntityType.PHONE)
                && number.digits().endsWith(digits.substring(1));
    }

    /** Whether something within the known digits, that was taken back, is left out. */
    private static boolean isWithoutFalseStart(String digits, String known) {
        int end = digits.length();
        if (known.length() <= end) {
            return false;
        }
        int prefix = 0;
        while (prefix < end && digits.charAt(prefix) == known.charAt(prefix)) {
            prefix++;
        }
        return prefix > 0 && known.regionMatches(known.length() - end + prefix, digits, prefix, end - prefix);
    }

    /** Before the number was told only its beginning is a piece of it. */
    private static boolean isNear(DigitRun run, KnownNumber number) {
        return isAround(run, number)
                && (run.utterance() >= number.firstUtterance()
                        || number.digits().startsWith(run.digits()));
    }

    private static boolean isAround(DigitRun run, KnownNumber number) {
        return run.utterance() <= number.lastUtterance() + NEAR && run.utterance() >= number.firstUtterance() - NEAR;
    }

    private static Map<String, EntityType> byDigits(List<KnownNumber> known) {
        Map<String, EntityType> types = new HashMap<>();
        for (KnownNumber number : known) {
            if (number.digits().length() >= SHORTEST) {
                types.putIfAbsent(number.digits(), number.type());
            }
        }
        return types;
    }

    private static void claimWithin(Call call, DigitRun run, Map<String, EntityType> types, Claims claims) {
        int first = call.context().isLabelled(run.first().token()) ? 1 : 0;
        for (int from = first; from < run.size(); from++) {
            for (int to = from + 1; to <= run.size() && run.digitCount(from, to) <= PaymentCards.LONGEST; to++) {
                EntityType type = run.digitCount(from, to) < SHORTEST
                        ? null
                        : types.get(run.part(from, to).digits());
                if (type != null) {
                    claims.claim(type, run.part(from, to));
                }
            }
        }
    }
}
