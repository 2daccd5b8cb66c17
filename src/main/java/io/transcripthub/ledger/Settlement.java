package io.transcripthub.ledger;

import io.transcripthub.ledger.DeliveryRows.Settled;
import io.transcripthub.ledger.DeliveryRows.Standing;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Writes back, within one transaction, what a batch of steps came to. */
final class Settlement {
    private final Connection connection;
    private final AuditOutbox audit;
    private final Schedule schedule;
    private final String actor;
    private final Instant now;
    private final List<AuditOutbox.Event> events = new ArrayList<>();

    Settlement(Connection connection, AuditOutbox audit, Schedule schedule, String actor, Instant now) {
        this.connection = connection;
        this.audit = audit;
        this.schedule = schedule;
        this.actor = actor;
        this.now = now;
    }

    void write(List<Step> steps) throws SQLException {
        jobs(only(Step.OfJob.class, steps));
        deliveries(only(Step.OfDelivery.class, steps));
        audit.append(connection, events);
    }

    /** The audit log has these runs on disk. */
    void audited(List<JobRun> runs) throws SQLException {
        DeliveryRows.markDelivered(connection, Ledger.AUDIT, runs, now);
        finish(runs.stream().map(JobRun::jobSeq).toList(), Set.of());
    }

    void retried(Job job) throws SQLException {
        events.add(new AuditOutbox.Event(AuditEntries.retried(job, now), null));
        audit.append(connection, events);
    }

    private void jobs(List<Step.OfJob> steps) throws SQLException {
        if (steps.isEmpty()) {
            return;
        }
        boolean[] written =
                JobRows.update(connection, steps.stream().map(Step.OfJob::after).toList(), now);
        for (int i = 0; i < written.length; i++) {
            if (written[i]) {
                follow(steps.get(i));
            }
        }
    }

    /** What else a job's step brings about. A step whose row was taken over meanwhile brings nothing. */
    private void follow(Step.OfJob step) throws SQLException {
        Job job = step.after();
        if (step.outcome() instanceof Outcome.Accepted) {
            events.add(new AuditOutbox.Event(AuditEntries.submitted(job, actor, now), null));
        }
        if (!job.state().ended()) {
            return;
        }
        Map<String, Object> entry;
        String failure = null;
        if (step.outcome() instanceof Outcome.Completed completed) {
            keep(job, completed.transcribed());
            entry = AuditEntries.completed(job, completed.transcribed(), actor, now);
        } else {
            entry = AuditEntries.failed(job, actor, now);
            failure = failure(job);
        }
        events.add(new AuditOutbox.Event(
                entry, new JobRun(job.seq(), job.progress().run())));
        DeliveryRows.insert(connection, job, failure, firstAttempts(step.sinks()), now);
    }

    private String failure(Job job) {
        Map<String, Object> failure = new LinkedHashMap<>();
        failure.put("account", job.account());
        failure.put(job.recording().idName(), job.externalId());
        failure.put("transcriptionId", job.vendorId());
        failure.put("status", job.state().name());
        failure.put("reason", job.reason());
        failure.put("processedAt", now.toString());
        return JobRows.json(failure);
    }

    private Map<String, Instant> firstAttempts(Set<String> sinks) {
        Map<String, Instant> due = new LinkedHashMap<>();
        sinks.forEach(sink -> due.put(
                sink, sink.equals(Ledger.AUDIT) ? null : schedule.next(0, now).orElseThrow()));
        return due;
    }

