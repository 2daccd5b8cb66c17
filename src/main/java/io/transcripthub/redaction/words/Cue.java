package io.transcripthub.redaction.words;

/**
 * A phrase that says what a number near it is.
 *
 * @param token its first
 * @param tokenEnd the token behind its last
 */
public record Cue(Topic topic, int token, int tokenEnd) {}
