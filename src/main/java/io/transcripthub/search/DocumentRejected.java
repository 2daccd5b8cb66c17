package io.transcripthub.search;

/** The search server will never take this document; the message has its id and the server's reason, no values. */
public final class DocumentRejected extends RuntimeException {
    DocumentRejected(String id, String reason) {
        super("document " + id + " rejected: " + reason);
    }
}
