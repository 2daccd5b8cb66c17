package io.transcripthub.topics;

import java.util.Arrays;

/** A document as a vector of length 1: the features that it has, ascending, and their weights. */
final class SparseVector {
    private final char[] features;
    private final float[] weights;

    private SparseVector(int size) {
        features = new char[size];
        weights = new float[size];
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
        int size = (int) Arrays.stream(dense).filter(weight -> weight != 0).count();
        double length =
                Math.sqrt(Arrays.stream(dense).map(weight -> weight * weight).sum());
        SparseVector vector = new SparseVector(size);
        for (int feature = 0, i = 0; feature < dense.length; feature++) {
            if (dense[feature] != 0) {
                vector.features[i] = (char) feature;
                vector.weights[i++] = (float) (dense[feature] / length);
            }
        }
        return vector;
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
