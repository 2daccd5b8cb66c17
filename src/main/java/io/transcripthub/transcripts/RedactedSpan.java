package io.transcripthub.transcripts;

/**
 * When a redacted entity was said.
 *
 * @param type of the entity, such as {@code CREDIT_CARD}
 * @param start seconds from the call's start
 * @param end seconds from the call's start
 */
public record RedactedSpan(String type, double start, double end) {}
