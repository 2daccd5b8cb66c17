package io.transcripthub.topics;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Clusters by Lloyd's algorithm from k-means++ seeds, the best of ten starts, with a fixed seed: the same documents in the
 * same order always give the same clusters. Ends as scikit-learn's KMeans does: when no document changes its cluster, when
 * the centres move by less than 0.0001 of the features' mean variance, or after 300 rounds.
 */
final class KMeans {
    private static final int STARTS = 10;
    private static final int ROUNDS = 300;
    private static final double TOLERANCE = 1e-4;
    private static final long SEED = 42;

    private final List<SparseVector> vectors;
    private final int features;
    private final int clusters;
    private final double tolerance;

    private KMeans(List<SparseVector> vectors, int features, int clusters) {
        this.vectors = vectors;
        this.features = features;
        this.clusters = clusters;
        this.tolerance = TOLERANCE * variance();
    }

    /** @param vectors at least as many as clusters, none of them without features */
    static Clustering cluster(List<SparseVector> vectors, int features, int clusters) {
        KMeans means = new KMeans(vectors, features, clusters);
        return new Random(SEED)
                .longs(STARTS).boxed().toList().parallelStream()
                        .map(seed -> means.run(Seeds.choose(vectors, features, clusters, new Random(seed))))
                        .reduce((first, second) -> second.inertia() < first.inertia() ? second : first)
                        .orElseThrow();
    }

    private Clustering run(int[] seeds) {
        Centres centres = new Centres(clusters, features);
        for (int cluster = 0; cluster < clusters; cluster++) {
            centres.add(cluster, vectors.get(seeds[cluster]));
        }
        centres.settle();
        double[] distances = new double[vectors.size()];
        int[] assignments = assign(centres, distances);
        for (int round = 1; round < ROUNDS; round++) {
            Centres moved = centres(assignments, distances);
            double shift = moved.shift(centres);
            centres = moved;
            int[] before = assignments;
            assignments = assign(centres, distances);
            if (Arrays.equals(before, assignments) || shift <= tolerance) {
                break;
            }
        }
        return new Clustering(assignments, centres, Arrays.stream(distances).sum());
    }

    private int[] assign(Centres centres, double[] distances) {
        int[] assignments = new int[vectors.size()];
        for (int i = 0; i < assignments.length; i++) {
            SparseVector vector = vectors.get(i);
            distances[i] = Double.POSITIVE_INFINITY;
            for (int cluster = 0; cluster < clusters; cluster++) {
                double distance = centres.distance(cluster, vector);
                if (distance < distances[i]) {
                    assignments[i] = cluster;
                    distances[i] = distance;
                }
            }
        }
        return assignments;
    }

    private Centres centres(int[] assignments, double[] distances) {
        int[] sizes = filled(assignments, distances);
        Centres centres = new Centres(clusters, features);
        for (int i = 0; i < assignments.length; i++) {
            centres.add(assignments[i], vectors.get(i));
        }
        for (int cluster = 0; cluster < clusters; cluster++) {
            centres.divide(cluster, Math.max(1, sizes[cluster]));
        }
        centres.settle();
        return centres;
    }

    /** Gives each empty cluster the document that is furthest from its centre, and returns the sizes. */
    private int[] filled(int[] assignments, double[] distances) {
        int[] sizes = Clustering.sizes(assignments, clusters);
        for (int cluster = 0; cluster < clusters; cluster++) {
            if (sizes[cluster] == 0) {
                int furthest = furthest(distances);
                sizes[assignments[furthest]]--;
                sizes[cluster]++;
                assignments[furthest] = cluster;
                distances[furthest] = 0;
            }
        }
        return sizes;
    }

    private static int furthest(double[] distances) {
        int furthest = 0;
        for (int i = 1; i < distances.length; i++) {
            furthest = distances[i] > distances[furthest] ? i : furthest;
        }
        return furthest;
    }

    /** Mean over the features of their variances. */
    private double variance() {
        Centres mean = new Centres(1, features);
        vectors.forEach(vector -> mean.add(0, vector));
        mean.divide(0, vectors.size());
        mean.settle();
        double sum = 0;
        for (SparseVector vector : vectors) {
            sum += mean.distance(0, vector);
        }
        return sum / vectors.size() / features;
    }
}
