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
 * What a linear model has learned: the weights of features in hundredths, from a file of one feature a line: {@code asked cvv -
 * 1.31 0.97}, a weight for each of the outputs that the first line names.
 *
 * @param ofFeatures by their keys
 */
record Weights(List<String> outputs, Map<Long, int[]> ofFeatures) {
    private static final int WORDS_OF_FEATURE = 3;
    private static final float HUNDREDTHS = 100;

    /** @param resource beside this class */
    static Weights read(String resource) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(Weights.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            List<String> outputs = List.of(reader.readLine().split(" ", -1));
            Map<Long, int[]> ofFeatures = new HashMap<>();
            reader.lines()
                    .map(line -> line.split(" ", -1))
                    .forEach(words -> ofFeatures.put(key(words), weights(words)));
            return new Weights(outputs, ofFeatures);
        } catch (IOException fault) {
            throw new UncheckedIOException(resource, fault);
        }
    }

    private static long key(String[] words) {
        return Feature.of(words[0]).key(words[1], words[2]);
    }

    private static int[] weights(String[] words) {
        int[] weights = new int[words.length - WORDS_OF_FEATURE];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.round(HUNDREDTHS * Float.parseFloat(words[WORDS_OF_FEATURE + i]));
        }
        return weights;
    }
}
