package io.transcripthub.topics;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * First centres by k-means++ (Arthur and Vassilvitskii 2007): a document becomes a centre with a probability that grows with
 * its distance from the centres so far. Of several candidates the one that leaves the smallest sum is taken, as
 * scikit-learn does.
 */
final class Seeds {
    private final List<SparseVector> vectors;
    private final int features;
    private final Random random;
    private double[] nearest;

    private Seeds(List<SparseVector> vectors, int features, Random random) {
        this.vectors = vectors;
        this.features = features;
        this.random = random;
        this.nearest = new double[vectors.size()];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    }

    /** @return indexes of documents */
    static int[] choose(List<SparseVector> vectors, int features, int clusters, Random random) {
        Seeds seeds = new Seeds(vectors, features, random);
        int[] chosen = new int[clusters];
        chosen[0] = random.nextInt(vectors.size());
        seeds.nearest = seeds.nearestWith(chosen[0]);
        int trials = 2 + (int) Math.log(clusters);
        for (int cluster = 1; cluster < clusters; cluster++) {
            chosen[cluster] = seeds.next(trials);
        }
        return chosen;
    }

    private int next(int trials) {
        int best = -1;
        double[] left = nearest;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < trials; i++) {
            int candidate = draw();
            double[] with = nearestWith(candidate);
            double sum = sum(with);
            if (sum < least) {
                best = candidate;
                left = with;
                least = sum;
            }
        }
        nearest = left;
        return best;
    }

    private int draw() {
        double rest = random.nextDouble() * sum(nearest);
        int drawn = 0;
        while (drawn < nearest.length - 1 && rest >= nearest[drawn]) {
            rest -= nearest[drawn++];
        }
        return drawn;
    }

    private double[] nearestWith(int candidate) {
        Centres centre = new Centres(1, features);
        centre.add(0, vectors.get(candidate));
        centre.settle();
        double[] distances = new double[nearest.length];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = Math.min(nearest[i], centre.distance(0, vectors.get(i)));
        }
        return distances;
    }

    private static double sum(double[] distances) {
        double sum = 0;
        for (double distance : distances) {
            sum += distance;
        }
        return sum;
    }
}
