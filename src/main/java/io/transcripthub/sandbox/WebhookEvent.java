package io.transcripthub.sandbox;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * What a delivery is about.
 *
 * @param subject the transcriptionId of its data, the recordingId or conversationId where that is missing, otherwise empty
 */
record WebhookEvent(String type, String subject) {
    private static final JsonFactory JSON = new JsonFactory();

    static WebhookEvent read(byte[] body) throws InvalidRequest {
        try (JsonParser parser = JSON.createParser(body)) {
            return read(parser);
        } catch (IOException e) {
            throw new InvalidRequest("The body is not JSON.");
        }
    }

    private static WebhookEvent read(JsonParser parser) throws IOException, InvalidRequest {
        String type = null;
        String subject = "";
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new InvalidRequest("The body is not a JSON object.");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            if (field.equals("type") && value == JsonToken.VALUE_STRING) {
                type = parser.getText();
            } else if (field.equals("data") && value == JsonToken.START_OBJECT) {
                subject = subject(parser);
            } else {
                parser.skipChildren();
            }
        }
        if (type == null) {
            throw new InvalidRequest("type: expected a string, found none.");
        }
        return new WebhookEvent(type, subject);
    }

    private static String subject(JsonParser parser) throws IOException {
        String recordingId = "";
        String transcriptionId = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            boolean text = parser.nextToken() == JsonToken.VALUE_STRING;
            if (text && field.equals("transcriptionId")) {
                transcriptionId = parser.getText();
            } else if (text && (field.equals("recordingId") || field.equals("conversationId"))) {
                recordingId = parser.getText();
            } else {
                parser.skipChildren();
            }
        }
        return transcriptionId == null ? recordingId : transcriptionId;
    }
}
