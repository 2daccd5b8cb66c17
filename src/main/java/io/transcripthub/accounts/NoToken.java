package io.transcripthub.accounts;

/** No access token could be had; the message says from where and why, without secrets. */
public final class NoToken extends RuntimeException {
    public NoToken(String message) {
        super(message);
    }
}
