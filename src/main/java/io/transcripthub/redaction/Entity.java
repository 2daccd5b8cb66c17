package io.transcripthub.redaction;

/**
 * A contiguous piece of personal data.
 *
 * @param utterance index of the utterance, from 0
 * @param start first UTF-16 offset into the incoming text of that utterance
 * @param end the offset behind the last
 */
public record Entity(EntityType type, int utterance, int start, int end) {}
