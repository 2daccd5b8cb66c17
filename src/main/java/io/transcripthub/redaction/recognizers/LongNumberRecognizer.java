package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.call.WrittenDates;
import io.transcripthub.redaction.numbers.PaymentCards;

/**
 * For strict mode, after all others: seven or more digits in one utterance, with nothing but separators between them,
 * that nobody has claimed. Dates in figures and amounts behind a currency sign are plainly harmless. The type goes by
 * the number of digits: 13 to 19 CREDIT_CARD, 9 SSN, 7, 10 or 11 PHONE, any other BANK_ACCOUNT.
 */
final class LongNumberRecognizer implements Recognizer {
    private static final int SHORTEST = 7;

    @Override
    public void recognize(Call call, Claims claims) {
        for (DigitRun run : claims.unclaimed(call.digitRuns())) {
            if (run.length() >= SHORTEST) {
                recognize(call, run, claims);
            }
        }
    }

    private static void recognize(Call call, DigitRun run, Claims claims) {
        int from = 0;
        for (int to = 0, next; to < run.size(); to = next) {
            next = WrittenDates.end(call, run, to);
            if (next > to) {
                claim(call, run, from, to, claims);
                from = next;
            } else {
                next = to + 1;
            }
        }
        claim(call, run, from, run.size(), claims);
    }

    private static void claim(Call call, DigitRun run, int from, int to, Claims claims) {
        if (from < to && run.digitCount(from, to) >= SHORTEST && !call.isMeasure(run.part(from, to))) {
            claims.claim(type(run.digitCount(from, to)), run.part(from, to));
        }
    }

    private static EntityType type(int digits) {
        if (digits >= PaymentCards.SHORTEST && digits <= PaymentCards.LONGEST) {
            return EntityType.CREDIT_CARD;
        }
        return switch (digits) {
            case 9 -> EntityType.SSN;
            case 7, 10, 11 -> EntityType.PHONE;
            default -> EntityType.BANK_ACCOUNT;
        };
    }
}
