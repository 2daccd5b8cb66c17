package io.transcripthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

/**
 * A chat handed in for injection.
 *
 * @param key as in {@link ReceivedChat}
 */
record ChatSubmission(String interactionId, String key) {
    private static final int MOST_MESSAGES = 500;
    private static final int MOST_BYTES = 1 << 20;

    static ChatSubmission read(byte[] body) throws InvalidRequest {
        if (body.length > MOST_BYTES) {
            throw new InvalidRequest("The payload exceeds " + MOST_BYTES + " bytes.");
        }
        RequestJson json = RequestJson.read(body);
        json.expectOnly(Set.of("channel", "from", "to", "properties", "messages"));
        if (!json.text("channel", "").equals("webchat")) {
            throw new InvalidRequest("channel: expected webchat.");
        }
        JsonNode properties = json.object().path("properties");
        String interactionId = properties.path("interactionId").asText();
        if (interactionId.isEmpty()) {
            throw new InvalidRequest("properties.interactionId: expected text.");
        }
        checkMessages(json.object().path("messages"));
        String part = properties.has("part") ? "#" + properties.path("part").asInt() : "";
        return new ChatSubmission(interactionId, interactionId + part);
    }

    private static void checkMessages(JsonNode messages) throws InvalidRequest {
        if (messages.isEmpty() || messages.size() > MOST_MESSAGES) {
            throw new InvalidRequest("messages: expected 1 to %d, found %d.".formatted(MOST_MESSAGES, messages.size()));
        }
        Instant before = Instant.MIN;
        for (JsonNode message : messages) {
            for (String member : List.of("id", "from", "to", "text", "timestamp", "type", "format")) {
                if (!message.has(member)) {
                    throw new InvalidRequest("messages: expected " + member + " in each.");
                }
            }
            Instant at = time(message.path("timestamp").asText());
            if (at.isBefore(before)) {
                throw new InvalidRequest("messages: expected them in the order of time.");
            }
            before = at;
        }
    }

    private static Instant time(String timestamp) throws InvalidRequest {
        try {
            return OffsetDateTime.parse(timestamp).toInstant();
        } catch (DateTimeException e) {
            throw new InvalidRequest("messages: expected timestamps by ISO 8601.");
        }
    }
}
