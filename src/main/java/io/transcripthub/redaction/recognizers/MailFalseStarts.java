package io.transcripthub.redaction.recognizers;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.Claims;
import io.transcripthub.redaction.words.Role;
import io.transcripthub.redaction.words.Tokens;

/** What was taken back before a spoken mail address: "r dot malk no sorry, r malkin at ..". */
final class MailFalseStarts {
    private static final int LONGEST_TAKEN_BACK = 12;
    private static final int LONGEST_PIECE = 5;

    private final Call call;
    private final Tokens tokens;
    private final SpokenMailPieces pieces;
    private final Claims claims;

    MailFalseStarts(Call call, SpokenMailPieces pieces, Claims claims) {
        this.call = call;
        this.tokens = call.tokens();
        this.pieces = pieces;
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
            if (corrected && (at || begun < 0 && pieces.isConnector(token) && pieces.isOnlySmall(token + 1, local))) {
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
        while (last > first && tokens.word(last).isAny(Role.GLUE) && !pieces.isConnector(last)) {
            corrected |= tokens.word(last).is(Role.CORRECTION);
            last--;
        }
        SpokenLocalPart part = new SpokenLocalPart(call, last + 1);
        int start = corrected ? part.start(last, first) : local;
        return start <= last && (pieces.isLetter(last) || last - start < LONGEST_PIECE) && part.isConnected()
                ? start
                : local;
    }
}
