package io.transcripthub.topics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The words that documents are told apart by, in alphabetical order, and their weights: idf = ln((1 + N) / (1 + df)) + 1
 * for N documents of which df have the word. As scikit-learn's TfidfVectorizer(max_features=500, min_df=2, max_df=0.95)
 * chooses and weighs them: words in 2 documents at least and in 95 % of them at most, and of these the 500 that are said
 * most. Among equals it takes the first in the alphabet, where scikit-learn's choice depends on the machine.
 */
final class Vocabulary {
    static final int MAX_FEATURES = 500;
    static final int MIN_DOCUMENTS = 2;
    static final double MAX_SHARE = 0.95;

    private final List<String> words;
    private final double[] idf;
    private final int[] features;

    private Vocabulary(List<String> words, double[] idf, int[] features) {
        this.words = words;
        this.idf = idf;
        this.features = features;
    }

    static Vocabulary of(Corpus corpus) {
        int[] documents = new int[corpus.wordCount()];
        long[] said = new long[corpus.wordCount()];
        for (int i = 0; i < corpus.size(); i++) {
            corpus.document(i).forEach((word, count) -> {
                documents[word]++;
                said[word] += count;
            });
        }
        double most = MAX_SHARE * corpus.size();
        int[] chosen = IntStream.range(0, documents.length)
                .filter(word -> documents[word] >= MIN_DOCUMENTS && documents[word] <= most)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(word -> -said[word]).thenComparing(corpus::word))
                .limit(MAX_FEATURES)
                .sorted(Comparator.comparing(corpus::word))
                .mapToInt(Integer::intValue)
                .toArray();
        return of(corpus, chosen, documents);
    }

    private static Vocabulary of(Corpus corpus, int[] chosen, int[] documents) {
        int[] features = new int[corpus.wordCount()];
        Arrays.fill(features, -1);
        double[] idf = new double[chosen.length];
        for (int feature = 0; feature < chosen.length; feature++) {
            features[chosen[feature]] = feature;
            idf[feature] = Math.log((1.0 + corpus.size()) / (1.0 + documents[chosen[feature]])) + 1;
        }
        return new Vocabulary(Arrays.stream(chosen).mapToObj(corpus::word).toList(), idf, features);
    }

    int size() {
        return words.size();
    }

    String word(int feature) {
        return words.get(feature);
    }

    double idf(int feature) {
        return idf[feature];
    }

    /** The feature that a word of the corpus is, or -1. */
    int feature(int word) {
        return features[word];
    }
}
