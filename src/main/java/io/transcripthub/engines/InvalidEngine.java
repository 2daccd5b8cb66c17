package io.transcripthub.engines;

import java.util.List;

/** An engine's file that cannot be used. */
public final class InvalidEngine extends RuntimeException {
    private final List<String> problems;

    /** @param problems each with file, line, key, what was expected and what was found */
    public InvalidEngine(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
