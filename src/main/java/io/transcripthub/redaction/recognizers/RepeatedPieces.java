package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims.KnownNumber;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.words.Topic;

/** Tells whether digits are a piece of a number that is known, and not part of an amount or an order that has them, too. */
final class RepeatedPieces {
    private static final int SHORTEST = 3;
    private static final int NEAR = 3;
    private static final int MOST_WORDS = 3;

    private RepeatedPieces() {}

    static boolean isPiece(Call call, DigitRun run, Topic topic, KnownNumber number) {
        String digits = run.digits();
        if (digits.length() < SHORTEST || !number.digits().contains(digits)) {
            return false;
        }
        boolean open = topic == null || topic.weak();
        if (isPlace(call, run.first().token(), run.utterance())) {
            return false;
        }
        if (isAnsweredWith(call, run, number)) {
            return true;
        }
        if (call.context().isLabelled(run.first().token()) || call.isBehindLetter(run)) {
            return false;
        }
        boolean said = number.digits().endsWith(digits)
                && digits.length() >= 4
                && (Topic.LAST_FOUR.equals(topic) || number.type().equals(EntityType.CREDIT_CARD) && open);
        return said
                || open && isSameExpiry(run, number) && call.context().hardWords(run.utterance()) <= MOST_WORDS
                || isTold(call, run, number)
                        && call.context().hardWords(run.utterance()) <= (digits.length() > SHORTEST ? MOST_WORDS : 1)
                        && (open || topic.equals(Topic.CARD) || topic.equals(Topic.PHONE));
    }

    /** "i was in five oh four": a room */
    private static boolean isPlace(Call call, int token, int utterance) {
        return call.word(token - 1, utterance).says("in")
                && switch (call.word(token - 2, utterance).text()) {
                    case "was", "am", "i'm", "we're", "were", "you're" -> true;
                    default -> false;
                };
    }

    /** "september of twenty nine" - ".. that's zero nine two nine" */
    private static boolean isSameExpiry(DigitRun run, KnownNumber number) {
        boolean near = number.type().equals(EntityType.CARD_EXPIRY)
                && run.utterance() >= number.firstUtterance()
                && run.utterance() <= number.lastUtterance() + NEAR;
        MonthYear said = near ? MonthYear.of(run.digits()) : null;
        return said != null && said.equals(MonthYear.of(number.digits()));
    }

    /** "five two five oh, okay, that does match": the listener begins with what was just said. */
    private static boolean isAnsweredWith(Call call, DigitRun run, KnownNumber number) {
        int utterance = run.utterance();
        boolean whole = run.length() == number.digits().length();
        return number.lastUtterance() == utterance - 1
                && !call.isSameSpeaker(utterance, utterance - 1)
                && call.context()
                                .hardWords(
                                        call.tokens().first(utterance),
                                        run.first().token())
                        <= (whole && number.type().equals(EntityType.PIN) ? MOST_WORDS : 0)
                && (whole || run.length() > SHORTEST && number.digits().endsWith(run.digits()));
    }

    /** While the number is told, right behind it by the listener, or its beginning before it. */
    private static boolean isTold(Call call, DigitRun run, KnownNumber number) {
        int utterance = run.utterance();
        boolean same = call.isSameSpeaker(utterance, number.firstUtterance());
        if (utterance == number.lastUtterance() + 1 && !same) {
            int first = call.tokens().first(utterance);
            int most = run.length() == number.digits().length() ? MOST_WORDS : 0;
            return call.context().hardWords(first, run.first().token()) <= most;
        }
        return utterance > number.firstUtterance() && utterance <= number.lastUtterance()
                || same
                        && utterance <= number.firstUtterance()
                        && utterance >= number.firstUtterance() - NEAR
                        && number.digits().startsWith(run.digits());
    }
}
