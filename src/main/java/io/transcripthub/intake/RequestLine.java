package io.transcripthub.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A request as it stands in a file.
 *
 * @param line where it begins, from 1
 * @param request null when there is none
 * @param error why there is none; quotes nothing of the line
 */
public record RequestLine(long line, JsonNode request, String error) {
    static RequestLine of(long line, JsonNode request) {
        return new RequestLine(line, request, null);
    }

    static RequestLine unusable(long line, String error) {
        return new RequestLine(line, null, error);
    }

    public boolean isUsable() {
        return request != null;
    }

    /** @throws Rejected when there is none */
    JsonNode usable() {
        if (request == null) {
            throw new Rejected(null, error);
        }
        return request;
    }

    /** Whether it is a chat: recordings and media have other members. */
    public boolean isChat() {
        return request != null && (request.has("interactionId") || request.has("messages"));
    }

    /** The same, for this account if it names none itself. */
    public RequestLine forAccount(String account) {
        if (!(request instanceof ObjectNode object) || object.hasNonNull("account")) {
            return this;
        }
        return of(line, object.deepCopy().put("account", account));
    }

    /**
     * Id of the job that the request makes, at whatever hub.
     *
     * @throws Rejected when it makes none
     */
    public String jobId() {
        return request.has("mediaId")
                ? MediaRequest.read(request).jobId()
                : RecordingRequest.read(request, (text, language) -> text).jobId();
    }
}
