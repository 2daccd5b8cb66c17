package io.transcripthub.engines;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;

/** What is wrong with one file, each with its place. */
final class Problems {
    private final String file;
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<String> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    /** Notes where a key stands. */
    Problems at(String path, Node node) {
        node.getStartMark().ifPresent(mark -> lines.put(path, mark.getLine() + 1));
        return this;
    }

    void expected(String path, String expected, Object found) {
        add(path, "expected " + expected + ", found " + found);
    }

    /** @param path of a key; one that the file leaves out stands where the key above it does */
    void add(String path, String words) {
        add(line(path), (path.isEmpty() ? "" : path + ": ") + words);
    }

    void add(int line, String words) {
        found.add(file + ":" + line + ": " + words);
    }

    private int line(String path) {
        for (String at = path; !at.isEmpty(); at = above(at)) {
            if (lines.containsKey(at)) {
                return lines.get(at);
            }
        }
        return lines.getOrDefault("", 1);
    }

    private static String above(String path) {
        return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }

    boolean none() {
        return found.isEmpty();
    }

    /** @throws InvalidEngine when there is any */
    void report() {
        if (!found.isEmpty()) {
            throw new InvalidEngine(found);
        }
    }
}
