package io.transcripthub.engines;

import java.util.List;
import java.util.Map;

/**
 * How well a version recognised speech over a period.
 *
 * @param errorRate a fraction; NaN when nothing was measured
 * @param samples recognitions; null where the vendor gives no counts
 * @param speechSeconds duration of the speech
 * @param updateLatencyMs mean, in milliseconds; NaN when none was given
 */
public record Recognition(double errorRate, Long samples, double speechSeconds, double updateLatencyMs) {
    private static final Recognition NOTHING = new Recognition(Double.NaN, null, 0, Double.NaN);

    /**
     * Takes the vendor's groups together: rates weigh by count where each group has one, else by duration of speech.
     *
     * @param results {@code [{"group":{"speechEngineId",..},"metrics":{"speechDuration","recognitionErrorRate",..}}]}
     */
    static Recognition of(Object results, String engineId) {
        List<Map<?, ?>> groups = groups(results, engineId);
        if (groups.isEmpty()) {
            return NOTHING;
        }
        boolean counted = groups.stream().allMatch(group -> group.get("count") instanceof Number);
        String weight = counted ? "count" : "speechDuration";
        long samples = Math.round(sum(groups, "count"));
        return new Recognition(
                mean(groups, "recognitionErrorRate", weight),
                counted ? samples : null,
                sum(groups, "speechDuration"),
                mean(groups, "updateLatencyMs", weight));
    }

    private static List<Map<?, ?>> groups(Object results, String engineId) {
        return results instanceof List<?> list
                ? list.stream()
                        .filter(result -> result instanceof Map<?, ?> map && isOf(map.get("group"), engineId))
                        .map(result -> ((Map<?, ?>) result).get("metrics"))
                        .filter(Map.class::isInstance)
                        .<Map<?, ?>>map(metrics -> (Map<?, ?>) metrics)
                        .toList()
                : List.of();
    }

    private static boolean isOf(Object group, String engineId) {
        Object named = group instanceof Map<?, ?> members ? members.get("speechEngineId") : null;
        return named == null || named.toString().equals(engineId);
    }

    private static double number(Map<?, ?> metrics, String name) {
        return metrics.get(name) instanceof Number number ? number.doubleValue() : 0;
    }

    private static double sum(List<Map<?, ?>> groups, String name) {
        return groups.stream().mapToDouble(group -> number(group, name)).sum();
    }

    private static double mean(List<Map<?, ?>> groups, String name, String weight) {
        List<Map<?, ?>> told = groups.stream()
                .filter(group -> group.get(name) instanceof Number)
                .toList();
        double weights = sum(told, weight);
        double weighted = told.stream()
                .mapToDouble(group -> number(group, name) * number(group, weight))
                .sum();
        return weights == 0 ? Double.NaN : weighted / weights;
    }

    /** Recognitions that went wrong. */
    double errors() {
        return samples == null ? Double.NaN : errorRate * samples;
    }

    boolean isMeasured() {
        return !Double.isNaN(errorRate);
    }
}
