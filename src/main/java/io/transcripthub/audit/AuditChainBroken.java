package io.transcripthub.audit;

/** A line that does not belong where it stands or was to be put; the message says what was expected and found. */
public final class AuditChainBroken extends RuntimeException {
    public AuditChainBroken(String message) {
        super(message);
    }
}
