package io.transcripthub.routes;

import java.nio.file.Path;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A part of a route file that the YAML DSL knows: a route, a step, an expression.
 *
 * @param parent null for what stands at the top of the file
 * @param name the key that it stands under, such as {@code to}
 * @param type its definition's class, without the package, such as {@code ToDefinition}
 * @param key where it begins
 * @param node what it says: a mapping, a list, or a text where the DSL has a short form
 */
record Element(Path file, Element parent, String name, String type, Node key, Node node) {
    Element root() {
        return parent == null ? this : parent.root();
    }

    YamlMap map() {
        return YamlMap.of(node);
    }

    boolean is(String... types) {
        for (String each : types) {
            if (type.equals(each)) {
                return true;
            }
        }
        return false;
    }

    /** What a text stands for: the element itself in its short form, else the key. */
    String text(String key) {
        return map().keys().isEmpty() ? YamlMap.text(node) : map().text(key);
    }

    Place place() {
        return place(key);
    }

    Place place(Node at) {
        return Place.of(file, at, words());
    }

    private String words() {
        Element step = this;
        while (step.parent != null && step.isExpression()) {
            step = step.parent;
        }
        return step.parent == null ? step.named() : root().named() + ", " + step.named();
    }

    private boolean isExpression() {
        return type.endsWith("Expression") || type.endsWith("SubElementDefinition");
    }

    private String named() {
        String kind = parent == null && name.equals("from") ? "route" : name;
        String id = id();
        return id.isEmpty() ? kind : kind + " " + id;
    }

    /** The id or name that it was given, empty without. */
    String id() {
        return switch (type) {
            case "Kamelet" -> map().map("metadata").text("name");
            case "BeanFactoryDefinition" -> map().text("name");
            case "TemplatedRouteDefinition" -> map().text("routeId");
            default -> map().text("id");
        };
    }
}
