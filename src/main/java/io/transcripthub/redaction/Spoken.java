package io.transcripthub.redaction;

/**
 * What one speaker said in one go.
 *
 * @param speaker the vendor's label; null, where there is none, counts as one more speaker
 * @param start seconds from the call's start, or null
 * @param end seconds from the call's start, or null
 */
public record Spoken(String speaker, String text, Double start, Double end) {
    /** Without times. */
    public Spoken(String speaker, String text) {
        this(speaker, text, null, null);
    }
}
