package io.transcripthub.sandbox;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/**
 * A JSON answer.
 *
 * @param retryAfter value of the header, null for none
 */
record Answer(int status, Buffer body, String retryAfter) {
    static final Answer UNAUTHORIZED = error(401, "Unauthorized", "The access token is missing, expired or revoked.");
    static final Answer UNAVAILABLE = error(503, "Service Unavailable", "Speech processing is under high load.");
    static final Answer GATEWAY_TIMEOUT = error(504, "Gateway Timeout", "The server behind has not answered in time.");
    static final Answer BROKEN = error(500, "Internal Server Error", "Something has broken.");
    static final Answer NOT_FOUND = error(404, "Not Found", "There is no such resource.");

    static Answer json(int status, Buffer body) {
        return new Answer(status, body, null);
    }

    static Answer json(int status, JsonObject body) {
        return json(status, body.toBuffer());
    }

    static Answer error(int status, String error, String message) {
        return json(status, new JsonObject().put("error", error).put("message", message));
    }

    static Answer badRequest(String message) {
        return error(400, "Bad Request", message);
    }

    static Answer throttled(String retryAfter) {
        Answer answer = error(429, "Too Many Requests", "The rate limit is exceeded.");
        return new Answer(429, answer.body, retryAfter);
    }

    boolean isSuccess() {
        return status < 300;
    }
}
