package io.transcripthub.quality;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Word error rate of a hypothesis against a reference: (S + D + I) / N over a minimum edit distance alignment of their
 * {@linkplain TextNormalisation normalised} words. It may exceed 1, as a long hypothesis has many insertions.
 *
 * <p>Several alignments can have the same minimum distance. The words that both texts begin with and end with are
 * matched; in what lies between, going from its end to its start, the first possible of match, substitution, deletion,
 * insertion is taken. So two substitutions are preferred to a deletion, a match and an insertion.
 *
 * @param rate (S + D + I) / N with four decimals, rounded half up; null when the reference has no words, for then there
 *     is nothing to be right or wrong about
 * @param substitutions S, reference words heard as another word
 * @param deletions D, reference words missing in the hypothesis
 * @param insertions I, hypothesis words that the reference does not have
 * @param referenceWords N, words of the reference
 */
public record WordErrorRate(Double rate, int substitutions, int deletions, int insertions, int referenceWords) {

    /**
     * Scores a hypothesis. Time grows with words × words / 64, memory with words × √words; 10,000 words against 10,000
     * take milliseconds.
     */
    public static WordErrorRate of(String reference, String hypothesis) {
        return of(TextNormalisation.words(reference), TextNormalisation.words(hypothesis));
    }

    /** Scores words that are normalised already. */
    static WordErrorRate of(List<String> reference, List<String> hypothesis) {
        Map<String, Integer> vocabulary = new HashMap<>();
        WordAlignment alignment = WordAlignment.of(intern(reference, vocabulary), intern(hypothesis, vocabulary));
        return of(alignment, reference.size());
    }

    private static WordErrorRate of(WordAlignment alignment, int referenceWords) {
        return new WordErrorRate(
                referenceWords == 0 ? null : ratio(alignment.distance(), referenceWords),
                alignment.substitutions(),
                alignment.deletions(),
                alignment.insertions(),
                referenceWords);
    }

    /** {@code {"wordErrorRate":0.3333,"substitutions":1,"deletions":1,"insertions":0,"referenceWords":6}}. */
    public String toJson() {
        return "{\"wordErrorRate\":%s,\"substitutions\":%d,\"deletions\":%d,\"insertions\":%d,\"referenceWords\":%d}"
                .formatted(plainRate(), substitutions, deletions, insertions, referenceWords);
    }

    private String plainRate() {
        return rate == null ? null : new BigDecimal(rate.toString()).toPlainString();
    }

    private static double ratio(int errors, int words) {
        return BigDecimal.valueOf(errors)
                .divide(BigDecimal.valueOf(words), 4, RoundingMode.HALF_UP)
                .doubleValue();
    }

    private static int[] intern(List<String> words, Map<String, Integer> vocabulary) {
        return words.stream()
                .mapToInt(word -> vocabulary.computeIfAbsent(word, unseen -> vocabulary.size()))
                .toArray();
    }
}
