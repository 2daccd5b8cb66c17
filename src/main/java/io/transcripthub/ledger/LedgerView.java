package io.transcripthub.ledger;

import io.transcripthub.ledger.DeliveryRows.Standing;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /**
     * How many rows there are.
     *
     * @param sink of deliveries; null when jobs are counted
     */
    public record Count(String account, String sink, String state, long rows) {}

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

    /** Jobs and deliveries by account and state. Reads a handful of rows, however many jobs there are. */
    public List<Count> counts() {
        return database.read(Tally::read);
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
