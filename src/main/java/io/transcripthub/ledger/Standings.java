package io.transcripthub.ledger;

import io.transcripthub.ledger.DeliveryRows.Standing;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How the deliveries of a job's current run stand, at all of its sinks. */
record Standings(Collection<Standing> sinks) {
    /** @param current of several jobs, by their keys and by sink */
    static Standings of(Map<Long, Map<String, Standing>> current, long jobSeq) {
        return new Standings(current.getOrDefault(jobSeq, Map.of()).values());
    }

    /**
     * Whether there is anything to do about the job; most deliveries are neither the last one nor dead.
     *
     * @param settling whether a sink other than audit has just ended
     */
    boolean concern(boolean settling) {
        return everywhere() || deadLetters() != null || settling && allSettled();
    }

    boolean everywhere() {
        return sinks.stream().allMatch(sink -> sink.state() == DeliveryState.DELIVERED);
    }

    /** Whether all sinks but audit have ended. */
    boolean allSettled() {
        return sinks.stream()
                .filter(sink -> !sink.sink().equals(Ledger.AUDIT))
                .noneMatch(sink -> sink.state() == DeliveryState.PENDING);
    }

    /** By sink, whether it has the transcript. */
    Map<String, Boolean> delivered() {
        Map<String, Boolean> delivered = new HashMap<>();
        sinks.forEach(sink -> delivered.put(sink.sink(), sink.state() == DeliveryState.DELIVERED));
        return delivered;
    }

    /** The dead letters with their reasons, null when there are none. */
    String deadLetters() {
        List<String> dead = sinks.stream()
                .filter(sink -> sink.state() == DeliveryState.DEAD)
                .map(sink -> "dead letter at " + sink.sink() + ": " + sink.reason())
                .toList();
        return dead.isEmpty() ? null : String.join("; ", dead);
    }
}
