package io.transcripthub.chats;

/** The text of a chat that this hub can neither seal nor open just now; the message says why, and holds nothing of it. */
public final class UnreadableChat extends RuntimeException {
    public UnreadableChat(String message) {
        super(message, null, false, false);
    }
}
