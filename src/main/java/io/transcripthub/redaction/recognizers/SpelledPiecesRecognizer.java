package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.words.Topic;

/** The letters of a passport's number or an IBAN that are spelled apart from its digits: "e j as in juliet" - "two one oh seven". */
final class SpelledPiecesRecognizer implements Recognizer {
    private static final int LONGEST = 6;
    private static final int MOST_HARD_WORDS = 2;

    @Override
    public void recognize(Call call, Claims claims) {
        boolean passport = call.mentions(Topic.PASSPORT) && claims.has(EntityType.PASSPORT);
        boolean iban = call.mentions(Topic.IBAN) && claims.has(EntityType.IBAN);
        if (passport || iban) {
            for (DigitRun code : call.codes()) {
                for (DigitRun part : code.byUtterance()) {
                    EntityType type = typeBeside(part.utterance(), passport, claims);
                    if (type != null
                            && isSpelled(call, part)
                            && !claims.touchAny(part)
                            && isOf(type, call, part, claims)) {
                        claims.claim(type, part);
                    }
                }
            }
        }
    }

    private static EntityType typeBeside(int utterance, boolean passport, Claims claims) {
        if (passport && claims.has(EntityType.PASSPORT, utterance - 1, utterance + 1)) {
            return EntityType.PASSPORT;
        }
        return claims.has(EntityType.IBAN, utterance - 1, utterance + 1) ? EntityType.IBAN : null;
    }

    /** Nothing else was asked for; and the letters are those of an IBAN, where a bank's may be said, too. */
    private static boolean isOf(EntityType type, Call call, DigitRun part, Claims claims) {
        if (type.equals(EntityType.PASSPORT)) {
            boolean plain = call.context().hardWords(part.utterance()) == 0;
            boolean begun = claims.has(type, part.utterance(), part.utterance() + 1);
            return (part.size() > 1 ? plain || isExplained(part) : begun)
                    && Topic.PASSPORT.equals(
                            call.context().lastAsked(part.first().token()));
        }
        String letters = part.digits();
        return call.context().hardWords(part.utterance()) <= part.size()
                && !claims.numbers(
                                number -> number.type().equals(type)
                                        && number.digits().contains(letters),
                                1)
                        .isEmpty();
    }

    /** Two letters at least, or one with its word: "n as in nancy". */
    private static boolean isSpelled(Call call, DigitRun part) {
        if (part.hasDigit()) {
            return false;
        }
        Topic within = part.topicWithin(call.context());
        boolean explained = isExplained(part);
        return part.size() <= LONGEST
                && (part.size() > 1 || explained)
                && (within == null || !within.isHarmless())
                && call.context().hardWords(part.utterance()) - (explained ? part.size() : 0) <= MOST_HARD_WORDS;
    }

    private static boolean isExplained(DigitRun part) {
        return part.last().tokenEnd() - part.first().token() > part.size();
    }
}
