package io.transcripthub.chats;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the members of one JSON object; each error names member, expectation and what kind of thing was found. */
final class Members {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,40}");

    private final JsonNode object;
    private final String path;

    /** @param path of the object within the chat, empty for the chat itself */
    Members(JsonNode object, String path, Set<String> known) {
        if (object == null || !object.isObject()) {
            throw new InvalidChat(path.isEmpty() ? null : path, "expected a JSON object, found " + kind(object));
        }
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                throw unknown(path, name, known);
            }
        }
        this.object = object;
        this.path = path;
    }

    private static InvalidChat unknown(String path, String name, Set<String> known) {
        String expected = ", expected " + String.join(", ", known);
        return NAME.matcher(name).matches()
                ? new InvalidChat(path.isEmpty() ? name : path + "." + name, "unknown field" + expected)
                : new InvalidChat(
                        path.isEmpty() ? null : path, "unknown field of " + name.length() + " characters" + expected);
    }

    String place(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    Members object(String name, Set<String> known) {
        return new Members(object.get(name), place(name), known);
    }

    JsonNode list(String name) {
        JsonNode list = object.get(name);
        if (list == null || !list.isArray()) {
            throw expected(name, "a list", kind(list));
        }
        return list;
    }

    /** Text of any content, but for halves of characters. */
    String text(String name) {
        JsonNode value = object.get(name);
        if (value == null || !value.isTextual()) {
            throw expected(name, "text", kind(value));
        }
        if (hasLoneSurrogate(value.textValue())) {
            throw expected(name, "text that can be written as UTF-8", "half of a surrogate pair");
        }
        return value.textValue();
    }

    String text(String name, Pattern pattern, String expected) {
        String text = text(name);
        if (!pattern.matcher(text).matches()) {
            throw expected(name, expected, text.isEmpty() ? "none" : text.length() + " others");
        }
        return text;
    }

    /** As {@link #text(String, Pattern, String)}, with a value for what is missing. */
    String optional(String name, Pattern pattern, String expected, String preset) {
        return has(name) ? text(name, pattern, expected) : preset;
    }

    int number(String name, int least, int most) {
        JsonNode value = object.get(name);
        boolean fits = value != null
                && value.isIntegralNumber()
                && value.canConvertToInt()
                && value.intValue() >= least
                && value.intValue() <= most;
        if (!fits) {
            throw expected(name, "a whole number from " + least + " to " + most, kind(value));
        }
        return value.intValue();
    }

    boolean has(String name) {
        return object.hasNonNull(name);
    }

    InvalidChat expected(String name, String expected, String found) {
        return new InvalidChat(place(name), "expected " + expected + ", found " + found);
    }

    private static boolean hasLoneSurrogate(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static String kind(JsonNode value) {
        if (value == null) {
            return "nothing";
        }
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
