package io.transcripthub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the answer of {@code GET /jobs/summary}. */
final class JobCounts {
    private JobCounts() {}

    static Map<String, Long> states(JsonNode summary) {
        return counts(summary.path("states"));
    }

    /** By sink, then by state. */
    static Map<String, Map<String, Long>> deliveries(JsonNode summary) {
        Map<String, Map<String, Long>> sinks = new LinkedHashMap<>();
        summary.path("deliveries").properties().forEach(sink -> sinks.put(sink.getKey(), counts(sink.getValue())));
        return sinks;
    }

    /** Jobs that need nothing more from the vendor. */
    static long transcribed(JsonNode summary) {
        return sum(states(summary), List.of("COMPLETED", "DELIVERED", "FAILED", "DEAD"));
    }

    /** Whether nothing will change any more unless somebody asks for it. */
    static boolean settled(JsonNode summary) {
        Map<String, Long> states = states(summary);
        boolean deadLetters = sumOverSinks(summary, "DEAD") > 0;
        return sum(states, List.of("QUEUED", "SUBMITTED")) == 0
                && sumOverSinks(summary, "PENDING") == 0
                && (deadLetters || sum(states, List.of("COMPLETED")) == 0);
    }

    private static long sumOverSinks(JsonNode summary, String state) {
        return deliveries(summary).values().stream()
                .mapToLong(counts -> sum(counts, List.of(state)))
                .sum();
    }

    private static long sum(Map<String, Long> counts, List<String> names) {
        return names.stream().mapToLong(name -> counts.getOrDefault(name, 0L)).sum();
    }

    private static Map<String, Long> counts(JsonNode json) {
        Map<String, Long> counts = new LinkedHashMap<>();
        json.properties()
                .forEach(count -> counts.put(count.getKey(), count.getValue().asLong()));
        return counts;
    }
}
