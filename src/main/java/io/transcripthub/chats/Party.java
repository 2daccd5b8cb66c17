package io.transcripthub.chats;

/**
 * Who writes or reads a message.
 *
 * @param type such as {@code agent} or {@code customer}
 */
public record Party(String id, String type) {}
