package io.transcripthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.io.IOException;
import java.util.regex.Pattern;

/** A recording handed in for transcription. */
record Submission(
        String recordingId,
        String languageCode,
        boolean speakerDiarization,
        boolean punctuationRestoration,
        boolean profanityMasking) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern RECORDING_ID = Pattern.compile("[A-Za-z0-9_-]{5,128}");

    static Submission read(byte[] body) throws InvalidRequest {
        JsonNode node = object(body);
        Submission submission = new Submission(
                text(node, "recordingId", ""),
                text(node, "languageCode", Calls.DEFAULT_LANGUAGE),
                flag(node, "speakerDiarization"),
                flag(node, "punctuationRestoration"),
                flag(node, "profanityMasking"));
        if (!RECORDING_ID.matcher(submission.recordingId).matches()) {
            throw new InvalidRequest("recordingId: expected 5 to 128 letters, digits, _ or -.");
        }
        return submission;
    }

    private static JsonNode object(byte[] body) throws InvalidRequest {
        try {
            JsonNode node = JSON.readTree(body);
            if (node.isObject()) {
                return node;
            }
        } catch (IOException e) {
            throw new InvalidRequest("The body is not JSON.");
        }
        throw new InvalidRequest("The body is not a JSON object.");
    }

    private static String text(JsonNode node, String field, String missing) throws InvalidRequest {
        JsonNode value = node.path(field);
        if (value.isMissingNode()) {
            return missing;
        }
        return expect(JsonNodeType.STRING, field, value).textValue();
    }

    private static boolean flag(JsonNode node, String field) throws InvalidRequest {
        JsonNode value = node.path(field);
        return !value.isMissingNode()
                && expect(JsonNodeType.BOOLEAN, field, value).booleanValue();
    }

    private static JsonNode expect(JsonNodeType type, String field, JsonNode value) throws InvalidRequest {
        if (value.getNodeType() != type) {
            throw new InvalidRequest("%s: expected %s, found %s.".formatted(field, type, value.getNodeType()));
        }
        return value;
    }
}
