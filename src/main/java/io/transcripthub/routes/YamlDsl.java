package io.transcripthub.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Camel's YAML DSL, as the JSON schema in camel-yaml-dsl describes it. */
final class YamlDsl {
    private static final String SCHEMA = "/schema/camelYamlDsl.json";
    private static final String PACKAGES = "/items/definitions/org.apache.camel.";

    private final JsonNode schema;

    YamlDsl() {
        try (InputStream file = YamlDsl.class.getResourceAsStream(SCHEMA)) {
            this.schema = new ObjectMapper().readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What may stand at the top of a route file. */
    Shape file() {
        return shape(schema.path("items"));
    }

    /** @param name class of the definition, below {@code org.apache.camel} */
    Shape definition(String name) {
        return shape(referred("#" + PACKAGES + name), name);
    }

    Shape shape(JsonNode described) {
        String reference = described.path("$ref").asText();
        return reference.isEmpty() ? shape(described, "") : shape(described, reference);
    }

    private Shape shape(JsonNode described, String name) {
        Shape shape = new Shape(name.substring(name.lastIndexOf('.') + 1));
        gather(described, shape, true);
        return shape;
    }

    /** The union of the alternatives; only what stands in none of them is required. */
    private void gather(JsonNode described, Shape shape, boolean sure) {
        if (described.has("$ref")) {
            gather(referred(described.path("$ref").asText()), shape, sure);
        }
        shape.take(described, sure);
        for (String alternatives : new String[] {"oneOf", "anyOf"}) {
            described.path(alternatives).forEach(each -> gather(each, shape, false));
        }
    }

    private JsonNode referred(String reference) {
        return schema.at(reference.substring(1));
    }

    /** What may stand in one place. */
    static final class Shape {
        private final String name;
        private final Map<String, JsonNode> keys = new LinkedHashMap<>();
        private final Set<String> required = new LinkedHashSet<>();
        private final Set<String> types = new LinkedHashSet<>();
        private final Set<String> choices = new LinkedHashSet<>();
        private JsonNode items;
        private boolean closed;
        private boolean single;

        private Shape(String name) {
            this.name = name;
        }

        private void take(JsonNode described, boolean sure) {
            described.path("properties").properties().forEach(each -> {
                if (!each.getValue().isEmpty() || !keys.containsKey(each.getKey())) {
                    keys.put(each.getKey(), each.getValue());
                }
            });
            if (described.has("type")) {
                types.add(described.path("type").asText());
            }
            if (sure) {
                described.path("required").forEach(each -> required.add(each.asText()));
            }
            described.path("enum").forEach(each -> choices.add(each.asText()));
            items = described.has("items") ? described.path("items") : items;
            closed = closed || described.has("additionalProperties") || described.has("properties");
            single = single || described.path("maxProperties").asInt() == 1;
        }

        /** Class of the definition without its package; empty for what has none. */
        String name() {
            return name;
        }

        /** The keys that may stand here, each with its own description. */
        Map<String, JsonNode> keys() {
            return keys;
        }

        Set<String> required() {
            return required;
        }

        /** The texts that may stand here; empty when any may. */
        Set<String> choices() {
            return choices;
        }

        /** Description of a list's entries, null where no list may stand. */
        JsonNode items() {
            return items;
        }

        /** Whether it takes exactly one of the keys. */
        boolean takesOneKey() {
            return single;
        }

        private boolean takes(String type) {
            return types.contains(type);
        }

        boolean takesText() {
            return types.isEmpty() || takes("string") || takes("boolean") || takes("number") || takes("integer");
        }

        boolean takesMap() {
            return types.isEmpty() || takes("object");
        }

        boolean takesList() {
            return types.isEmpty() || takes("array");
        }

        /** Whether any key may stand here. */
        boolean isFree() {
            return !closed && keys.isEmpty();
        }

        /** Whether a text may stand here. */
        boolean fits(String text) {
            if (isFlag()) {
                return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
            }
            if (isNumber()) {
                return text.matches("-?\\d+(\\.\\d+)?");
            }
            return choices.isEmpty() || choices.stream().anyMatch(text::equalsIgnoreCase);
        }

        /** What text may stand here, in words. */
        String wanted() {
            if (choices.isEmpty()) {
                return isFlag() ? "true or false" : "a number";
            }
            return "one of " + String.join(", ", choices);
        }

        private boolean isFlag() {
            return types.equals(Set.of("boolean"));
        }

        private boolean isNumber() {
            return types.equals(Set.of("number")) || types.equals(Set.of("integer"));
        }
    }
}
