package io.transcripthub.sandbox;

/**
 * An injection that the sandbox accepted.
 *
 * @param key the interactionId, and {@code #} with the number of the part where there is one
 */
public record ReceivedChat(String key, String conversationId, String body) {}
