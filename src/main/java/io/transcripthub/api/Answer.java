package io.transcripthub.api;

import io.transcripthub.chats.UnreadableChat;
import io.transcripthub.intake.Rejected;
import io.transcripthub.ledger.LedgerUnavailable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a call of the HTTP API gets.
 *
 * @param status HTTP status
 * @param body to be written as JSON; a String is JSON already, and a Path a file to be handed out
 */
public record Answer(int status, Object body) {
    static Answer ok(Object body) {
        return new Answer(200, body);
    }

    /** @param field the one at fault, or null */
    static Answer error(int status, String words, String field) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", words);
        if (field != null) {
            body.put("field", field);
        }
        return new Answer(status, body);
    }

    /** What the call answers, or 400 with the reason for which its input was not taken. */
    static Answer unlessRejected(Supplier<Answer> call) {
        try {
            return call.get();
        } catch (Rejected rejected) {
            return error(400, rejected.getMessage(), rejected.field());
        }
    }

    /** For a caller whose request was in order when the hub is not. */
    public static Answer failure(Throwable failure) {
        if (failure instanceof UnreadableChat) {
            return error(503, failure.getMessage(), null);
        }
        return failure instanceof LedgerUnavailable
                ? error(503, "the ledger is not available; try again later", null)
                : error(500, "the hub failed; its log says why", null);
    }
}
