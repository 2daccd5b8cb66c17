package io.transcripthub.routes;

import com.fasterxml.jackson.databind.JsonNode;
import io.transcripthub.routes.YamlDsl.Shape;
import io.transcripthub.settings.EditDistance;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads a route file or a Kamelet along the YAML DSL, and notes what the DSL does not know. */
final class RouteReader {
    private static final Set<String> WRAPPERS = Set.of("", "ProcessorDefinition", "ExpressionDefinition");
    private static final int DEEPEST = 100;

    private final YamlDsl dsl;
    private final Path file;
    private final List<Element> elements = new ArrayList<>();
    private final List<Value> values = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private int depth;

    private RouteReader(YamlDsl dsl, Path file) {
        this.dsl = dsl;
        this.file = file;
    }

    static RouteFile read(YamlDsl dsl, Path file) throws IOException {
        RouteReader reader = new RouteReader(dsl, file);
        reader.compose().ifPresent(reader::file);
        return new RouteFile(file, reader.elements, reader.values, reader.findings);
    }

    private Optional<Node> compose() throws IOException {
        try {
            LoadSettings settings =
                    LoadSettings.builder().setLabel(file.toString()).build();
            return new Compose(settings).composeString(Files.readString(file));
        } catch (MarkedYamlEngineException broken) {
            Place place = broken.getProblemMark()
                    .map(mark -> Place.of(file, mark, ""))
                    .orElse(new Place(file, 1, 1, ""));
            findings.add(new Finding(place, "broken YAML: " + broken.getProblem() + context(broken)));
        } catch (CharacterCodingException notUtf8) {
            findings.add(new Finding(new Place(file, 1, 1, ""), "expected UTF-8, found other bytes"));
        } catch (YamlEngineException broken) {
            findings.add(new Finding(new Place(file, 1, 1, ""), "broken YAML: " + broken.getMessage()));
        }
        return Optional.empty();
    }

    /** The problem often shows far behind what it began with. */
    private static String context(MarkedYamlEngineException broken) {
        return broken.getContextMark()
                .filter(mark -> broken.getContext() != null)
                .map(mark -> ", " + broken.getContext() + " from line " + (mark.getLine() + 1))
                .orElse("");
    }

    private void file(Node top) {
        if (file.toString().endsWith(".kamelet.yaml")) {
            kamelet(top);
        } else if (top instanceof SequenceNode list) {
            list.getValue().forEach(each -> node(dsl.file(), "", each, each, null));
        } else {
            findings.add(
                    new Finding(Place.of(file, top, ""), "expected a list, such as '- route:', found " + kind(top)));
        }
    }

    private void kamelet(Node top) {
        Element kamelet = new Element(file, null, "kamelet", "Kamelet", top, top);
        elements.add(kamelet);
        YamlMap template = YamlMap.of(top).map("spec").map("template");
        if (template.get("from").isEmpty() && template.get("route").isEmpty()) {
            findings.add(
                    new Finding(kamelet.place(), "expected spec.template.from or spec.template.route, found neither"));
        }
        template.tuples().forEach(entry -> entry(dsl.file(), entry, kamelet));
    }

    private void node(Shape shape, String name, Node key, Node node, Element parent) {
        Element element = parent;
        if (!WRAPPERS.contains(shape.name())) {
            element = new Element(file, parent, name, shape.name(), key, node);
            elements.add(element);
        }
        if (++depth > DEEPEST) {
            find(element, key, "expected less than " + DEEPEST + " levels, found more; does an alias contain itself?");
        } else if (node instanceof ScalarNode text) {
            text(shape, name, key, text, element);
        } else if (node instanceof SequenceNode list) {
            list(shape, name, key, list, element);
        } else if (node instanceof MappingNode map) {
            map(shape, name, key, map, element);
        }
        depth--;
    }

    private void text(Shape shape, String name, Node key, ScalarNode node, Element element) {
        String text = node.getValue();
        if (node.getTag().equals(Tag.NULL) && shape.takesMap()) {
            required(shape, key, Set.of(), element);
        } else if (!shape.takesText()) {
            find(element, node, named(name) + "expected " + expected(shape) + ", found " + kind(node));
        } else {
            note(element, name, node, false);
            if (!text.contains("{{") && !shape.fits(text)) {
                find(
                        element,
                        node,
                        named(name) + "expected " + shape.wanted() + ", found '" + text + "'"
                                + EditDistance.suggestion(text, shape.choices().stream()));
            }
        }
    }

