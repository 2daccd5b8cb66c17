package io.transcripthub.sandbox;

/** Something that clients come back to: a recording to submit, a job to poll, a webhook event. */
final class Resource {
    private final String key;
    private int attempts;
    private long notBefore = Long.MIN_VALUE;

    Resource(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    /** How many requests have come for it. */
    int attempts() {
        return attempts;
    }

    /** Counts a request; true when it came before the Retry-After that the resource had been given. */
    boolean visit(long millis) {
        attempts++;
        return millis < notBefore;
    }

    void holdUntil(long millis) {
        notBefore = millis;
    }
}
