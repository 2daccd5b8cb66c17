package io.transcripthub.analytics;

import java.time.Instant;

/** A vendor has not answered as it should; the message is a reason in words that begins with the HTTP status, if there was one. */
public final class NotAnswered extends RuntimeException {
    private final int status;
    private final transient Instant notBefore;

    /**
     * @param status of HTTP, 0 when there was none
     * @param notBefore until when the vendor asked to be left alone, or null
     */
    public NotAnswered(String reason, int status, Instant notBefore) {
        super(reason);
        this.status = status;
        this.notBefore = notBefore;
    }

    int status() {
        return status;
    }

    Instant notBefore() {
        return notBefore;
    }

    /** The vendor is there, and only busy. */
    boolean isBusy() {
        return status == 429 || notBefore != null;
    }

    /** The same request would be refused again. */
    boolean isFinal() {
        return status >= 400 && status < 500 && status != 408 && status != 425 && status != 429;
    }
}
