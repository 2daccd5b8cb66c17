package io.transcripthub.topics;

/** What k-means has found. */
final class Clustering {
    private final int[] assignments;
    private final Centres centres;
    private final double inertia;

    /**
     * @param assignments the cluster of each document
     * @param inertia sum of the squared distances to the documents' centres
     */
    Clustering(int[] assignments, Centres centres, double inertia) {
        this.assignments = assignments;
        this.centres = centres;
        this.inertia = inertia;
    }

    int assignment(int document) {
        return assignments[document];
    }

    Centres centres() {
        return centres;
    }

    double inertia() {
        return inertia;
    }

    int[] sizes() {
        return sizes(assignments, centres.clusters());
    }

    static int[] sizes(int[] assignments, int clusters) {
        int[] sizes = new int[clusters];
        for (int cluster : assignments) {
            sizes[cluster]++;
        }
        return sizes;
    }
}
