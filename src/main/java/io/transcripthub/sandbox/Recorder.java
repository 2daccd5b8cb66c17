package io.transcripthub.sandbox;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what happened; any thread may take the figures. */
final class Recorder {
    private record AnsweredWith(Operation operation, int status) {}

    private record StruckBy(Operation operation, Fault fault) {}

    private final Map<AnsweredWith, LongAdder> answers = new ConcurrentHashMap<>();
    private final Map<StruckBy, LongAdder> faults = new ConcurrentHashMap<>();
    private final Map<String, Integer> acceptedSubmissions = new ConcurrentHashMap<>();
    private final LongAdder tokens = new LongAdder();
    private final LongAdder submissions = new LongAdder();
    private final LongAdder early = new LongAdder();

    void answered(Operation operation, int status) {
        answers.computeIfAbsent(new AnsweredWith(operation, status), a -> new LongAdder())
                .increment();
    }

    void struck(Operation operation, Fault fault) {
        faults.computeIfAbsent(new StruckBy(operation, fault), s -> new LongAdder())
                .increment();
    }

    void tokenIssued() {
        tokens.increment();
    }

    void submissionAccepted(String recordingId) {
        submissions.increment();
        acceptedSubmissions.merge(recordingId, 1, Integer::sum);
    }

    /** Something was made that should be there once. */
    void made(String name) {
        acceptedSubmissions.merge(name, 1, Integer::sum);
    }

    void cameBeforeRetryAfter() {
        early.increment();
    }

    SandboxStats stats(SandboxStats.Webhooks webhooks, SandboxStats.Events events) {
        return new SandboxStats(
                requests(),
                struckFaults(),
                tokens.sum(),
                submissions.sum(),
                duplicates(),
                early.sum(),
                webhooks,
                events);
    }

    private Map<String, Map<Integer, Long>> requests() {
        Map<String, Map<Integer, Long>> counts = new TreeMap<>();
        answers.forEach((a, n) -> counts.computeIfAbsent(a.operation.label(), o -> new TreeMap<>())
                .put(a.status, n.sum()));
        return counts;
    }

    private Map<String, Map<String, Long>> struckFaults() {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        faults.forEach((s, n) -> counts.computeIfAbsent(s.operation.label(), o -> new TreeMap<>())
                .put(s.fault.label(), n.sum()));
        return counts;
    }

    private Map<String, Integer> duplicates() {
        Map<String, Integer> counts = new TreeMap<>();
        acceptedSubmissions.forEach((recordingId, n) -> {
            if (n > 1) {
                counts.put(recordingId, n);
            }
        });
        return counts;
    }
}
