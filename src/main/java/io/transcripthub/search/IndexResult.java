package io.transcripthub.search;

/**
 * What became of an {@link IndexItem}.
 *
 * @param reason in words, without any value of the document; empty when it was indexed
 */
public record IndexResult(String id, Outcome outcome, String reason) {
    public enum Outcome {
        /** The server has it on disk. */
        INDEXED,
        /** Nothing is wrong with the document: the same item may succeed later. */
        RETRY,
        /** The server will never take this document as it is. */
        REJECTED
    }
}
