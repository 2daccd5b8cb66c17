package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.numbers.DigitGroup;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;

/** What was taken back before a spoken mail address: "r dot malk no sorry, r malkin at ..". */
final class MailFalseStarts {
    private static final int LONGEST_TAKEN_BACK = 12;
    private static final int LONGEST_PIECE = 5;

    private final Call call;
    private final Tokens tokens;
    private final Claims claims;

    MailFalseStarts(Call call, Claims claims) {
        this.call = call;
        this.tokens = call.tokens();
        this.claims = claims;
    }

    /** Where "studio at bianchi minus, ah sorry, studio at ..", "zed dot, no, zed dash .." begins; claimed. */
    int claim(int local) {
        int first = tokens.first(tokens.utterance(local));
        boolean corrected = false;
        int begun = -1;
        for (int token = local - 1; token > first && token > local - LONGEST_TAKEN_BACK; token--) {
            corrected |= tokens.word(token).is(Role.CORRECTION);
            boolean at = tokens.word(token).is(Role.AT);
            if (corrected && (at || begun < 0 && isConnector(token) && isOnlySmall(token + 1, local))) {
                int start = new SpokenLocalPart(call, token).start(token - 1, first);
                begun = start < token ? start : begun;
                token = at ? first : token;
            }
        }
        begun = begun < 0 ? localTakenBack(local, first) : begun;
        if (begun < local) {
            claims.claimTokens(EntityType.EMAIL, begun, local);
        }
        return begun;
    }

    /** Where "r dot malk no sorry, r malkin at .." begins. */
    private int localTakenBack(int local, int first) {
        boolean corrected = false;
        int last = local - 1;
        while (last > first && tokens.word(last).isAny(Role.GLUE) && !isConnector(last)) {
            corrected |= tokens.word(last).is(Role.CORRECTION);
            last--;
        }
        SpokenLocalPart part = new SpokenLocalPart(call, last + 1);
        int start = corrected ? part.start(last, first) : local;
        return start <= last && (isLetter(last) || last - start < LONGEST_PIECE) && part.isConnected() ? start : local;
    }

    private boolean isConnector(int token) {
        return tokens.word(token).isAny(SpokenEmailRecognizer.CONNECTOR)
                && !tokens.word(token).is(Role.SEPARATOR);
    }

    private boolean isLetter(int token) {
        DigitGroup group = call.groups().at(token);
        return group != null && group.isLetter();
    }

    private boolean isOnlySmall(int from, int to) {
        boolean small = true;
        for (int token = from; token < to && small; token++) {
            small = tokens.word(token).isAny(Role.SOFT | Role.SEPARATOR.bit);
        }
        return small;
    }
}
