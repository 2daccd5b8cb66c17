package io.transcripthub.accounts;

import java.time.Instant;

/** No access token could be had; the message says from where and why, without secrets. */
public final class NoToken extends RuntimeException {
    private final transient Instant notBefore;

    /** @param notBefore until when the endpoint asked to be left alone, or null */
    public NoToken(String message, Instant notBefore) {
        super(message);
        this.notBefore = notBefore;
    }

    public Instant notBefore() {
        return notBefore;
    }
}
