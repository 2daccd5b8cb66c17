package io.transcripthub.topics;

import java.util.Arrays;

/** Centres of clusters. Distances are squared Euclidean ones, to vectors of length 1. */
final class Centres {
    /** Weight of a feature in each cluster side by side, since a document is compared with all of them. */
    private final double[] weights;

    private final double[] squares;
    private final int clusters;

    Centres(int clusters, int features) {
        this.clusters = clusters;
        weights = new double[clusters * features];
        squares = new double[clusters];
    }

    int clusters() {
        return clusters;
    }

    double weight(int cluster, int feature) {
        return weights[feature * clusters + cluster];
    }

    void add(int cluster, SparseVector vector) {
        for (int i = 0; i < vector.size(); i++) {
            weights[vector.feature(i) * clusters + cluster] += vector.weight(i);
        }
    }

    void divide(int cluster, double by) {
        for (int i = cluster; i < weights.length; i += clusters) {
            weights[i] /= by;
        }
    }

    /** To be called when weights have changed, before distances are asked for. */
    void settle() {
        Arrays.fill(squares, 0);
        for (int i = 0; i < weights.length; i++) {
            squares[i % clusters] += weights[i] * weights[i];
        }
    }

    /** @param distances receives the distance to each centre */
    void distances(SparseVector vector, double[] distances) {
        Arrays.fill(distances, 0);
        for (int i = 0; i < vector.size(); i++) {
            int at = vector.feature(i) * clusters;
            float weight = vector.weight(i);
            for (int cluster = 0; cluster < clusters; cluster++) {
                distances[cluster] += weight * weights[at + cluster];
            }
        }
        for (int cluster = 0; cluster < clusters; cluster++) {
            distances[cluster] = Math.max(0, 1 - 2 * distances[cluster] + squares[cluster]);
        }
    }

    /** How far all centres are from those of before, as a sum of distances. */
    double shift(Centres before) {
        double shift = 0;
        for (int i = 0; i < weights.length; i++) {
            shift += (weights[i] - before.weights[i]) * (weights[i] - before.weights[i]);
        }
        return shift;
    }
}
