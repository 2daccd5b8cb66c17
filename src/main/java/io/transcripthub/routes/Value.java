package io.transcripthub.routes;

import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A text, number or flag in a route file.
 *
 * @param key the key that it stands under, within the element
 * @param free whether the YAML DSL leaves open what stands there, as in {@code parameters}
 */
record Value(Element element, String key, ScalarNode node, boolean free) {
    String text() {
        return node.getValue();
    }

    Place place() {
        return element.place(node);
    }

    Finding finding(String words) {
        return new Finding(place(), words);
    }
}
