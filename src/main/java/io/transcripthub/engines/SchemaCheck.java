package io.transcripthub.engines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.transcripthub.settings.EditDistance;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Holds YAML against the JSON schema that editors use, too: as much of draft 7 as that schema needs. Notes where each key
 * stands, for checks that come later.
 */
final class SchemaCheck {
    static final JsonNode ENGINE = schema();

    private final Problems problems;
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    SchemaCheck(Problems problems) {
        this.problems = problems;
    }

    private static JsonNode schema() {
        try (InputStream schema = SchemaCheck.class.getResourceAsStream("/engines/engine.schema.json")) {
            return new ObjectMapper().readTree(schema);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** @param path of the node, empty for the whole file */
    void check(JsonNode schema, String path, Node node) {
        problems.at(path, node);
        if (!(node instanceof ScalarNode) && !seen.add(node)) {
            problems.add(path, "expected no alias of a list or of keys, found one");
            return;
        }
        String type = schema.path("type").asText();
        if (node instanceof MappingNode map && type.equals("object")) {
            map(schema, path, map);
        } else if (node instanceof SequenceNode list && type.equals("array")) {
            list(schema, path, list);
        } else if (!(node instanceof ScalarNode scalar) || !isOf(type, scalar)) {
            problems.expected(path, words(schema), found(node));
        } else {
            value(schema, path, scalar);
        }
    }

    private static boolean isOf(String type, ScalarNode scalar) {
        Tag tag = scalar.getTag();
        return switch (type) {
            case "string" -> tag.equals(Tag.STR);
            case "boolean" -> tag.equals(Tag.BOOL);
            case "integer" -> tag.equals(Tag.INT);
            case "number" -> (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) && number(scalar) != null;
            default -> false;
        };
    }

    private static BigDecimal number(ScalarNode scalar) {
        try {
            return new BigDecimal(scalar.getValue());
        } catch (NumberFormatException infinite) {
            return null;
        }
    }

    private void value(JsonNode schema, String path, ScalarNode scalar) {
        String text = scalar.getValue();
        if (schema.has("enum") && texts(schema.get("enum")).noneMatch(text::equals)) {
            problems.expected(
                    path, words(schema), "'" + text + "'" + EditDistance.suggestion(text, texts(schema.get("enum"))));
        } else if (schema.has("pattern") && !text.matches(schema.get("pattern").asText())) {
            problems.expected(path, words(schema), "other text");
        } else if (text.length() < schema.path("minLength").asInt(0)) {
            problems.expected(path, "some text", "none");
        } else if (text.length() > schema.path("maxLength").asInt(Integer.MAX_VALUE)) {
            problems.expected(path, "at most " + schema.get("maxLength") + " characters", text.length());
        } else if (!isWithin(schema, scalar)) {
            problems.expected(path, words(schema), text);
        }
    }

    private static boolean isWithin(JsonNode schema, ScalarNode scalar) {
        boolean bounded = schema.has("minimum") || schema.has("maximum");
        BigDecimal number = bounded ? number(scalar) : null;
        return number == null
                || !(schema.has("minimum")
                                && number.compareTo(schema.get("minimum").decimalValue()) < 0)
                        && !(schema.has("maximum")
                                && number.compareTo(schema.get("maximum").decimalValue()) > 0);
    }

    private void list(JsonNode schema, String path, SequenceNode list) {
        if (list.getValue().size() < schema.path("minItems").asInt(0)) {
            problems.expected(path, "at least one", "none");
        }
        int index = 0;
        for (Node item : list.getValue()) {
            check(schema.get("items"), path + "[" + index++ + "]", item);
        }
    }

    private void map(JsonNode schema, String path, MappingNode map) {
        Set<String> found = new HashSet<>();
        for (NodeTuple entry : map.getValue()) {
            String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            String below = path.isEmpty() ? key : path + "." + key;
            JsonNode known = schema.path("properties").path(key);
            JsonNode other = schema.path("additionalProperties");
            if (!found.add(key)) {
                problems.at(below, entry.getKeyNode());
                problems.add(below, "the key stands twice");
            } else if (known.isObject() || other.isObject()) {
                check(known.isObject() ? known : other, below, entry.getValueNode());
            } else if (!other.isMissingNode()) {
                problems.at(below, entry.getKeyNode());
                unknown(schema, below, key);
            }
        }
        texts(schema.path("required")).filter(key -> !found.contains(key)).forEach(key -> problems.at(
                        (path.isEmpty() ? "" : path + ".") + key, map)
                .expected((path.isEmpty() ? "" : path + ".") + key, "a value", "none"));
    }

    private void unknown(JsonNode schema, String path, String key) {
        Set<String> known = new java.util.TreeSet<>();
        schema.path("properties").fieldNames().forEachRemaining(known::add);
        problems.add(
                path,
                "unknown key, expected one of " + String.join(", ", known) + "; found '" + key + "'"
                        + EditDistance.suggestion(key, known.stream()));
    }

    private static String words(JsonNode schema) {
        if (schema.has("enum")) {
            return String.join(", ", texts(schema.get("enum")).toList());
        }
        String range = schema.has("minimum") && schema.has("maximum")
                ? " from " + schema.get("minimum") + " to " + schema.get("maximum")
                : schema.has("minimum") ? ", at least " + schema.get("minimum") : "";
        return switch (schema.path("type").asText()) {
            case "string" -> schema.has("pattern") ? "an http or https URL" : "text";
            case "boolean" -> "true or false";
            case "integer" -> "a whole number" + range;
            case "number" -> "a number" + range;
            case "array" -> "a list";
            default -> "keys";
        };
    }

    private static String found(Node node) {
        if (node instanceof ScalarNode scalar) {
            boolean text = scalar.getTag().equals(Tag.STR);
            String quoted = text ? "'" + scalar.getValue() + "'" : scalar.getValue();
            return scalar.getTag().equals(Tag.NULL)
                    ? "nothing"
                    : text ? quoted : quoted + ", which is text only in quotes";
        }
        return node instanceof SequenceNode ? "a list" : "keys";
    }

    private static Stream<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText);
    }
}
