package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.numbers.ExpiryDigits;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Topic;

/** Claims a CARD_EXPIRY of which the month and the year are said apart. */
final class ExpiryInParts {
    private static final int MOST_UTTERANCES_OF_CARD = 6;

    private ExpiryInParts() {}

    /** "the expiry month?" - "june" - "and the year?" - "thirty one" */
    static void claimApart(Call call, Claims claims) {
        for (DigitRun year : claims.unclaimed(call.digitRuns())) {
            int utterance = year.utterance();
            if ((year.length() == 2 || year.length() == 4)
                    && (isWhole(call, year) && isAskedFor(call, "year", utterance - 1) || isCalledYear(call, year))
                    && ExpiryDigits.isYear(year.digits())) {
                int month = firstOfMonth(call, Math.max(0, utterance - 2));
                boolean named = utterance > 1
                        && call.tokens().last(utterance - 2) - month == 1
                        && call.word(month).is(Role.MONTH)
                        && !claims.touch(month, month + 1);
                if (claims.has(EntityType.CARD_EXPIRY, utterance - 2, utterance)) {
                    claims.claim(EntityType.CARD_EXPIRY, year);
                } else if (isMonth(call, month, utterance, claims)) {
                    claims.claimTokens(
                            EntityType.CARD_EXPIRY, month, call.tokens().last(utterance - 2));
                    claims.claim(EntityType.CARD_EXPIRY, year);
                } else if (named
                        && (call.context().isAbout(Topic.EXPIRY, month, month + 1, Topic.DATE)
                                || isAskedFor(call, "month", utterance - 3))) {
                    claims.claimTokens(EntityType.CARD_EXPIRY, month, month + 1);
                    claims.claim(EntityType.CARD_EXPIRY, year);
                }
            }
        }
    }

    /** "year is two thousand thirty one" and nothing else. */
    private static boolean isCalledYear(Call call, DigitRun year) {
        int token = year.first().token();
        int before = call.word(token - 1, year.utterance()).says("is") ? token - 2 : token - 1;
        return call.context().hardWords(year.utterance()) == 1
                && call.word(before, year.utterance()).text().startsWith("year");
    }

    /** "month is twelve": behind the words for it. */
    private static int firstOfMonth(Call call, int utterance) {
        int token = call.tokens().first(utterance);
        while (isNameOfMonth(call.word(token, utterance).text())) {
            token++;
        }
        return token;
    }

    private static boolean isNameOfMonth(String word) {
        return switch (word) {
            case "the", "month", "month's", "is", "it's" -> true;
            default -> false;
        };
    }

    /** "month?" - "eight" - "year?" - "thirty", not long behind a card's number */
    private static boolean isMonth(Call call, int token, int year, Claims claims) {
        DigitGroup month = year > 2 ? call.groups().at(token) : null;
        return month != null
                && month.isMonth()
                && month.tokenEnd() == call.tokens().last(year - 2)
                && (isAskedFor(call, "month", year - 3) || isAskedFor(call, "month", year - 2))
                && (claims.has(EntityType.CREDIT_CARD, year - MOST_UTTERANCES_OF_CARD, year)
                        || call.context()
                                .cues()
                                .hasBetween(
                                        call.tokens().first(Math.max(0, year - MOST_UTTERANCES_OF_CARD)),
                                        token,
                                        Topic.EXPIRY));
    }

    private static boolean isWhole(Call call, DigitRun run) {
        return call.context().hardWords(run.utterance()) == 0;
    }

    static boolean isAskedFor(Call call, String part, int utterance) {
        int question = Math.max(0, utterance);
        for (int token = call.tokens().first(question); token < call.tokens().last(question); token++) {
            if (call.word(token).says(part)) {
                return true;
            }
        }
        return false;
    }
}
