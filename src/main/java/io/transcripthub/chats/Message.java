package io.transcripthub.chats;

import java.time.Instant;

/**
 * One message of a chat.
 *
 * @param id null until it is filled in
 * @param timestamp as it was written, and is sent
 * @param at the instant that it means
 */
public record Message(
        String id, Party from, Party to, String text, String timestamp, Instant at, String type, String format) {
    Message withId(String given) {
        return new Message(given, from, to, text, timestamp, at, type, format);
    }
}
