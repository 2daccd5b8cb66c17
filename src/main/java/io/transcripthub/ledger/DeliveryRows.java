package io.transcripthub.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads and writes the table {@code delivery}. */
final class DeliveryRows {
    /** Where one delivery of a job stands. */
    record Standing(long jobSeq, String sink, DeliveryState state, String reason, int attempts, Instant dueAt) {}

    /**
     * What a delivery came to, to be written back.
     *
     * @param notBefore until when the sink asked to be left alone, or null
     */
    record Settled(
            long seq,
            long version,
            DeliveryState state,
            String reason,
            int attempts,
            Instant dueAt,
            Instant notBefore) {
        Settled {
            reason = Rows.reason(reason);
        }

        static Settled of(Step.OfDelivery step, Schedule schedule, Instant now) {
            Delivery delivery = step.delivery();
            Tried tried = new Tried(delivery.seq(), delivery.version(), delivery.attempts() + 1);
            return tried.settled(step.outcome(), schedule, now);
        }

        static Settled of(Step.OfNotice step, Schedule schedule, Instant now) {
            Notice notice = step.notice();
            Tried tried = new Tried(notice.seq(), notice.version(), notice.attempts() + 1);
            return tried.settled(step.outcome(), schedule, now);
        }
    }

    /** A row that an attempt was made at. */
    private record Tried(long seq, long version, int attempts) {
        private Settled settled(Outcome outcome, Schedule schedule, Instant now) {
            if (outcome instanceof Outcome.Delivered) {
                return ended(DeliveryState.DELIVERED, null);
            }
            if (outcome instanceof Outcome.Later later) {
                return schedule.next(attempts, now)
                        .map(due -> waiting(later.fault(), due))
                        .orElseGet(() -> ended(
                                DeliveryState.DEAD,
                                attempts + " attempts used up: " + later.fault().reason()));
            }
            String reason = outcome instanceof Outcome.Dead dead
                    ? dead.reason()
                    : "a delivery cannot end up as " + outcome.getClass().getSimpleName();
            return ended(DeliveryState.DEAD, reason);
        }

        private Settled waiting(Fault fault, Instant due) {
            Instant asked = fault.notBefore();
            boolean longer = asked != null && asked.isAfter(due);
            return new Settled(
                    seq, version, DeliveryState.PENDING, fault.reason(), attempts, longer ? asked : due, asked);
        }

        private Settled ended(DeliveryState state, String reason) {
            return new Settled(seq, version, state, reason, attempts, null, null);
        }
    }

    private DeliveryRows() {}

    /**
     * A delivery to be made.
     *
     * @param failure what to tell of a run that did not complete, null for one that did
     * @param dueAt of the first attempt; a sink that is fed otherwise has none
     */
    record Planned(long jobSeq, int run, String sink, String failure, Instant dueAt) {}

