package io.transcripthub.audit;

import java.nio.charset.StandardCharsets;

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

    /**
     * The chain's head that this line was made to follow.
     *
     * @throws AuditChainBroken if the line is not what {@link AuditChain#next} makes
     */
    public ChainHead previous() {
        ChainedRecord chained = ChainedRecord.read(json.getBytes(StandardCharsets.UTF_8));
        return new ChainHead(seq - 1, chained.prevHash());
    }
}