    private void keep(Job job, Transcribed transcribed) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into transcript (job_seq, document) values (?, ?)")) {
            insert.setLong(1, job.seq());
            insert.setString(2, transcribed.document());
            insert.executeUpdate();
        }
    }

    private void deliveries(List<Step.OfDelivery> steps) throws SQLException {
        if (steps.isEmpty()) {
            return;
        }
        List<Settled> settled = steps.stream().map(this::settled).toList();
        boolean[] written = DeliveryRows.update(connection, settled, now);
        Set<Long> jobs = new HashSet<>();
        for (int i = 0; i < written.length; i++) {
            if (written[i] && settled.get(i).state() != DeliveryState.PENDING) {
                jobs.add(steps.get(i).delivery().job().seq());
            }
        }
        finish(jobs, jobs);
    }

    private Settled settled(Step.OfDelivery step) {
        Delivery delivery = step.delivery();
        int attempts = delivery.attempts() + 1;
        if (step.outcome() instanceof Outcome.Delivered) {
            return settled(delivery, DeliveryState.DELIVERED, null, attempts, null, null);
        }
        if (step.outcome() instanceof Outcome.Later later) {
            Fault fault = later.fault();
            return schedule.next(attempts, now)
                    .map(due -> settled(
                            delivery,
                            DeliveryState.PENDING,
                            fault.reason(),
                            attempts,
                            fault.notBefore() == null ? due : fault.notBefore(),
                            fault.notBefore()))
                    .orElseGet(() -> settled(
                            delivery,
                            DeliveryState.DEAD,
                            attempts + " attempts used up: " + fault.reason(),
                            attempts,
                            null,
                            null));
        }
        String reason = step.outcome() instanceof Outcome.Dead dead
                ? dead.reason()
                : "expected delivered, later or dead, found "
                        + step.outcome().getClass().getSimpleName();
        return settled(delivery, DeliveryState.DEAD, reason, attempts, null, null);
    }

    private static Settled settled(
            Delivery delivery, DeliveryState state, String reason, int attempts, Instant dueAt, Instant notBefore) {
        return new Settled(delivery.seq(), delivery.version(), state, reason, attempts, dueAt, notBefore);
    }

    /**
     * Moves on the jobs of which a delivery has ended: to DELIVERED when all have it; a dead letter is said in the
     * job's reason. The jobs are locked, for two nodes may end the last two deliveries of one job.
     *
     * @param settling jobs of which a sink other than audit has just ended
     */
    private void finish(Collection<Long> jobs, Set<Long> settling) throws SQLException {
        if (jobs.isEmpty()) {
            return;
        }
        List<Job> locked;
        try (PreparedStatement select = connection.prepareStatement(
                "select " + JobRows.COLUMNS + " from job j where j.seq = any(?) order by j.seq for update")) {
            Rows.setKeys(connection, select, 1, jobs);
            locked = JobRows.list(select);
        }
        Map<Long, Map<String, Standing>> standings = DeliveryRows.current(connection, jobs);
        List<Job> moved = new ArrayList<>();
        for (Job job : locked) {
            Map<String, Standing> sinks = standings.getOrDefault(job.seq(), new HashMap<>());
            if (settling.contains(job.seq()) && allSettled(sinks)) {
                events.add(new AuditOutbox.Event(
                        AuditEntries.settled(job, has(sinks, "search"), has(sinks, "webhook"), actor, now), null));
            }
            Progress next = job.progress().delivering(everywhere(sinks), deadLetters(sinks));
            if (!Objects.equals(next, job.progress())) {
                moved.add(job.with(next));
            }
        }
        JobRows.update(connection, moved, now);
    }

    private static boolean everywhere(Map<String, Standing> sinks) {
        return sinks.values().stream().allMatch(sink -> sink.state() == DeliveryState.DELIVERED);
    }

    private static boolean allSettled(Map<String, Standing> sinks) {
        return sinks.values().stream()
                .filter(sink -> !sink.sink().equals(Ledger.AUDIT))
                .noneMatch(sink -> sink.state() == DeliveryState.PENDING);
    }

    private static Boolean has(Map<String, Standing> sinks, String name) {
        Standing sink = sinks.get(name);
        return sink == null ? null : sink.state() == DeliveryState.DELIVERED;
    }

    private static String deadLetters(Map<String, Standing> sinks) {
        List<String> dead = sinks.values().stream()
                .filter(sink -> sink.state() == DeliveryState.DEAD)
                .map(sink -> "dead letter at " + sink.sink() + ": " + sink.reason())
                .toList();
        return dead.isEmpty() ? null : String.join("; ", dead);
    }

    private static <S extends Step> List<S> only(Class<S> type, List<Step> steps) {
        return steps.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