    private void list(Shape shape, String name, Node key, SequenceNode list, Element element) {
        if (!shape.takesList()) {
            find(element, key, named(name) + "expected " + expected(shape) + ", found a list");
        } else if (shape.items() == null) {
            list.getValue().forEach(each -> free(name, each, element));
        } else {
            Shape item = dsl.shape(shape.items());
            list.getValue().forEach(each -> node(item, name, each, each, element));
        }
    }

    private void map(Shape shape, String name, Node key, MappingNode map, Element element) {
        if (shape.takesMap() && shape.isFree()) {
            free(name, map, element);
        } else if (!shape.takesMap()) {
            find(element, key, named(name) + "expected " + expected(shape) + ", found keys");
        } else {
            Set<String> found = new HashSet<>();
            for (NodeTuple entry : map.getValue()) {
                if (!found.add(YamlMap.text(entry.getKeyNode()))) {
                    find(
                            element,
                            entry.getKeyNode(),
                            "the key '" + YamlMap.text(entry.getKeyNode()) + "' stands twice");
                }
                entry(shape, entry, element);
            }
            if (shape.takesOneKey() && found.size() > 1) {
                find(
                        element,
                        map,
                        "expected one key after '-', found "
                                + String.join(" and ", YamlMap.of(map).keys()));
            }
            required(shape, key, found, element);
        }
    }

    private void entry(Shape shape, NodeTuple entry, Element element) {
        String name = YamlMap.text(entry.getKeyNode());
        JsonNode described = shape.keys().get(name);
        if (described == null) {
            String kind = shape.name().equals("ProcessorDefinition") ? "step" : "key";
            find(element, entry.getKeyNode(), "unknown " + kind + " '" + name + "'" + suggestion(shape, name));
        } else {
            node(dsl.shape(described), name, entry.getKeyNode(), entry.getValueNode(), element);
        }
    }

    private static String suggestion(Shape shape, String name) {
        return EditDistance.suggestion(name, shape.keys().keySet().stream());
    }

    /** A key that is missing because it is misspelt was reported as that. */
    private void required(Shape shape, Node key, Set<String> found, Element element) {
        shape.required().stream()
                .filter(required -> !found.contains(required))
                .filter(required -> found.stream()
                        .filter(each -> !shape.keys().containsKey(each))
                        .noneMatch(each -> suggestion(shape, each).contains("'" + required + "'")))
                .forEach(required -> find(element, key, "expected the key '" + required + "', found none"));
    }

    /** What the DSL leaves open: nothing to check here, but others may want to. */
    private void free(String name, Node node, Element element) {
        if (node instanceof ScalarNode text) {
            note(element, name, text, true);
        } else if (node instanceof SequenceNode list) {
            list.getValue().forEach(each -> free(name, each, element));
        } else if (node instanceof MappingNode map && depth < DEEPEST) {
            depth++;
            map.getValue().forEach(entry -> free(YamlMap.text(entry.getKeyNode()), entry.getValueNode(), element));
            depth--;
        }
    }

    private void note(Element element, String key, ScalarNode node, boolean free) {
        if (element != null) {
            values.add(new Value(element, key, node, free));
        }
    }

    private void find(Element element, Node at, String words) {
        findings.add(new Finding(element == null ? Place.of(file, at, "") : element.place(at), words));
    }

    private static String named(String key) {
        return key.isEmpty() ? "" : key + ": ";
    }

    private static String expected(Shape shape) {
        if (shape.takesMap()) {
            return "keys"
                    + (shape.keys().isEmpty() || shape.keys().size() > 8
                            ? ""
                            : " of " + String.join(", ", shape.keys().keySet()));
        }
        return shape.takesList() ? "a list" : "a text";
    }

    private static String kind(Node node) {
        return node instanceof MappingNode
                ? "keys"
                : node instanceof SequenceNode ? "a list" : "'" + YamlMap.text(node) + "'";
    }
}
