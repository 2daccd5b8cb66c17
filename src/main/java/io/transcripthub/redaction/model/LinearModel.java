package io.transcripthub.redaction.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Weights of features in hundredths, read from a file of one feature a line: {@code asked cvv - 1.31 0.97}, a weight for
 * each of the outputs that the first line names.
 *
 * @param weights by the features' keys
 */
record LinearModel(List<String> outputs, Map<Long, int[]> weights) {
    private static final int WORDS_OF_FEATURE = 3;
    private static final float HUNDREDTHS = 100;

    /** @param resource beside this class */
    static LinearModel read(String resource) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(LinearModel.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            List<String> outputs = List.of(reader.readLine().split(" ", -1));
            Map<Long, int[]> weights = new HashMap<>();
            reader.lines().map(line -> line.split(" ", -1)).forEach(parts -> weights.put(key(parts), weights(parts)));
            return new LinearModel(outputs, weights);
        } catch (IOException fault) {
            throw new UncheckedIOException(resource, fault);
        }
    }

    private static long key(String[] parts) {
        return Feature.of(parts[0]).key(parts[1], parts[2]);
    }

    private static int[] weights(String[] parts) {
        int[] weights = new int[parts.length - WORDS_OF_FEATURE];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.round(HUNDREDTHS * Float.parseFloat(parts[WORDS_OF_FEATURE + i]));
        }
        return weights;
    }
}
