package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.Entity;
import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;

/** EMAIL: how an address ends, in another utterance: "at gmail" - "mm-hmm" - "dot com", "dot com" - "dot co dot uk". */
final class MailEndingsRecognizer implements Recognizer {
    private static final int MOST_KNOWN = 20;
    private static final int NEXT_UTTERANCES = 3;
    private static final int MOST_SMALL_WORDS = 4;
    private static final int TWO_LEVELS = 4;

    @Override
    public void recognize(Call call, Claims claims) {
        if (!claims.has(EntityType.EMAIL)) {
            return;
        }
        for (Entity address : claims.entities(EntityType.EMAIL, MOST_KNOWN)) {
            claimEndings(call, address, claims);
        }
    }

    private static void claimEndings(Call call, Entity address, Claims claims) {
        Tokens tokens = call.tokens();
        int end = tokens.at(address.utterance(), address.end() - 1) + 1;
        if (!isSmall(call, end, tokens.last(address.utterance()))) {
            return;
        }
        int last = Math.min(call.size() - 1, address.utterance() + NEXT_UTTERANCES);
        int asked = -1;
        for (int utterance = address.utterance() + 1; utterance <= last; utterance++) {
            int first = tokens.first(utterance);
            int ending = end(call, first);
            boolean other = !call.isSameSpeaker(utterance, address.utterance());
            if (ending > first && other && ending - dot(call, first) < TWO_LEVELS) {
                asked = first;
            } else if (ending > first) {
                claims.claimTokens(EntityType.EMAIL, dot(call, first), ending);
                if (asked >= 0) {
                    claims.claimTokens(EntityType.EMAIL, dot(call, asked), end(call, asked));
                }
            } else if (!isSmall(call, first, tokens.last(utterance))) {
                return;
            }
        }
    }

    /** Behind "it's dot co dot uk" at the beginning of an utterance; the same token if none is there. */
    static int end(Call call, int first) {
        int utterance = first < call.tokens().size() ? call.tokens().utterance(first) : 0;
        int end = first;
        for (int dot = dot(call, first);
                call.word(dot, utterance).isSpoken(Role.DOT.bit)
                        && call.word(dot + 1, utterance).is(Role.TOP_LEVEL);
                dot = end) {
            end = dot + 2;
        }
        return end;
    }

    private static int dot(Call call, int first) {
        int utterance = first < call.tokens().size() ? call.tokens().utterance(first) : 0;
        int token = first;
        while (token < first + MOST_SMALL_WORDS
                && !call.word(token, utterance).isSpoken(Role.DOT.bit)
                && call.word(token, utterance).isAny(Role.SOFT | Role.ANY_MARK)) {
            token++;
        }
        return token;
    }

    private static boolean isSmall(Call call, int from, int to) {
        boolean small = to - from <= MOST_SMALL_WORDS;
        for (int token = from; token < to && small; token++) {
            small = call.word(token).isAny(Role.SOFT | Role.ANY_MARK);
        }
        return small;
    }
}
