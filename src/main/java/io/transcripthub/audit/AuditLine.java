package io.transcripthub.audit;

/**
 * A line of a chain, made by {@link AuditChain#next}.
 *
 * @param seq sequence number, from 1 without gaps
 * @param hash lower-case hexadecimal SHA-256 of the canonical JSON without its member {@code hash}
 * @param json the line in canonical JSON, without line feed
 */
public record AuditLine(long seq, String hash, String json) {

    /** The chain's head once this line is its last. */
    public ChainHead head() {
        return new ChainHead(seq, hash);
    }
}
