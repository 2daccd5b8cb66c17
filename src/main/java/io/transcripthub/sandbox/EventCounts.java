package io.transcripthub.sandbox;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Counts the events of all vendors; any thread may take the figures. */
final class EventCounts {
    private final LongAdder sent = new LongAdder();
    private final LongAdder doubled = new LongAdder();
    private final LongAdder forged = new LongAdder();
    private final LongAdder lost = new LongAdder();
    private final LongAdder unanswered = new LongAdder();
    private final AtomicLong pending = new AtomicLong();
    private final Map<Integer, LongAdder> answers = new ConcurrentHashMap<>();
    private final Map<Integer, LongAdder> answersToForged = new ConcurrentHashMap<>();

    void sent() {
        sent.increment();
    }

    void doubled() {
        doubled.increment();
    }

    void forged() {
        forged.increment();
    }

    void lost() {
        lost.increment();
    }

    /** A request that is made, now or later, until it is settled. */
    void begun() {
        pending.incrementAndGet();
    }

    void settled() {
        pending.decrementAndGet();
    }

    void answered(boolean wasForged, int status) {
        (wasForged ? answersToForged : answers)
                .computeIfAbsent(status, s -> new LongAdder())
                .increment();
    }

    void unanswered() {
        unanswered.increment();
    }

    SandboxStats.Events stats() {
        return new SandboxStats.Events(
                sent.sum(),
                doubled.sum(),
                forged.sum(),
                lost.sum(),
                byStatus(answers),
                byStatus(answersToForged),
                unanswered.sum(),
                pending.get());
    }

    private static Map<Integer, Long> byStatus(Map<Integer, LongAdder> answers) {
        Map<Integer, Long> counts = new TreeMap<>();
        answers.forEach((status, n) -> counts.put(status, n.sum()));
        return counts;
    }
}
