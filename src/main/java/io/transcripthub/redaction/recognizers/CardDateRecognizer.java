package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.call.DateReader;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.words.Tokens;
import io.transcripthub.redaction.words.Topic;
import io.transcripthub.redaction.words.Word;
import java.util.List;

/**
 * CARD_EXPIRY that is called no more than a date, not long behind a card's number or security code: "and it wants a date" -
 * "seven twenty nine", "the date's wrong, it says ten of twenty eight", and behind "through": "4111 .. through 3/29".
 */
final class CardDateRecognizer implements Recognizer {
    private static final int MOST_UTTERANCES = 6;
    private static final int MOST_HARD_WORDS = 6;
    private static final int MOST_WORDS = 24;
    private static final int BESIDE = 2;

    @Override
    public void recognize(Call call, Claims claims) {
        if (!claims.has(EntityType.CREDIT_CARD) && !claims.has(EntityType.CARD_CVV)) {
            return;
        }
        for (DateReader.Named date : call.namedDates()) {
            int utterance = call.tokens().utterance(date.token());
            if (isNearCard(utterance, claims)
                    && MonthYear.of(call, date) != null
                    && !claims.touch(date.token(), date.expiryEnd())
                    && isCalledDate(call, date.token(), utterance)
                    && isOpen(call.context().topic(date.token(), date.tokenEnd(), Topic.DATE))) {
                ExpiryRecognizer.claim(call, date, date.expiryEnd(), claims);
            }
        }
        for (DigitRun run : claims.unclaimed(call.digitRuns())) {
            if (isNearCard(run.utterance(), claims) && !call.isInNamedDate(run) && !call.isMeasure(run)) {
                claim(call, run.split((left, right) -> isApart(right.joint())), claims);
            }
        }
    }

    /** With the code behind it: "with a date of five twenty seven and six six two". */
    private static void claim(Call call, List<DigitRun> parts, Claims claims) {
        boolean behindDate = false;
        for (DigitRun part : parts) {
            boolean date = isDate(call, part, claims);
            if (date) {
                claims.claim(EntityType.CARD_EXPIRY, part);
            } else if (behindDate && Topic.CVV.fits(part.length())) {
                claims.claim(EntityType.CARD_CVV, part);
            }
            behindDate = date;
        }
    }

    private static boolean isDate(Call call, DigitRun part, Claims claims) {
        return ExpiryRecognizer.isMonthAndYear(part)
                && (isDated(call, part) && isOpen(part.topicWithin(call.context()))
                        || (isCalledDate(call, part.first().token(), part.utterance()) || isThrough(call, part, claims))
                                && isOpen(call.topic(part)));
    }

    /** "a date of ..", "the date is ..", whatever was spoken of before. */
    private static boolean isDated(Call call, DigitRun part) {
        int token = part.first().token();
        return hasDate(call, Math.max(call.tokens().first(part.utterance()), token - BESIDE), token);
    }

    private static boolean isApart(DigitGroup.Joint joint) {
        return joint == DigitGroup.Joint.CORRECTION || joint == DigitGroup.Joint.WORDS;
    }

    private static boolean isNearCard(int utterance, Claims claims) {
        int from = utterance - MOST_UTTERANCES;
        return claims.has(EntityType.CREDIT_CARD, from, utterance) || claims.has(EntityType.CARD_CVV, from, utterance);
    }

    private static boolean isOpen(Topic topic) {
        return topic == null || topic.equals(Topic.EXPIRY) || topic.weak() && !topic.isHarmless();
    }

    /** Whether the utterance up to there, or the other's before it, speaks of a date. */
    private static boolean isCalledDate(Call call, int token, int utterance) {
        Tokens tokens = call.tokens();
        int first = tokens.first(utterance);
        return tokens.hardWords(utterance) <= MOST_HARD_WORDS
                && (hasDate(call, first, token)
                        || utterance > 0
                                && !call.isSameSpeaker(utterance - 1, utterance)
                                && (hasDate(call, tokens.first(utterance - 1), first)
                                        || isThrough(call.word(first - 1, utterance - 1))));
    }

    private static boolean hasDate(Call call, int from, int to) {
        for (int token = Math.max(from, to - MOST_WORDS); token < to; token++) {
            if (call.word(token).text().startsWith("date")) {
                return true;
            }
        }
        return false;
    }

    /** "4111 .. through 3/29" */
    private static boolean isThrough(Call call, DigitRun run, Claims claims) {
        int before = run.first().token() - 1;
        int first = call.tokens().first(run.utterance());
        return isThrough(call.word(before, run.utterance()))
                && before > first
                && claims.touch(before - 1, before)
                && EntityType.CREDIT_CARD.equals(
                        claims.typeAt(run.utterance(), call.tokens().start(before - 1)));
    }

    static boolean isThrough(Word word) {
        return switch (word.text()) {
            case "through", "thru", "until", "till", "to", "exp" -> true;
            default -> false;
        };
    }
}
