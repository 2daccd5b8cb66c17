package io.transcripthub.routes;

import java.nio.file.Path;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Where something stands in a route file.
 *
 * @param line from 1; 0 for the file as a whole
 * @param column from 1
 * @param node route and step, such as {@code route search, setBody}; empty outside of any
 */
public record Place(Path file, int line, int column, String node) {
    static Place of(Path file, Node at, String node) {
        return at.getStartMark().map(mark -> of(file, mark, node)).orElseGet(() -> new Place(file, 1, 1, node));
    }

    static Place of(Path file, Mark mark, String node) {
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1, node);
    }

    @Override
    public String toString() {
        return file + (line == 0 ? "" : ":" + line + ":" + column) + (node.isEmpty() ? "" : ": " + node);
    }
}
