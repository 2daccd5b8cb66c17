package io.transcripthub.audit;

/**
 * The end of a chain: what the next line follows.
 *
 * @param seq sequence number of the last line, 0 when there is none
 * @param hash SHA-256 of the last line, 64 lower-case hexadecimal digits; zeros when there is none
 */
public record ChainHead(long seq, String hash) {
    /** The head of a chain without lines. */
    public static final ChainHead GENESIS = new ChainHead(0, "0".repeat(64));
}
