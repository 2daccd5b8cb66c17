package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.call.DateReader;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.words.Topic;

/** Claims a CARD_EXPIRY that is said again, or in place of another one, not long after it. */
final class ExpiryReadBack {
    private static final int NEAR = 2;
    private static final int MOST_HARD_WORDS = 1;

    private ExpiryReadBack() {}

    /** Nothing but a month and year not long after one. */
    static void claim(Call call, Claims claims) {
        for (DateReader.Named date : call.namedDates()) {
            int utterance = call.tokens().utterance(date.token());
            if (MonthYear.of(call, date) != null
                    && date.isMonthAndYear()
                    && !claims.touch(date.token(), date.tokenEnd())
                    && (isReadBack(call, utterance, claims) && !isOfEvent(call, utterance)
                            || isAnsweredWith(call, date.token(), claims))) {
                ExpiryRecognizer.claim(call, date, date.tokenEnd(), claims);
            }
        }
        for (DigitRun run : claims.unclaimed(call.digitRuns())) {
            if (ExpiryRecognizer.isMonthAndYear(run)
                    && !call.isMeasure(run)
                    && !call.isInNamedDate(run)
                    && (isInsteadOf(call, run, claims)
                            || call.topic(run) == null && isReadBack(call, run.utterance(), claims))) {
                claims.claim(EntityType.CARD_EXPIRY, run);
            }
        }
    }

    /** "march 2033, thank you, and ..": the listener begins with what was just said. */
    private static boolean isAnsweredWith(Call call, int token, Claims claims) {
        int utterance = call.tokens().utterance(token);
        return claims.has(EntityType.CARD_EXPIRY, utterance - 1, utterance - 1)
                && call.context().hardWords(call.tokens().first(utterance), token) == 0;
    }

    private static boolean isOfEvent(Call call, int utterance) {
        int from = call.tokens().first(Math.max(0, utterance - 1));
        return call.context().cues().hasBetween(from, call.tokens().last(utterance), Topic.EVENT);
    }

    private static boolean isReadBack(Call call, int utterance, Claims claims) {
        return call.context().hardWords(utterance) <= MOST_HARD_WORDS
                && claims.has(EntityType.CARD_EXPIRY, utterance - NEAR, utterance)
                && !call.context()
                        .cues()
                        .hasBetween(
                                call.tokens().first(Math.max(0, utterance - 1)),
                                call.tokens().last(utterance),
                                Topic.HARMLESS);
    }

    /** "it expires 08/28 now instead of 08/25" */
    private static boolean isInsteadOf(Call call, DigitRun run, Claims claims) {
        int token = run.first().token() - 1;
        boolean linked =
                switch (call.word(token, run.utterance()).text()) {
                    case "of", "not", "was", "from", "than" -> true;
                    default -> false;
                };
        return linked
                && claims.has(EntityType.CARD_EXPIRY, run.utterance(), run.utterance())
                && EntityType.CARD_EXPIRY.equals(claims.typeBefore(run.utterance(), run.start()));
    }
}
