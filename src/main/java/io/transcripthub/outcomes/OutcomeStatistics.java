package io.transcripthub.outcomes;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Sentiment by outcome. Interactions without a score do not count.
 *
 * @param byOutcome in the order of n, the largest first, and of their names where n is the same
 * @param etaSquared share of the scores' variance that the outcome explains, 0 to 1: Σ n(g) (mean(g) - mean)² over the
 *     outcomes g, divided by Σ (score - mean)² (Fisher 1925); only of outcomes that have {@linkplain Distribution#ENOUGH
 *     enough} scores. Null when not two of them have, or all scores are the same
 */
public record OutcomeStatistics(Map<String, Distribution> byOutcome, Double etaSquared) {

    /** One interaction's outcome and its score. */
    public record Scored(String outcome, double score) {}

    public static OutcomeStatistics of(List<Scored> interactions) {
        Map<String, double[]> scores = new TreeMap<>();
        interactions.stream()
                .collect(Collectors.groupingBy(Scored::outcome))
                .forEach((outcome, scored) -> scores.put(
                        outcome, scored.stream().mapToDouble(Scored::score).toArray()));
        Map<String, Distribution> byOutcome = new LinkedHashMap<>();
        scores.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> -entry.getValue().length))
                .forEach(entry -> byOutcome.put(entry.getKey(), Distribution.of(entry.getValue())));
        return new OutcomeStatistics(byOutcome, etaSquared(scores));
    }

    /** What {@link #etaSquared} means, by the conventions of Cohen 1988: from 0.01 small, 0.06 medium, 0.14 large. */
    public String words() {
        if (etaSquared == null) {
            return "too few to say: at least two outcomes with " + Distribution.ENOUGH
                    + " scores each are needed, and scores that differ";
        }
        if (etaSquared < 0.01) {
            return "the outcome explains next to nothing of the sentiment";
        }
        return "the outcome explains a " + size(etaSquared) + " part of the sentiment";
    }

    private static String size(double etaSquared) {
        if (etaSquared < 0.06) {
            return "small";
        }
        return etaSquared < 0.14 ? "medium" : "large";
    }

    private static Double etaSquared(Map<String, double[]> scores) {
        List<double[]> groups = scores.values().stream()
                .filter(group -> group.length >= Distribution.ENOUGH)
                .toList();
        double[] all = groups.stream().flatMapToDouble(Arrays::stream).toArray();
        double total = squares(all, mean(all));
        if (groups.size() < 2 || total == 0) {
            return null;
        }
        double within = groups.stream()
                .mapToDouble(group -> squares(group, mean(group)))
                .sum();
        return Math.max(0, 1 - within / total);
    }

    private static double mean(double[] scores) {
        return Arrays.stream(scores).average().orElse(0);
    }

    private static double squares(double[] scores, double around) {
        return Arrays.stream(scores)
                .map(score -> (score - around) * (score - around))
                .sum();
    }
}
