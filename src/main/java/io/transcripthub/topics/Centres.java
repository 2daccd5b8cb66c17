package io.transcripthub.topics;

/** Centres of clusters. Distances are squared Euclidean ones, to vectors of length 1. */
final class Centres {
    private final double[][] weights;
    private final double[] squares;

    Centres(int clusters, int features) {
        weights = new double[clusters][features];
        squares = new double[clusters];
    }

    int clusters() {
        return weights.length;
    }

    double weight(int cluster, int feature) {
        return weights[cluster][feature];
    }

    void add(int cluster, SparseVector vector) {
        vector.addTo(weights[cluster]);
    }

    void divide(int cluster, double by) {
        for (int feature = 0; feature < weights[cluster].length; feature++) {
            weights[cluster][feature] /= by;
        }
    }

    /** To be called when weights have changed, before distances are asked for. */
    void settle() {
        for (int cluster = 0; cluster < weights.length; cluster++) {
            double square = 0;
            for (double weight : weights[cluster]) {
                square += weight * weight;
            }
            squares[cluster] = square;
        }
    }

    double distance(int cluster, SparseVector vector) {
        return Math.max(0, 1 - 2 * vector.dot(weights[cluster]) + squares[cluster]);
    }

    /** How far all centres are from those of before, as a sum of distances. */
    double shift(Centres before) {
        double shift = 0;
        for (int cluster = 0; cluster < weights.length; cluster++) {
            for (int feature = 0; feature < weights[cluster].length; feature++) {
                double moved = weights[cluster][feature] - before.weights[cluster][feature];
                shift += moved * moved;
            }
        }
        return shift;
    }
}
