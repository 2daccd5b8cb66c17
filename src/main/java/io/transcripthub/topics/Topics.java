package io.transcripthub.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the documents of a corpus are about. Topics come in the order of their sizes, the largest first, and of their labels
 * where these are the same.
 *
 * @param topics as many as were asked for, or fewer if there are not as many different documents; empty when skipped
 * @param assignments the topic's id for each document in the order in which they were added; {@link #NONE} for one that
 *     has no word of the vocabulary, and for all when skipped
 * @param skipped why no topics were looked for, in words; null if they were
 */
public record Topics(List<Topic> topics, List<Integer> assignments, String skipped) {
    /** Of documents without a topic. */
    public static final int NONE = -1;

    private static final int TERMS = 8;

    /** @param clusters how many topics to look for, at least 1 */
    public static Topics of(Corpus corpus, int clusters) {
        if (corpus.size() < clusters) {
            return skipped(corpus, "expected at least " + clusters + " texts, found " + corpus.size());
        }
        Vocabulary vocabulary = Vocabulary.of(corpus);
        if (vocabulary.size() == 0) {
            return skipped(
                    corpus,
                    "expected words that at least 2 texts and at most 95 % of them have, found none in "
                            + corpus.size());
        }
        return of(corpus, vocabulary, clusters);
    }

    private static Topics of(Corpus corpus, Vocabulary vocabulary, int clusters) {
        int[] documents = new int[corpus.size()];
        List<SparseVector> vectors = new ArrayList<>();
        for (int i = 0; i < corpus.size(); i++) {
            SparseVector vector = SparseVector.of(corpus.document(i), vocabulary);
            documents[i] = vector.size() == 0 ? NONE : vectors.size();
            if (vector.size() > 0) {
                vectors.add(vector);
            }
        }
        if (vectors.size() < clusters) {
            return skipped(
                    corpus,
                    "expected at least " + clusters + " texts that have words in common with others, found "
                            + vectors.size());
        }
        Clustering found = KMeans.cluster(vectors, vocabulary.size(), clusters);
        return inOrder(found, vocabulary, documents);
    }

    private static Topics inOrder(Clustering found, Vocabulary vocabulary, int[] documents) {
        int[] sizes = found.sizes();
        List<Cluster> order = IntStream.range(0, sizes.length)
                .filter(cluster -> sizes[cluster] > 0)
                .mapToObj(cluster -> new Cluster(cluster, sizes[cluster], terms(found.centres(), cluster, vocabulary)))
                .sorted(Cluster.LARGEST_FIRST)
                .toList();
        int[] ids = new int[sizes.length];
        IntStream.range(0, order.size()).forEach(id -> ids[order.get(id).number()] = id);
        List<Integer> assignments = Arrays.stream(documents)
                .mapToObj(vector -> vector == NONE ? NONE : ids[found.assignment(vector)])
                .toList();
        return new Topics(order.stream().map(cluster -> cluster.topic(ids)).toList(), assignments, null);
    }

    private record Cluster(int number, int size, List<String> terms) {
        static final Comparator<Cluster> LARGEST_FIRST = Comparator.<Cluster>comparingInt(cluster -> -cluster.size)
                .thenComparing(cluster -> String.join(" ", cluster.terms));

        Topic topic(int[] ids) {
            return new Topic(ids[number], size, terms);
        }
    }

    private static List<String> terms(Centres centres, int cluster, Vocabulary vocabulary) {
        return IntStream.range(0, vocabulary.size())
                .filter(feature -> centres.weight(cluster, feature) > 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(feature -> -centres.weight(cluster, feature))
                        .thenComparing(vocabulary::word))
                .limit(TERMS)
                .map(vocabulary::word)
                .toList();
    }

    private static Topics skipped(Corpus corpus, String reason) {
        return new Topics(List.of(), Collections.nCopies(corpus.size(), NONE), reason);
    }
}
