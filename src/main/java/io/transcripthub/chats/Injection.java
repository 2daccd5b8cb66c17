package io.transcripthub.chats;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A chat, or a part of one, that was found fit to be sent. */
public final class Injection {
    private final Chat chat;
    private final byte[] payload;

    private Injection(Chat chat, byte[] payload) {
        this.chat = chat;
        this.payload = payload;
    }

    public Chat chat() {
        return chat;
    }

    /** What is sent: JSON in UTF-8. */
    public byte[] payload() {
        return payload.clone();
    }

    /** @throws InvalidChat when the request is none, or larger than one injection may be */
    public static Injection of(JsonNode request) {
        return of(request, false, false).get(0);
    }

    /**
     * @param sort whether messages are put into the order of time
     * @param split whether what is too large for one injection comes as several
     * @return one, or the parts in their order
     * @throws InvalidChat when the request is no chat, or too large
     */
    public static List<Injection> of(JsonNode request, boolean sort, boolean split) {
        return of(request, sort, split, ChatLimits.CXONE);
    }

    static List<Injection> of(JsonNode request, boolean sort, boolean split, ChatLimits limits) {
        Chat read = ChatReader.read(request);
        checkIds(read.messages());
        Chat chat = (sort ? read.sorted() : read).identified();
        checkIds(chat.messages());
        checkOrder(chat.messages());
        byte[] payload = ChatPayload.of(chat);
        boolean fits = chat.messages().size() <= limits.messages() && payload.length <= limits.bytes();
        if (!fits && split && !chat.isPart()) {
            return ChatParts.of(chat, limits).stream()
                    .map(part -> new Injection(part, ChatPayload.of(part)))
                    .toList();
        }
        checkSize(chat, payload.length, limits);
        return List.of(new Injection(chat, payload));
    }

    private static void checkIds(List<Message> messages) {
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < messages.size(); i++) {
            String id = messages.get(i).id();
            Integer before = id == null ? null : seen.putIfAbsent(id, i);
            if (before != null) {
                throw new InvalidChat(
                        "messages[" + i + "].id",
                        "expected an id that no other message has, found that of messages[" + before + "]");
            }
        }
    }

    private static void checkOrder(List<Message> messages) {
        for (int i = 1; i < messages.size(); i++) {
            if (messages.get(i).at().isBefore(messages.get(i - 1).at())) {
                throw new InvalidChat(
                        "messages[" + i + "].timestamp",
                        "expected no time before that of messages[" + (i - 1) + "], found an earlier one");
            }
        }
    }

    private static void checkSize(Chat chat, int bytes, ChatLimits limits) {
        if (chat.messages().size() > limits.messages()) {
            throw new InvalidChat(
                    "messages",
                    "expected at most " + limits.messages() + " messages, found "
                            + chat.messages().size());
        }
        if (bytes > limits.bytes()) {
            throw new InvalidChat(
                    "messages", "expected at most " + limits.bytes() + " bytes of JSON in UTF-8, found " + bytes);
        }
    }

    /** The request that makes this injection and no other: sorted, with all ids, and the numbers of a part. */
    public Map<String, Object> request(String account) {
        Map<String, Object> request = new HashMap<>();
        if (account != null) {
            request.put("account", account);
        }
        request.put("interactionId", chat.interactionId());
        request.put("agentId", chat.agentId());
        request.put("customerId", chat.customerId());
        if (chat.isPart()) {
            request.put("properties", Map.of("part", chat.part(), "parts", chat.parts()));
        }
        List<Map<String, Object>> messages = new ArrayList<>();
        for (Message message : chat.messages()) {
            messages.add(Map.of(
                    "id", message.id(),
                    "from", message.from(),
                    "to", message.to(),
                    "text", message.text(),
                    "timestamp", message.timestamp(),
                    "type", message.type(),
                    "format", message.format()));
        }
        request.put("messages", messages);
        return request;
    }

    /** See {@link Chat#toString()}. */
    @Override
    public String toString() {
        return chat.toString();
    }
}
