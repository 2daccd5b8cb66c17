package io.transcripthub.ledger;

import io.transcripthub.audit.AuditLine;
import io.transcripthub.audit.ChainHead;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The table of all jobs and deliveries: what is not here does not happen, and what is here happens.
 *
 * <p>Rows are handed out under a lease. Whoever holds one does its step and settles it; a row that is not settled comes
 * due again when its lease ends, or when its node starts again.
 */
public final class Ledger implements AutoCloseable {
    /** The sink that is fed from the chain of audit lines, in its order, and not by due time. */
    public static final String AUDIT = "audit";

    /** Longer than any step takes: two requests with their timeouts, a token, and the work on a transcript. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final Claims DUE_JOBS = new Claims("job", "state = ? and kind = ?");
    private static final Claims DUE_DELIVERIES = new Claims("delivery", "state = 'PENDING' and sink = ?");

    private final Database database;
    private final String node;
    private final InstantSource clock;
    private final Schedule schedule;
    private final AuditOutbox audit;
    private final SinkWatch sinks = new SinkWatch();

    /**
     * Takes over the database: what this node held when it last stopped is due at once.
     *
     * @param schedule of deliveries to all sinks but audit
     */
    public Ledger(Database database, String node, InstantSource clock, Schedule schedule) {
        this.database = database;
        this.node = node;
        this.clock = clock;
        this.schedule = schedule;
        this.audit = new AuditOutbox(node);
        database.write(connection -> {
            audit.begin(connection);
            DUE_JOBS.release(connection, node, clock.instant());
            DUE_DELIVERIES.release(connection, node, clock.instant());
            return null;
        });
    }

    /** @param isNew false when the same was submitted before */
    public record Submitted(Job job, boolean isNew) {}

    /** Writes a row for each recording that has none; returns all of them, in the order of the list. */
    public List<Submitted> submit(List<Recording> recordings) {
        return database.write(connection -> {
            boolean[] isNew = JobRows.insert(connection, recordings, clock.instant());
            List<Submitted> submitted = new ArrayList<>(isNew.length);
            for (int i = 0; i < isNew.length; i++) {
                Job job = JobRows.find(connection, recordings.get(i).jobId()).orElseThrow();
                submitted.add(new Submitted(job, isNew[i]));
            }
            return submitted;
        });
    }

    /** As {@link #submit(List)} for many recordings; returns only how many were new. */
    public int submitAll(List<Recording> recordings) {
        return database.write(connection -> {
            int count = 0;
            for (boolean isNew : JobRows.insert(connection, recordings, clock.instant())) {
                count += isNew ? 1 : 0;
            }
            return count;
        });
    }

    /** Leases up to {@code limit} jobs that are due in a state. */
    public List<Job> claimJobs(JobState state, String kind, int limit) {
        return database.write(connection -> {
            List<Long> keys = take(connection, DUE_JOBS, List.of(state.name(), kind), limit);
            if (keys.isEmpty()) {
                return List.of();
            }
            try (var select = connection.prepareStatement(
                    "select " + JobRows.COLUMNS + " from job j where j.seq = any(?) order by j.seq")) {
                Rows.setKeys(connection, select, 1, keys);
                return JobRows.list(select);
            }
        });
    }

    /** Leases up to {@code limit} deliveries that are due at a sink. */
    public List<Delivery> claimDeliveries(String sink, int limit) {
        return database.write(connection -> {
            List<Long> keys = take(connection, DUE_DELIVERIES, List.of(sink), limit);
            return keys.isEmpty() ? List.of() : DeliveryRows.read(connection, keys);
        });
    }

    private List<Long> take(Connection connection, Claims claims, List<String> parameters, int limit)
            throws SQLException {
        Instant now = clock.instant();
        return claims.take(connection, database.postgres(), parameters, node, now, now.plus(LEASE), limit);
    }

    /** When the next job in a state falls due, null when none waits. */
    public Instant nextJobDue(JobState state, String kind) {
        return database.read(connection -> DUE_JOBS.nextDue(connection, List.of(state.name(), kind)));
    }

    /** When the next delivery to a sink falls due, null when none waits. */
    public Instant nextDeliveryDue(String sink) {
        return database.read(connection -> DUE_DELIVERIES.nextDue(connection, List.of(sink)));
    }

    /** Writes back what steps came to. A step whose lease was lost changes nothing. */
    public void settle(List<Step> steps) {
        Instant now = clock.instant();
        Set<String> took = new HashSet<>();
        Set<String> failed = new HashSet<>();
        for (Step step : steps) {
            if (step instanceof Step.OfDelivery delivery) {
                boolean later = delivery.outcome() instanceof Outcome.Later;
                (later ? failed : took).add(delivery.delivery().sink());
            }
        }
        Set<String> back = sinks.observe(took, failed, now);
        database.write(connection -> {
            new Settlement(connection, audit, schedule, node, now).write(steps);
            for (String sink : back) {
                DeliveryRows.pullForward(connection, sink, now);
            }
            return null;
        });
    }

    /** Why a job cannot be retried. */
    public enum NotRetried {
        UNKNOWN,
        NOTHING_TO_RETRY
    }

    /**
     * Sends a job that failed, died or has dead letters on its way again.
     *
     * @return null when it was retried
     */
    public NotRetried retry(String jobId, Pace pace) {
        Instant now = clock.instant();
        return database.write(connection -> {
            Job job = JobRows.find(connection, jobId).orElse(null);
            if (job == null) {
                return NotRetried.UNKNOWN;
            }
            boolean again = job.state() == JobState.FAILED || job.state() == JobState.DEAD;
            boolean revived = job.state() == JobState.COMPLETED
                    && DeliveryRows.revive(connection, job.seq(), job.progress().run(), now) > 0;
            if (!again && !revived) {
                return NotRetried.NOTHING_TO_RETRY;
            }
            Progress next =
                    again ? job.progress().retried(now, pace) : job.progress().delivering(false, null);
            JobRows.update(connection, List.of(job.with(next)), now);
            new Settlement(connection, audit, schedule, node, now).retried(job);
            return null;
        });
    }

    /** The oldest audit lines that are not known to be on disk. */
    public List<AuditLine> unwrittenAudit(int limit) {
        return database.read(connection -> audit.unwritten(connection, limit));
    }

    /** The audit lines up to {@code seq} are on disk. */
    public void auditWritten(long seq) {
        Instant now = clock.instant();
        database.write(connection -> {
            new Settlement(connection, audit, schedule, node, now).audited(audit.written(connection, seq));
            return null;
        });
    }

    /** Where the audit chain ends, whether on disk yet or not. */
    public ChainHead auditHead() {
        return database.read(audit::head);
    }

    /** Reading access for those who ask and change nothing. */
    public LedgerView view() {
        return new LedgerView(database);
    }

    @Override
    public void close() {
        database.close();
    }
}
