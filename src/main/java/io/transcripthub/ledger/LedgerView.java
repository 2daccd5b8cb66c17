package io.transcripthub.ledger;

import io.transcripthub.ledger.DeliveryRows.Standing;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the ledger answers to those who ask. */
public final class LedgerView {
    private final Database database;

    LedgerView(Database database) {
        this.database = database;
    }

    /**
     * A delivery as it stands.
     *
     * @param reason why its last attempt failed, or null
     * @param dueAt time of its next attempt, or null
     */
    public record DeliveryStatus(DeliveryState state, String reason, int attempts, Instant dueAt) {}

    /** A job and, by sink, the deliveries of its current run. */
    public record JobStatus(Job job, Map<String, DeliveryStatus> deliveries) {}

    /**
     * Which jobs to list, newest first.
     *
     * @param state and account: null for all
     * @param before row number to go on from, null to begin
     */
    public record Filter(JobState state, String account, Long before, int limit) {}

    /** Jobs by state; deliveries by sink and state. */
    public record Summary(Map<String, Long> states, Map<String, Map<String, Long>> deliveries) {}

    public Optional<JobStatus> job(String jobId) {
        return database.read(connection -> {
            Optional<Job> job = JobRows.find(connection, jobId);
            return job.isEmpty()
                    ? Optional.empty()
                    : Optional.of(statuses(connection, List.of(job.get())).get(0));
        });
    }

    public List<JobStatus> jobs(Filter filter) {
        String sql = "select " + JobRows.COLUMNS + " from job j where j.seq < ?"
                + (filter.state() == null ? "" : " and j.state = ?")
                + (filter.account() == null ? "" : " and j.account = ?")
                + " order by j.seq desc limit ?";
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                int next = 1;
                select.setLong(next++, filter.before() == null ? Long.MAX_VALUE : filter.before());
                if (filter.state() != null) {
                    select.setString(next++, filter.state().name());
                }
                if (filter.account() != null) {
                    select.setString(next++, filter.account());
                }
                select.setInt(next, filter.limit());
                return statuses(connection, JobRows.list(select));
            }
        });
    }

    public Summary summary() {
        return database.read(connection -> {
            Map<String, Long> states = new TreeMap<>();
            Map<String, Map<String, Long>> deliveries = new TreeMap<>();
            try (PreparedStatement jobs =
                            connection.prepareStatement("select state, count(*) from job group by state");
                    PreparedStatement sinks = connection.prepareStatement("select d.sink, d.state, count(*)"
                            + " from delivery d join job j on j.seq = d.job_seq and j.run = d.run"
                            + " group by d.sink, d.state");
                    ResultSet job = jobs.executeQuery();
                    ResultSet sink = sinks.executeQuery()) {
                while (job.next()) {
                    states.put(job.getString(1), job.getLong(2));
                }
                while (sink.next()) {
                    deliveries
                            .computeIfAbsent(sink.getString(1), name -> new TreeMap<>())
                            .put(sink.getString(2), sink.getLong(3));
                }
            }
            return new Summary(states, deliveries);
        });
    }

    /** The search document as JSON, empty while there is none. */
    public Optional<String> transcript(String jobId) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select t.document from transcript t join job j on j.seq = t.job_seq where j.job_id = ?")) {
                select.setString(1, jobId);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
                }
            }
        });
    }

    /** Ids of the jobs that a retry would send again: failed, dead, or with a dead letter. */
    public List<String> retryable(boolean deadOnly) {
        String sql = "select j.job_id from job j where j.state = 'DEAD'"
                + (deadOnly ? "" : " or j.state = 'FAILED'")
                + " or (j.state = 'COMPLETED' and exists (select 1 from delivery d"
                + " where d.job_seq = j.seq and d.run = j.run and d.state = 'DEAD')) order by j.seq";
        return database.read(connection -> {
            List<String> ids = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(sql);
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getString(1));
                }
            }
            return ids;
        });
    }

    private static DeliveryStatus status(Standing standing) {
        return new DeliveryStatus(standing.state(), standing.reason(), standing.attempts(), standing.dueAt());
    }

    private static List<JobStatus> statuses(Connection connection, List<Job> jobs) throws SQLException {
        Map<Long, Map<String, Standing>> standings =
                DeliveryRows.current(connection, jobs.stream().map(Job::seq).toList());
        return jobs.stream()
                .map(job -> {
                    Map<String, DeliveryStatus> deliveries = new LinkedHashMap<>();
                    standings
                            .getOrDefault(job.seq(), Map.of())
                            .forEach((sink, standing) -> deliveries.put(sink, status(standing)));
                    return new JobStatus(job, deliveries);
                })
                .toList();
    }
}
