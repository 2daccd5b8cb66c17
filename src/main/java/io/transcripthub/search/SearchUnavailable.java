package io.transcripthub.search;

/**
 * The search server could not be asked, or refused the request as a whole. The message says why in words and quotes
 * neither documents nor secrets.
 */
public final class SearchUnavailable extends RuntimeException {
    private final int status;

    SearchUnavailable(int status, String message) {
        super(message);
        this.status = status;
    }

    /** The HTTP status, 0 when there was no answer. */
    public int status() {
        return status;
    }
}
