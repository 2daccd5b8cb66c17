package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Topic;

/** PASSPORT: digits and letters, written or spelled, for which the words around ask. */
final class PassportRecognizer implements Recognizer {
    private static final int SHORTEST = 5;
    private static final int LONGEST = 14;
    private static final int FEWEST_DIGITS = 4;
    private static final int LONGEST_PREFIX = 3;

    @Override
    public void recognize(Call call, Claims claims) {
        if (!call.mentions(Topic.PASSPORT)) {
            return;
        }
        new WrittenCodes(call, claims).claimPassports();
        for (DigitRun code : claims.unclaimed(call.codes())) {
            recognize(call, code, claims);
        }
        for (DigitRun run : claims.unclaimed(call.digitRuns())) {
            recognize(call, run, claims);
        }
        new WrittenCodes(call, claims).claimPassports();
    }

    private static void recognize(Call call, DigitRun code, Claims claims) {
        if (code.length() >= SHORTEST
                && code.lengthBehindCorrection() <= LONGEST
                && code.length() <= 2 * LONGEST
                && code.length() - letters(code) >= FEWEST_DIGITS
                && !call.isMeasure(code)
                && !call.isDate(code)
                && (Topic.PASSPORT.equals(call.topic(code)) || isAnswer(call, code))) {
            claims.claim(EntityType.PASSPORT, code);
            claimAdjoining(call, code, claims);
        }
    }

    /** "passport, nationality, expiry?" - "G K 339120, Canadian": what has letters is the passport's. */
    private static boolean isAnswer(Call call, DigitRun code) {
        int question = code.utterance() - 1;
        int letters = letters(code);
        return letters > 0
                && !isHarmless(call.topic(code))
                && letters <= LONGEST_PREFIX
                && question >= 0
                && !call.isSameSpeaker(question, code.utterance())
                && code.topicWithin(call.context()) == null
                && !call.context().cues().hasIn(question, Topic.HARMLESS)
                && call.tokens()
                                .hardWords(
                                        call.tokens().first(code.utterance()),
                                        code.first().token())
                        <= 1
                && call.context().cues().hasIn(question, Topic.PASSPORT);
    }

    private static int letters(DigitRun code) {
        int letters = 0;
        for (int i = 0; i < code.size(); i++) {
            letters += code.group(i).isLetter() ? code.group(i).size() : 0;
        }
        return letters;
    }

    private static boolean isHarmless(Topic topic) {
        return topic != null && topic.isHarmless();
    }

    /** Letters that touch the number, or stand right before it in capitals: "AB 123456". */
    private static void claimAdjoining(Call call, DigitRun number, Claims claims) {
        Tokens tokens = call.tokens();
        int first = number.first().token();
        boolean inside = first > tokens.first(number.utterance());
        if (inside
                && !call.word(first - 1).isAny(Role.ANY_MARK)
                && (tokens.adjoins(first) || isPrefix(call, first - 1))) {
            claims.claimTokens(EntityType.PASSPORT, first - 1, first + 1);
        }
        int end = number.last().tokenEnd();
        if (end < tokens.last(number.last().utterance())
                && tokens.adjoins(end)
                && !call.word(end).isAny(Role.ANY_MARK)) {
            claims.claimTokens(EntityType.PASSPORT, end - 1, end + 1);
        }
    }

    private static boolean isPrefix(Call call, int token) {
        int start = call.tokens().start(token);
        int end = call.tokens().end(token);
        String text = call.text(call.tokens().utterance(token));
        return call.word(token).is(Role.LETTER) && end - start == 1
                || end - start <= LONGEST_PREFIX
                        && text.substring(start, end).chars().allMatch(Character::isUpperCase);
    }
}
