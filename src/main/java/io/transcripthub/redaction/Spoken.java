package io.transcripthub.redaction;

/**
 * What one speaker said in one go.
 *
 * @param speaker the vendor's label; null, where there is none, counts as one more speaker
 */
public record Spoken(String speaker, String text) {}
