package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.numbers.ExpiryDigits;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;

/** CARD_EXPIRY: the month that is asked for behind a card's number, and then the year. */
final class ExpiryPiecesRecognizer implements Recognizer {
    private static final int MOST_UTTERANCES_BEHIND_CARD = 6;
    private static final int LONGEST_MONTH = 3;

    @Override
    public void recognize(Call call, Claims claims) {
        if (claims.has(EntityType.CREDIT_CARD)) {
            claimMonth(call, claims);
        }
        if (claims.has(EntityType.CARD_EXPIRY)) {
            ExpiryInParts.claimApart(call, claims);
            ExpiryInParts.claimYearBehind(call, claims);
        }
    }

    /** "month please?" - "oh six", "which month does it stop?" - "june" behind a card's number. */
    private static void claimMonth(Call call, Claims claims) {
        Tokens tokens = call.tokens();
        for (int question = 1; question + 1 < call.size(); question++) {
            int answer = question + 1;
            int first = tokens.first(answer);
            if (claims.has(EntityType.CREDIT_CARD, question - MOST_UTTERANCES_BEHIND_CARD, question)
                    && !claims.has(EntityType.CARD_EXPIRY, question - MOST_UTTERANCES_BEHIND_CARD, answer)
                    && tokens.last(answer) > first
                    && tokens.last(answer) - first <= LONGEST_MONTH
                    && !claims.touch(first, tokens.last(answer))
                    && ExpiryInParts.isAskedFor(call, "month", question)
                    && !call.isSameSpeaker(question, answer)) {
                claimMonth(call, answer, claims);
            }
        }
    }

    /** Nothing but a month, as a word or of one or two digits. */
    private static void claimMonth(Call call, int answer, Claims claims) {
        int first = call.tokens().first(answer);
        int last = call.tokens().last(answer);
        StringBuilder digits = new StringBuilder();
        for (int index = call.groups().from(first);
                index < call.groups().size() && call.groups().get(index).token() < last;
                index++) {
            digits.append(call.groups().get(index).digits());
        }
        boolean named = last == first + 1 && call.word(first).is(Role.MONTH);
        if (named || call.context().hardWords(answer) == 0 && ExpiryDigits.isMonth(digits.toString())) {
            claims.claimTokens(EntityType.CARD_EXPIRY, first, last);
        }
    }
}
