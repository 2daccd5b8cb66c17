package io.transcripthub.routes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** A mapping of a YAML file by its keys; of a key that stands twice, the last. Empty for what is no mapping. */
final class YamlMap {
    private final List<NodeTuple> tuples;
    private final Map<String, Node> values = new LinkedHashMap<>();

    private YamlMap(List<NodeTuple> tuples) {
        this.tuples = tuples;
        tuples.forEach(tuple -> values.put(text(tuple.getKeyNode()), tuple.getValueNode()));
    }

    static YamlMap of(Node node) {
        return new YamlMap(node instanceof MappingNode mapping ? mapping.getValue() : List.of());
    }

    List<NodeTuple> tuples() {
        return tuples;
    }

    Set<String> keys() {
        return values.keySet();
    }

    Optional<Node> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** The mapping below a key, empty when there is none. */
    YamlMap map(String key) {
        return get(key).map(YamlMap::of).orElseGet(() -> new YamlMap(List.of()));
    }

    /** The text of a key, empty when there is none. */
    String text(String key) {
        return get(key).map(YamlMap::text).orElse("");
    }

    /** The text of a scalar, empty for anything else. */
    static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }
}
