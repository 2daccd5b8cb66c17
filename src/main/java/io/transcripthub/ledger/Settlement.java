package io.transcripthub.ledger;

import io.transcripthub.ledger.DeliveryRows.Planned;
import io.transcripthub.ledger.DeliveryRows.Settled;
import io.transcripthub.ledger.DeliveryRows.Standing;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Writes, within one transaction, what a batch of steps came to and all that follows from it. */
final class Settlement {
    private static final String TABLE = "delivery";

    private final Connection connection;
    private final AuditOutbox audit;
    private final Schedule schedule;
    private final String node;
    private final Instant now;
    private final Tally tally = new Tally();
    private final List<AuditOutbox.Event> events = new ArrayList<>();

    Settlement(Connection connection, AuditOutbox audit, Schedule schedule, String node, Instant now) {
        this.connection = connection;
        this.audit = audit;
        this.schedule = schedule;
        this.node = node;
        this.now = now;
    }

    void write(List<Step> steps) throws SQLException {
        jobs(only(Step.OfJob.class, steps));
        deliveries(only(Step.OfDelivery.class, steps));
        notices(only(Step.OfNotice.class, steps));
        end();
    }

    /** The audit log has these runs on disk. */
    void audited(List<JobRun> runs) throws SQLException {
        if (runs.isEmpty()) {
            return;
        }
        Set<Long> jobs = keys(runs);
        Map<Long, String> accounts = JobRows.lock(connection, jobs);
        boolean[] changed = DeliveryRows.markDelivered(connection, Ledger.AUDIT, runs, now);
        for (int i = 0; i < changed.length; i++) {
            if (changed[i]) {
                String account = accounts.get(runs.get(i).jobSeq());
                tally.delivery(account, Ledger.AUDIT, DeliveryState.PENDING, DeliveryState.DELIVERED);
            }
        }
        finish(jobs, Set.of());
        end();
    }

    /** An operator sends the job, or its dead letters, on its way again. */
    void retried(Job job, Pace pace) throws SQLException {
        if (job.state() == JobState.COMPLETED) {
            revive(job);
        } else {
            Job again = job.with(job.progress().retried(now, pace));
            JobRows.update(connection, List.of(again), now);
            tally.job(job.account(), job.state(), again.state());
        }
        events.add(new AuditOutbox.Event(AuditEntries.retried(job, now), null));
        end();
    }

    private void revive(Job job) throws SQLException {
        Map<String, Standing> sinks =
                DeliveryRows.current(connection, List.of(job.seq())).getOrDefault(job.seq(), Map.of());
        DeliveryRows.revive(connection, new JobRun(job.seq(), job.progress().run()), now);
        sinks.values().stream()
                .filter(sink -> sink.state() == DeliveryState.DEAD)
                .forEach(sink -> tally.delivery(job.account(), sink.sink(), DeliveryState.DEAD, DeliveryState.PENDING));
        JobRows.update(connection, List.of(job.with(job.progress().delivering(false, null))), now);
    }

    private void end() throws SQLException {
        audit.append(connection, events);
        tally.write(connection, node);
    }

    private void jobs(List<Step.OfJob> steps) throws SQLException {
        if (steps.isEmpty()) {
            return;
        }
        List<Job> after = steps.stream().map(Step.OfJob::after).toList();
        boolean[] written = JobRows.update(connection, after, now);
        List<Step.OfJob> ended = new ArrayList<>();
        List<Step.OfJob> unended = new ArrayList<>();
        for (int i = 0; i < written.length; i++) {
            // a step whose row was taken over meanwhile brings nothing about
            if (written[i]) {
                Step.OfJob step = steps.get(i);
                tally.job(step.after().account(), step.before(), step.after().state());
                if (step.outcome() instanceof Outcome.Accepted) {
                    events.add(new AuditOutbox.Event(AuditEntries.submitted(step.after(), node, now), null));
                }
                (step.after().state().ended() ? ended : unended).add(step);
            }
        }
        ChatRows.cameBack(connection, chats(unended));
        end(ended);
    }

    private void end(List<Step.OfJob> steps) throws SQLException {
        List<Planned> planned = new ArrayList<>();
        for (Step.OfJob step : steps) {
            Job job = step.after();
            JobRun run = new JobRun(job.seq(), job.progress().run());
            events.add(new AuditOutbox.Event(entry(step, job), run));
            String failure = job.state() == JobState.FAILED || job.state() == JobState.DEAD ? failure(job) : null;
            for (String sink : step.sinks()) {
                planned.add(new Planned(job.seq(), run.run(), sink, failure, firstAttempt(sink)));
                tally.delivery(job.account(), sink, null, DeliveryState.PENDING);
            }
        }
        keep(steps);
        ChatRows.delete(connection, chats(steps));
        DeliveryRows.insert(connection, planned, now);
    }

