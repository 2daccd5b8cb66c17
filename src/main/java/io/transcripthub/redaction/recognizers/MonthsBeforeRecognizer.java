package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;

/** The month that is said before the date as a whole: "february, so oh two twenty eight", "december of, hang on, thirty one". */
final class MonthsBeforeRecognizer implements Recognizer {
    private static final int LONGEST = 6;

    @Override
    public void recognize(Call call, Claims claims) {
        Tokens tokens = call.tokens();
        boolean dates = claims.has(EntityType.CARD_EXPIRY) || claims.has(EntityType.DATE_OF_BIRTH);
        for (int token = dates ? tokens.next(0, Role.MONTH.bit) : tokens.size();
                token < tokens.size();
                token = tokens.next(token + 1, Role.MONTH.bit)) {
            boolean other = claims.touch(token, token + 1)
                    || call.word(token - 1, tokens.utterance(token)).says("in");
            int date = other ? token : date(call, token, claims);
            EntityType type = date > token ? claims.typeAt(tokens.utterance(token), tokens.start(date)) : null;
            if (EntityType.CARD_EXPIRY.equals(type) || EntityType.DATE_OF_BIRTH.equals(type)) {
                claims.claimTokens(type, token, date + 1);
            }
        }
    }

    /** The claimed token behind a month and small words; the month if there is none. */
    private static int date(Call call, int month, Claims claims) {
        int utterance = call.tokens().utterance(month);
        int token = month + 1;
        while (token < month + LONGEST
                && !claims.touch(token, token + 1)
                && call.word(token, utterance).isAny(Role.SOFT | Role.ANY_MARK | Role.MONTH.bit)) {
            token++;
        }
        boolean found = token < call.tokens().last(utterance) && claims.touch(token, token + 1);
        return found ? token : month;
    }
}
