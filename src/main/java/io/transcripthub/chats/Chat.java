package io.transcripthub.chats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A chat, or a part of one.
 *
 * @param account at the vendor, null when none was named
 * @param part from 1; 0 when the chat is whole
 * @param parts how many there are; 0 when the chat is whole
 */
public record Chat(
        String account,
        String interactionId,
        String agentId,
        String customerId,
        List<Message> messages,
        int part,
        int parts) {
    static final int WHOLE = 0;

    public Chat {
        messages = List.copyOf(messages);
    }

    public boolean isPart() {
        return parts != WHOLE;
    }

    /** In the order of time; messages of the same instant stay in theirs. */
    Chat sorted() {
        return with(messages.stream().sorted(Comparator.comparing(Message::at)).toList());
    }

    /** With ids where there were none: {@code msg_} and the message's index, from 0. */
    Chat identified() {
        List<Message> identified = new ArrayList<>(messages.size());
        for (Message message : messages) {
            String id = message.id() == null ? "msg_" + identified.size() : message.id();
            identified.add(message.withId(id));
        }
        return with(identified);
    }

    Chat with(List<Message> others) {
        return new Chat(account, interactionId, agentId, customerId, others, part, parts);
    }

    Chat part(List<Message> some, int number, int of) {
        return new Chat(account, interactionId, agentId, customerId, some, number, of);
    }

    /** Says nothing of the messages. */
    @Override
    public String toString() {
        return "chat " + interactionId + " of " + messages.size() + " messages";
    }
}