    private Map<String, Object> entry(Step.OfJob step, Job job) {
        if (step.outcome() instanceof Outcome.Completed completed) {
            return AuditEntries.completed(job, completed.transcribed(), node, now);
        }
        return step.outcome() instanceof Outcome.Injected
                ? AuditEntries.injected(job, node, now)
                : AuditEntries.failed(job, node, now);
    }

    private static List<Long> chats(List<Step.OfJob> steps) {
        return steps.stream()
                .map(Step.OfJob::after)
                .filter(Job::isChat)
                .map(Job::seq)
                .toList();
    }

    private Instant firstAttempt(String sink) {
        return sink.equals(Ledger.AUDIT) ? null : schedule.next(0, now).orElseThrow();
    }

    private String failure(Job job) {
        Map<String, Object> failure = new LinkedHashMap<>();
        failure.put("account", job.account());
        failure.put(job.recording().idName(), job.externalId());
        failure.put(job.recording().vendorIdName(), job.vendorId());
        failure.put("status", job.state().name());
        failure.put("reason", job.reason());
        failure.put("processedAt", now.toString());
        return JobRows.json(failure);
    }

    private void keep(List<Step.OfJob> steps) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into transcript (job_seq, document) values (?, ?)")) {
            boolean any = false;
            for (Step.OfJob step : steps) {
                if (step.outcome() instanceof Outcome.Completed completed) {
                    insert.setLong(1, step.after().seq());
                    insert.setString(2, completed.transcribed().document());
                    insert.addBatch();
                    any = true;
                }
            }
            if (any) {
                insert.executeBatch();
            }
        }
    }

    private void deliveries(List<Step.OfDelivery> steps) throws SQLException {
        if (steps.isEmpty()) {
            return;
        }
        List<Settled> settled =
                steps.stream().map(step -> Settled.of(step, schedule, now)).toList();
        boolean[] written = DeliveryRows.update(connection, TABLE, settled, now);
        Set<JobRun> ended = new HashSet<>();
        Set<JobRun> settling = new HashSet<>();
        for (int i = 0; i < written.length; i++) {
            if (written[i] && settled.get(i).state() != DeliveryState.PENDING) {
                Delivery delivery = steps.get(i).delivery();
                JobRun run = new JobRun(delivery.job().seq(), delivery.run());
                ended.add(run);
                if (!delivery.again()) {
                    settling.add(run);
                }
                tally.delivery(
                        delivery.job().account(),
                        delivery.sink(),
                        DeliveryState.PENDING,
                        settled.get(i).state());
            }
        }
        if (!ended.isEmpty()) {
            JobRows.lock(connection, keys(ended));
            finish(keys(ended), settling);
        }
    }

    private void notices(List<Step.OfNotice> steps) throws SQLException {
        if (steps.isEmpty()) {
            return;
        }
        List<Settled> settled =
                steps.stream().map(step -> Settled.of(step, schedule, now)).toList();
        boolean[] written = DeliveryRows.update(connection, NoticeRows.TABLE, settled, now);
        for (int i = 0; i < written.length; i++) {
            if (written[i] && settled.get(i).state() != DeliveryState.PENDING) {
                Notice notice = steps.get(i).notice();
                tally.delivery(
                        notice.account(),
                        notice.sink(),
                        DeliveryState.PENDING,
                        settled.get(i).state());
            }
        }
    }

    /**
     * Moves on the jobs of which a delivery has ended: to DELIVERED when all sinks have it; a dead letter is said in the
     * job's reason.
     *
     * @param keys of the jobs, locked, for two nodes may end the last two deliveries of one job
     * @param settling the runs of which a sink other than audit has just ended; the job may be in a later one by now
     */
    private void finish(Set<Long> keys, Set<JobRun> settling) throws SQLException {
        Map<Long, Map<String, Standing>> current = DeliveryRows.current(connection, keys);
        List<Long> concerned = keys.stream()
                .filter(key -> Standings.of(current, key).concern(!settling.isEmpty()))
                .toList();
        List<Job> moved = new ArrayList<>();
        for (Job job : concerned.isEmpty() ? List.<Job>of() : JobRows.read(connection, concerned)) {
            Standings standings = Standings.of(current, job.seq());
            if (settling.contains(new JobRun(job.seq(), job.progress().run())) && standings.allSettled()) {
                events.add(new AuditOutbox.Event(AuditEntries.settled(job, standings.delivered(), node, now), null));
            }
            Progress next = job.progress().delivering(standings.everywhere(), standings.deadLetters());
            if (!Objects.equals(next, job.progress())) {
                moved.add(job.with(next));
                tally.job(job.account(), job.state(), next.state());
            }
        }
        if (!moved.isEmpty()) {
            JobRows.update(connection, moved, now);
        }
    }

    private static Set<Long> keys(Collection<JobRun> runs) {
        Set<Long> keys = new HashSet<>();
        runs.forEach(run -> keys.add(run.jobSeq()));
        return keys;
    }

    private static <S extends Step> List<S> only(Class<S> type, List<Step> steps) {
        return steps.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
