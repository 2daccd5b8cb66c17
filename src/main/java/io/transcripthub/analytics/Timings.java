package io.transcripthub.analytics;

import java.util.LinkedHashMap;
import java.util.Map;

/** How long each part of an analysis took. One thread's. */
final class Timings {
    private static final double NANOS = 1e9;

    private final Map<String, Long> nanos = new LinkedHashMap<>();

    Timings() {
        for (String part : new String[] {"fetch", "redact", "sentiment", "topics", "charts"}) {
            nanos.put(part, 0L);
        }
    }

    /** Adds what has passed since a {@link System#nanoTime}. */
    void since(String part, long begin) {
        nanos.merge(part, System.nanoTime() - begin, Long::sum);
    }

    /** Takes out of a part what others, which ran within it, have taken. */
    void without(String part, String... others) {
        for (String other : others) {
            nanos.merge(part, -nanos.get(other), Long::sum);
        }
    }

    Map<String, Double> seconds() {
        Map<String, Double> seconds = new LinkedHashMap<>();
        nanos.forEach((part, time) -> seconds.put(part, Math.round(Math.max(0, time) / NANOS * 1e3) / 1e3));
        return seconds;
    }
}
