package io.transcripthub.stages;

/** A text could not be redacted, and so went nowhere. Says what kind of failure it was, never what it was about. */
public final class RedactionFailed extends RuntimeException {
    RedactionFailed(RuntimeException cause) {
        super("redaction failed (" + cause.getClass().getSimpleName() + "); nothing of the text was written");
    }
}