    static void insert(Connection connection, List<Planned> planned, Instant now) throws SQLException {
        if (planned.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into delivery (job_seq, run, sink, state, failure, attempts, due_at, updated_at, version)"
                        + " values (?, ?, ?, 'PENDING', ?, 0, ?, ?, 0)")) {
            for (Planned delivery : planned) {
                insert.setLong(1, delivery.jobSeq());
                insert.setInt(2, delivery.run());
                insert.setString(3, delivery.sink());
                insert.setString(4, delivery.failure());
                Rows.setTime(insert, 5, delivery.dueAt());
                Rows.setTime(insert, 6, now);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** @param table {@code delivery}, or another one with the same columns for attempts */
    static boolean[] update(Connection connection, String table, List<Settled> settled, Instant now)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update " + table + " set state = ?, reason = ?, attempts = ?, due_at = ?, not_before = ?,"
                        + " updated_at = ?, leased_by = null, version = version + 1 where seq = ? and version = ?")) {
            for (Settled one : settled) {
                update.setString(1, one.state().name());
                update.setString(2, one.reason());
                update.setInt(3, one.attempts());
                Rows.setTime(update, 4, one.dueAt());
                Rows.setTime(update, 5, one.notBefore());
                Rows.setTime(update, 6, now);
                update.setLong(7, one.seq());
                update.setLong(8, one.version());
                update.addBatch();
            }
            return Rows.changed(update.executeBatch());
        }
    }

    static List<Delivery> read(Connection connection, Collection<Long> keys) throws SQLException {
        String sql = "select " + JobRows.COLUMNS + ", d.seq as delivery_seq, d.run as delivery_run, d.sink,"
                + " d.attempts as delivery_attempts, d.again, d.version as delivery_version, d.failure, t.document"
                + " from delivery d join job j on j.seq = d.job_seq left join transcript t on t.job_seq = d.job_seq"
                + " where d.seq = any(?) order by d.seq";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            Rows.setKeys(connection, select, 1, keys);
            List<Delivery> deliveries = new ArrayList<>(keys.size());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    deliveries.add(new Delivery(
                            row.getLong("delivery_seq"),
                            row.getInt("delivery_run"),
                            row.getString("sink"),
                            row.getInt("delivery_attempts"),
                            row.getBoolean("again"),
                            row.getLong("delivery_version"),
                            JobRows.read(row),
                            row.getString("failure"),
                            row.getString("document")));
                }
            }
            return deliveries;
        }
    }

    /** The deliveries of the current run of each job, by job and sink. */
    static Map<Long, Map<String, Standing>> current(Connection connection, Collection<Long> jobs) throws SQLException {
        String sql = "select d.job_seq, d.sink, d.state, d.reason, d.attempts, d.due_at from delivery d"
                + " join job j on j.seq = d.job_seq and j.run = d.run where d.job_seq = any(?)";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            Rows.setKeys(connection, select, 1, jobs);
            Map<Long, Map<String, Standing>> standings = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Standing standing = new Standing(
                            row.getLong(1),
                            row.getString(2),
                            DeliveryState.valueOf(row.getString(3)),
                            row.getString(4),
                            row.getInt(5),
                            Rows.time(row, 6));
                    standings
                            .computeIfAbsent(standing.jobSeq(), key -> new TreeMap<>())
                            .put(standing.sink(), standing);
                }
            }
            return standings;
        }
    }

    /** Makes dead letters of a job's run due again. */
    static void revive(Connection connection, JobRun run, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update delivery set state = 'PENDING', reason = null, attempts = 0, due_at = ?, updated_at = ?,"
                        + " version = version + 1 where job_seq = ? and run = ? and state = 'DEAD'")) {
            Rows.setTime(update, 1, now);
            Rows.setTime(update, 2, now);
            update.setLong(3, run.jobSeq());
            update.setInt(4, run.run());
            update.executeUpdate();
        }
    }

    /** Makes the transcripts of these jobs due at a sink that has had them, or did not exist then. */
    static void again(Connection connection, String sink, List<Job> jobs, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                        "update delivery set state = 'PENDING', reason = null, attempts = 0, due_at = ?, updated_at = ?,"
                                + " again = true, version = version + 1 where job_seq = ? and run = ? and sink = ?");
                PreparedStatement insert = connection.prepareStatement(
                        "insert into delivery (job_seq, run, sink, state, attempts, due_at, updated_at, version, again)"
                                + " values (?, ?, ?, 'PENDING', 0, ?, ?, 0, true) on conflict do nothing")) {
            for (Job job : jobs) {
                Rows.setTime(update, 1, now);
                Rows.setTime(update, 2, now);
                update.setLong(3, job.seq());
                update.setInt(4, job.progress().run());
                update.setString(5, sink);
                update.addBatch();
                insert.setLong(1, job.seq());
                insert.setInt(2, job.progress().run());
                insert.setString(3, sink);
                Rows.setTime(insert, 4, now);
                Rows.setTime(insert, 5, now);
                insert.addBatch();
            }
            update.executeBatch();
            insert.executeBatch();
        }
    }

    /** Makes due what waits for a sink to come back, unless the sink itself asked to wait. */
    static int pullForward(Connection connection, String table, String sink, Instant now) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update " + table + " set due_at = ?, version = version + 1"
                        + " where sink = ? and state = 'PENDING' and leased_by is null and due_at > ?"
                        + " and (not_before is null or not_before <= ?)")) {
            Rows.setTime(update, 1, now);
            update.setString(2, sink);
            Rows.setTime(update, 3, now);
            Rows.setTime(update, 4, now);
            return update.executeUpdate();
        }
    }

    /** Marks the deliveries of these runs to a sink as done, outside of any schedule; which of them were not before. */
    static boolean[] markDelivered(Connection connection, String sink, List<JobRun> runs, Instant now)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update delivery set state = 'DELIVERED', attempts = 1, updated_at = ?, version = version + 1"
                        + " where job_seq = ? and run = ? and sink = ? and state <> 'DELIVERED'")) {
            for (JobRun run : runs) {
                Rows.setTime(update, 1, now);
                update.setLong(2, run.jobSeq());
                update.setInt(3, run.run());
                update.setString(4, sink);
                update.addBatch();
            }
            return Rows.changed(update.executeBatch());
        }
    }
}
