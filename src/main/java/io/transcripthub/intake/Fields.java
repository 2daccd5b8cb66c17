package io.transcripthub.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the members of a request one by one; each error names member, expectation and what was found. */
final class Fields {
    private final JsonNode request;
    private final String path;

    Fields(JsonNode request, Set<String> known) {
        this(request, known, "");
    }

    private Fields(JsonNode request, Set<String> known, String path) {
        if (!request.isObject()) {
            String words = "expected a JSON object, found " + kind(request);
            throw path.isEmpty() ? new Rejected(null, words) : new Rejected(name(path), name(path) + ": " + words);
        }
        for (Iterator<String> names = request.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                throw Rejected.named(path + name, "unknown field", ", expected " + String.join(", ", known));
            }
        }
        this.request = request;
        this.path = path;
    }

    private static String name(String path) {
        return path.substring(0, path.length() - 1);
    }

    /** The members of a member. */
    Optional<Fields> object(String name, Set<String> known) {
        return has(name) ? Optional.of(new Fields(request.get(name), known, path + name + ".")) : Optional.empty();
    }

    String required(String name, Pattern pattern, String expected) {
        if (!has(name)) {
            throw expected(name, expected, "nothing");
        }
        return optional(name, pattern, expected, null);
    }

    String optional(String name, Pattern pattern, String expected, String preset) {
        if (!has(name)) {
            return preset;
        }
        JsonNode value = request.get(name);
        if (!value.isTextual()) {
            throw expected(name, expected, kind(value));
        }
        if (!pattern.matcher(value.textValue()).matches()) {
            throw Rejected.expectedNot(path + name, expected, value.textValue());
        }
        return value.textValue();
    }

    /** Text of any content; it is never quoted in an error. */
    String text(String name) {
        if (!has(name)) {
            return null;
        }
        if (!request.get(name).isTextual()) {
            throw expected(name, "text", kind(request.get(name)));
        }
        return request.get(name).textValue();
    }

    boolean flag(String name, boolean preset) {
        if (!has(name)) {
            return preset;
        }
        if (!request.get(name).isBoolean()) {
            throw expected(name, "true or false", kind(request.get(name)));
        }
        return request.get(name).booleanValue();
    }

    /** A list of texts; empty when there is none. */
    List<String> texts(String name, Pattern pattern, String expected, int most) {
        if (!has(name)) {
            return List.of();
        }
        JsonNode list = request.get(name);
        if (!list.isArray() || list.size() > most) {
            throw expected(
                    name, "a list of at most " + most + " " + expected, list.isArray() ? list.size() : kind(list));
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode item : list) {
            String place = name + "[" + texts.size() + "]";
            if (!item.isTextual() || !pattern.matcher(item.textValue()).matches()) {
                throw item.isTextual()
                        ? Rejected.expectedNot(path + place, expected, item.textValue())
                        : expected(place, expected, kind(item));
            }
            texts.add(item.textValue());
        }
        return texts;
    }

    /** Checks a number that may be there. */
    void atMost(String name, long most, String unit) {
        if (!has(name)) {
            return;
        }
        JsonNode value = request.get(name);
        String expected = "0 to " + most + " " + unit;
        if (!value.isNumber()) {
            throw expected(name, expected, kind(value));
        }
        double number = value.doubleValue();
        if (!(number >= 0 && number <= most)) {
            throw Rejected.expectedNumber(path + name, expected, value.asText());
        }
    }

    private Rejected expected(String name, String expected, Object found) {
        return Rejected.expected(path + name, expected, found);
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
