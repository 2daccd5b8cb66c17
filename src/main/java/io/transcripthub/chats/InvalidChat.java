package io.transcripthub.chats;

/** A chat that cannot be injected. The message names the field, and quotes nothing of the chat but names of fields. */
public final class InvalidChat extends RuntimeException {
    private final String field;

    /** @param field such as {@code messages[4].timestamp}, counted from 0; null when it is the whole */
    InvalidChat(String field, String words) {
        super(field == null ? words : field + ": " + words, null, false, false);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
