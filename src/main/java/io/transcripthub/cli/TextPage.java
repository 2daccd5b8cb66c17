package io.transcripthub.cli;

import java.util.ArrayList;
import java.util.List;

/** A page of text in blocks, each named in the margin. */
final class TextPage {
    static final int WIDTH = 88;
    private static final int MARGIN = 14;

    private final List<String> lines = new ArrayList<>();

    List<String> lines() {
        return List.copyOf(lines);
    }

    void add(String line) {
        lines.add(line);
    }

    void block(String name, List<String> body) {
        lines.add("");
        for (int i = 0; i < body.size(); i++) {
            lines.add(("%-" + MARGIN + "s%s")
                    .formatted(i == 0 ? name : "", body.get(i))
                    .stripTrailing());
        }
    }

    /** @param indent of all lines but the first; a block's lines have as much room */
    static List<String> wrapped(String text, String indent) {
        List<String> wrapped = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split("(?<=\\S) ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH - MARGIN) {
                wrapped.add(line.toString());
                line.setLength(0);
                line.append(indent).append(word);
            } else {
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
        }
        wrapped.add(line.toString());
        return wrapped;
    }
}
