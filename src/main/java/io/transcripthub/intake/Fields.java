package io.transcripthub.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the members of a request one by one; each error names member, expectation and what was found. */
final class Fields {
    private final JsonNode request;

    Fields(JsonNode request, Set<String> known) {
        if (!request.isObject()) {
            throw new Rejected(null, "expected a JSON object, found " + kind(request));
        }
        for (Iterator<String> names = request.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                throw new Rejected(name, "unknown field '" + name + "', expected " + String.join(", ", known));
            }
        }
        this.request = request;
    }

    String required(String name, Pattern pattern, String expected) {
        if (!has(name)) {
            throw Rejected.expected(name, expected, "nothing");
        }
        return optional(name, pattern, expected, null);
    }

    String optional(String name, Pattern pattern, String expected, String preset) {
        if (!has(name)) {
            return preset;
        }
        JsonNode value = request.get(name);
        if (!value.isTextual()) {
            throw Rejected.expected(name, expected, kind(value));
        }
        if (!pattern.matcher(value.textValue()).matches()) {
            throw Rejected.expected(name, expected, "'" + value.textValue() + "'");
        }
        return value.textValue();
    }

    /** Text of any content; it is never quoted in an error. */
    String text(String name) {
        if (!has(name)) {
            return null;
        }
        if (!request.get(name).isTextual()) {
            throw Rejected.expected(name, "text", kind(request.get(name)));
        }
        return request.get(name).textValue();
    }

    boolean flag(String name, boolean preset) {
        if (!has(name)) {
            return preset;
        }
        if (!request.get(name).isBoolean()) {
            throw Rejected.expected(name, "true or false", kind(request.get(name)));
        }
        return request.get(name).booleanValue();
    }

    private boolean has(String name) {
        return request.hasNonNull(name);
    }

    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "text";
            case NUMBER -> "a number";
            case BOOLEAN -> value.asText();
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case NULL -> "null";
            default -> "nothing";
        };
    }
}
