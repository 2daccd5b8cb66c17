package io.transcripthub.chats;

import java.util.ArrayList;
import java.util.List;

/** Cuts a chat that is too large for one injection into parts, in order, each as large as may be. */
final class ChatParts {
    private final ChatLimits limits;
    private final int sizeOfNone;
    private final List<List<Message>> parts = new ArrayList<>();
    private List<Message> open = new ArrayList<>();
    private int openBytes;

    private ChatParts(Chat chat, ChatLimits limits) {
        this.limits = limits;
        this.sizeOfNone = ChatPayload.sizeOfNone(chat);
        this.openBytes = sizeOfNone;
    }

    /** @throws InvalidChat when a message is too large even alone */
    static List<Chat> of(Chat chat, ChatLimits limits) {
        ChatParts cut = new ChatParts(chat, limits);
        for (int i = 0; i < chat.messages().size(); i++) {
            cut.add(chat.messages().get(i), i);
        }
        cut.parts.add(cut.open);
        List<Chat> parts = new ArrayList<>();
        for (List<Message> messages : cut.parts) {
            parts.add(chat.part(messages, parts.size() + 1, cut.parts.size()));
        }
        return parts;
    }

    private void add(Message message, int index) {
        int bytes = ChatPayload.size(message);
        if (sizeOfNone + bytes > limits.bytes()) {
            throw new InvalidChat(
                    "messages[" + index + "]",
                    "expected at most " + limits.bytes() + " bytes of JSON in UTF-8 for a part of one message, found "
                            + (sizeOfNone + bytes));
        }
        int comma = open.isEmpty() ? 0 : 1;
        if (open.size() == limits.messages() || openBytes + comma + bytes > limits.bytes()) {
            parts.add(open);
            open = new ArrayList<>();
            openBytes = sizeOfNone;
            comma = 0;
        }
        open.add(message);
        openBytes += comma + bytes;
    }
}
