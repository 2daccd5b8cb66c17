package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.call.DigitRun;
import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.numbers.DigitGroup.Joint;
import io.transcripthub.redaction.numbers.PaymentCards;
import java.util.List;

/** CARD_EXPIRY and CARD_CVV that are said in one go with the card number, without a word for them. */
final class CardTailRecognizer implements Recognizer {
    private static final int LONGEST = 12;
    private static final int CODE = 3;
    private static final int USUAL_CARD = 16;
    private static final int LONGEST_UNREAD = 8;

    @Override
    public void recognize(Call call, Claims claims) {
        if (!claims.has(EntityType.CREDIT_CARD) && !claims.has(EntityType.CARD_EXPIRY)) {
            return;
        }
        for (DigitRun run : call.digitRuns()) {
            if (!claims.touchAny(run)) {
                continue;
            }
            List<DigitRun> parts = run.split((one, other) -> claims.touch(one) != claims.touch(other));
            for (int i = 1; i < parts.size(); i++) {
                if (isCardData(parts.get(i - 1), claims)
                        && !claims.touch(parts.get(i).first())
                        && parts.get(i).length() <= LONGEST
                        && !isRestOfCode(parts.get(i - 1), parts.get(i), claims)
                        && !call.isMeasure(parts.get(i))) {
                    claimTail(parts.get(i - 1), parts.get(i), claims);
                }
            }
        }
    }

    /** "january of thirty nine zero two": the unit that was read as the year's is the code's first digit. */
    private static boolean isRestOfCode(DigitRun before, DigitRun tail, Claims claims) {
        boolean rest = tail.length() == CODE - 1
                && before.last().form() == DigitGroup.Form.SPOKEN_PAIR
                && before.last().tokenEnd() - before.last().token() > 1
                && EntityType.CARD_EXPIRY.equals(
                        claims.typeAt(before.last().utterance(), before.last().start()));
        if (rest) {
            claims.claim(EntityType.CARD_CVV, tail);
        }
        return rest;
    }

    private static boolean isCardData(DigitRun before, Claims claims) {
        DigitGroup last = before.last();
        EntityType type = claims.typeAt(last.utterance(), last.start());
        return EntityType.CARD_EXPIRY.equals(type) || EntityType.CREDIT_CARD.equals(type);
    }

    private static void claimTail(DigitRun before, DigitRun tail, Claims claims) {
        int expiry = expiryEnd(tail);
        int code = expiry == tail.size() ? 0 : codeEnd(tail);
        if (code > 0) {
            claims.claim(EntityType.CARD_CVV, tail.part(0, code));
            claims.claim(EntityType.CARD_EXPIRY, tail.part(code, tail.size()));
            return;
        }
        if (expiry == 0 && isPieceOfCard(before, claims)) {
            return;
        }
        if (expiry > 0) {
            claims.claim(EntityType.CARD_EXPIRY, tail.part(0, expiry));
        }
        if (expiry < tail.size()) {
            DigitRun rest = tail.part(expiry, tail.size());
            if (rest.length() == 3
                    || rest.length() == 4
                    || rest.length() == CODE - 1 && isReadTooFar(expiry > 0 ? tail.part(0, expiry) : before, rest)
                    || expiry == 0 && rest.length() > 2 && rest.length() <= LONGEST_UNREAD) {
                claims.claim(EntityType.CARD_CVV, rest);
            }
        }
    }

    /** "one two three, seven twenty nine": index behind the code, where a month and a year are all that follows; 0 if there is none. */
    private static int codeEnd(DigitRun tail) {
        for (int to = 1; to < tail.size(); to++) {
            int digits = tail.digitCount(0, to);
            if ((digits == CODE || digits == CODE + 1) && tail.length() - digits > CODE && isMonthAndYear(tail, to)) {
                return to;
            }
        }
        return 0;
    }

    private static boolean isMonthAndYear(DigitRun tail, int from) {
        return ExpiryRecognizer.isMonthAndYear(tail.part(from, tail.size()));
    }

    /** "oh three thirty seven seven oh": the unit is the code's; or a card number that has some digits of the expiry. */
    private static boolean isReadTooFar(DigitRun before, DigitRun rest) {
        DigitGroup last = before.last();
        return last.utterance() == rest.utterance()
                        && last.form() == DigitGroup.Form.SPOKEN_PAIR
                        && last.tokenEnd() - last.token() > 1
                || before.length() > USUAL_CARD && rest.first().joint() == Joint.DASH;
    }

    private static boolean isPieceOfCard(DigitRun run, Claims claims) {
        return run.length() < PaymentCards.SHORTEST
                && EntityType.CREDIT_CARD.equals(
                        claims.typeAt(run.last().utterance(), run.last().start()));
    }

    /** Index behind the groups of the month and year that it begins with; 0 if it does not. */
    static int expiryEnd(DigitRun tail) {
        for (int to = tail.size(); to > 0; to--) {
            boolean slash = to == 2 && tail.group(1).joint() == Joint.SLASH;
            int rest = tail.length() - tail.digitCount(0, to);
            if ((slash || tail.digitCount(0, to) != 3 || rest == 3 || rest == 4)
                    && ExpiryRecognizer.isMonthAndYear(tail.part(0, to))) {
                return to;
            }
        }
        return 0;
    }
}
