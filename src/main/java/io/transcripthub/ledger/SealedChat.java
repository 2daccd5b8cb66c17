package io.transcripthub.ledger;

/**
 * A chat to be injected.
 *
 * @param row of kind {@code chat}
 * @param sealed its text, unreadable without the key
 */
public record SealedChat(Recording row, String sealed) {
    @Override
    public String toString() {
        return "chat " + row.jobId();
    }
}
