package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.Entity;
import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;

/** The beginning of a spoken mail address that the other reads back soon after: "x dash razor, got it". */
final class MailRepeatRecognizer implements Recognizer {
    private static final int FEWEST_WORDS = 3;
    private static final int MOST_UTTERANCES = 4;
    private static final int MOST_KNOWN = 20;
    private static final int MOST_TOKENS = 200;

    @Override
    public void recognize(Call call, Claims claims) {
        if (!claims.has(EntityType.EMAIL)) {
            return;
        }
        claims.entities(EntityType.EMAIL, MOST_KNOWN).forEach(address -> recognize(call, address, claims));
    }

    private static void recognize(Call call, Entity address, Claims claims) {
        Tokens tokens = call.tokens();
        int from = tokens.at(address.utterance(), address.start());
        int to = Math.min(call.size(), address.utterance() + MOST_UTTERANCES + 1);
        for (int token = tokens.last(address.utterance());
                token < Math.min(tokens.last(to - 1), tokens.last(address.utterance()) + MOST_TOKENS);
                token++) {
            int end = token;
            while (end < tokens.last(tokens.utterance(token))
                    && from + end - token < tokens.size()
                    && tokens.end(from + end - token) <= address.end()
                    && isSame(call, end, from + end - token)) {
                end++;
            }
            if (end - token >= FEWEST_WORDS
                    && isConnected(call, token, end)
                    && MailSpellingRecognizer.isWhole(call, token, end)
                    && !claims.touch(token, end)) {
                claims.claimTokens(EntityType.EMAIL, token, end);
            }
            token = Math.max(token, end - 1);
        }
    }

    private static boolean isConnected(Call call, int from, int to) {
        for (int token = from; token < to; token++) {
            if (call.word(token).isAny(SpokenEmailRecognizer.CONNECTOR | Role.AT.bit | Role.LETTER.bit)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSame(Call call, int one, int other) {
        Tokens tokens = call.tokens();
        int length = tokens.end(one) - tokens.start(one);
        String text = call.text(tokens.utterance(other));
        return tokens.end(other) - tokens.start(other) == length
                && call.text(tokens.utterance(one))
                        .regionMatches(true, tokens.start(one), text, tokens.start(other), length);
    }
}
