package io.transcripthub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A request's JSON object; what does not fit is said in words. */
record RequestJson(JsonNode object) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{5,128}");

    static RequestJson read(byte[] body) throws InvalidRequest {
        try {
            JsonNode node = JSON.readTree(body);
            if (node.isObject()) {
                return new RequestJson(node);
            }
        } catch (IOException e) {
            throw new InvalidRequest("The body is not JSON.");
        }
        throw new InvalidRequest("The body is not a JSON object.");
    }

    void expectOnly(Set<String> fields) throws InvalidRequest {
        for (var member : object.properties()) {
            if (!fields.contains(member.getKey())) {
                throw new InvalidRequest("%s: there is no such field.".formatted(member.getKey()));
            }
        }
    }

    String id(String field) throws InvalidRequest {
        String id = text(field, "");
        if (!ID.matcher(id).matches()) {
            throw new InvalidRequest(field + ": expected 5 to 128 letters, digits, _ or -.");
        }
        return id;
    }

    String text(String field, String missing) throws InvalidRequest {
        JsonNode value = object.path(field);
        return value.isMissingNode()
                ? missing
                : expect(JsonNodeType.STRING, field, value).textValue();
    }

    boolean flag(String field) throws InvalidRequest {
        JsonNode value = object.path(field);
        return !value.isMissingNode()
                && expect(JsonNodeType.BOOLEAN, field, value).booleanValue();
    }

    /** Empty where it is missing. */
    List<String> texts(String field) throws InvalidRequest {
        JsonNode value = object.path(field);
        if (value.isMissingNode()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode element : expect(JsonNodeType.ARRAY, field, value)) {
            texts.add(expect(JsonNodeType.STRING, field + "[" + texts.size() + "]", element)
                    .textValue());
        }
        return texts;
    }

    private static JsonNode expect(JsonNodeType type, String field, JsonNode value) throws InvalidRequest {
        if (value.getNodeType() != type) {
            throw new InvalidRequest("%s: expected %s, found %s.".formatted(field, type, value.getNodeType()));
        }
        return value;
    }
}
