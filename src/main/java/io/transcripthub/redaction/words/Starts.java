package io.transcripthub.redaction.words;

import java.util.function.IntUnaryOperator;

/** Finds in one step which of the things in a call, in their order, is the first that begins at or behind a token. */
public final class Starts {
    private final int[] indexes;

    /**
     * @param tokens how many the call has
     * @param things how many there are
     * @param start the token that each of them begins with, ascending
     */
    public Starts(int tokens, int things, IntUnaryOperator start) {
        indexes = new int[tokens + 1];
        for (int thing = 0; thing < things; thing++) {
            indexes[start.applyAsInt(thing) + 1]++;
        }
        int before = 0;
        for (int token = 1; token <= tokens; token++) {
            before += indexes[token];
            indexes[token] = before;
        }
    }

    public int from(int token) {
        return indexes[Math.max(0, Math.min(token, indexes.length - 1))];
    }
}
