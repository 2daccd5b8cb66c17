package io.transcripthub.redaction.corpus;

/** What one speaker said in one go, without marks. */
public record Utterance(String speaker, String text) {}
