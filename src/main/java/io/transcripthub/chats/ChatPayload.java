package io.transcripthub.chats;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The JSON that an injection consists of, in UTF-8. */
final class ChatPayload {
    /** A character beyond the basic plane as the four bytes that it is, and not as two escapes of six. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private interface Content {
        void to(JsonGenerator json) throws IOException;
    }

    private ChatPayload() {}

    static byte[] of(Chat chat) {
        return bytes(json -> {
            json.writeStartObject();
            json.writeStringField("channel", "webchat");
            party(json, "from", new Party(chat.agentId(), "agent"));
            party(json, "to", new Party(chat.customerId(), "customer"));
            properties(json, chat);
            json.writeArrayFieldStart("messages");
            for (Message message : chat.messages()) {
                message(json, message);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    /** Bytes of one message. */
    static int size(Message message) {
        return bytes(json -> message(json, message)).length;
    }

    /** Bytes of a part without any message, its number as long as it can be. */
    static int sizeOfNone(Chat chat) {
        return of(chat.part(List.of(), Integer.MAX_VALUE, Integer.MAX_VALUE)).length;
    }

    private static void properties(JsonGenerator json, Chat chat) throws IOException {
        json.writeObjectFieldStart("properties");
        json.writeStringField("interactionId", chat.interactionId());
        if (chat.isPart()) {
            json.writeNumberField("part", chat.part());
            json.writeNumberField("parts", chat.parts());
        }
        json.writeEndObject();
    }

    private static void message(JsonGenerator json, Message message) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", message.id());
        party(json, "from", message.from());
        party(json, "to", message.to());
        json.writeStringField("text", message.text());
        json.writeStringField("timestamp", message.timestamp());
        json.writeStringField("type", message.type());
        json.writeStringField("format", message.format());
        json.writeEndObject();
    }

    private static void party(JsonGenerator json, String name, Party party) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("id", party.id());
        json.writeStringField("type", party.type());
        json.writeEndObject();
    }

    private static byte[] bytes(Content content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            content.to(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
