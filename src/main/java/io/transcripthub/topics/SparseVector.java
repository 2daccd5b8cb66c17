package io.transcripthub.topics;

import java.util.Arrays;

/** A document as a vector of length 1: the features that it has, ascending, and their weights. */
final class SparseVector {
    private final char[] features;
    private final float[] weights;

    private SparseVector(char[] features, float[] weights) {
        this.features = features;
        this.weights = weights;
    }

    /** Term counts times idf, divided by their Euclidean length; without features when the document has none. */
    static SparseVector of(WordCounts document, Vocabulary vocabulary) {
        double[] dense = new double[vocabulary.size()];
        document.forEach((word, count) -> {
            int feature = vocabulary.feature(word);
            if (feature >= 0) {
                dense[feature] = count * vocabulary.idf(feature);
            }
        });
        return of(dense);
    }

    private static SparseVector of(double[] dense) {
        char[] features = new char[dense.length];
        int size = 0;
        double square = 0;
        for (int feature = 0; feature < dense.length; feature++) {
            if (dense[feature] != 0) {
                features[size++] = (char) feature;
                square += dense[feature] * dense[feature];
            }
        }
        double length = Math.sqrt(square);
        float[] weights = new float[size];
        for (int i = 0; i < size; i++) {
            weights[i] = (float) (dense[features[i]] / length);
        }
        return new SparseVector(Arrays.copyOf(features, size), weights);
    }

    int size() {
        return features.length;
    }

    void addTo(double[] dense) {
        for (int i = 0; i < features.length; i++) {
            dense[features[i]] += weights[i];
        }
    }

    double dot(double[] dense) {
        double sum = 0;
        for (int i = 0; i < features.length; i++) {
            sum += weights[i] * dense[features[i]];
        }
        return sum;
    }
}
