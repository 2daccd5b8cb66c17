package io.transcripthub.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads and writes the table {@code job}. */
final class JobRows {
    static final String COLUMNS =
            """
            j.seq, j.job_id, j.account, j.kind, j.external_id, j.language, j.options, j.reference, j.engine, j.state,
            j.reason, j.vendor_id, j.run, j.attempts, j.polls, j.faults, j.queued_at, j.accepted_at, j.deadline_at,
            j.due_at, j.created_at, j.updated_at, j.leased_by, j.version,
            j.unanswered, j.not_before, j.lost_at""";

    private static final String INSERT =
            """
            insert into job (job_id, account, kind, external_id, language, options, reference, engine, state, run,
              attempts, polls, faults, unanswered, queued_at, due_at, created_at, updated_at, version, bulk)
            values (?, ?, ?, ?, ?, ?, ?, ?, 'QUEUED', 0, 0, 0, 0, 0, ?, ?, ?, ?, 0, ?) on conflict do nothing""";

    private static final String UPDATE =
            """
            update job set state = ?, reason = ?, vendor_id = ?, run = ?, attempts = ?, polls = ?, faults = ?,
              unanswered = ?, queued_at = ?, accepted_at = ?, deadline_at = ?, due_at = ?, not_before = ?, lost_at = ?, updated_at = ?,
              leased_by = null,
              version = version + 1
            where seq = ? and version = ?""";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OPTIONS = new TypeReference<>() {};

    private JobRows() {}

    /**
     * Writes a row for each recording that has none, in the order of their ids: two that write the same rows wait for
     * each other, and must not do so crosswise.
     *
     * @param bulk whether they wait behind others
     * @return the recordings that were new
     */
    static List<Recording> insert(Connection connection, List<Recording> recordings, boolean bulk, Instant now)
            throws SQLException {
        List<Recording> sorted = recordings.stream()
                .sorted(Comparator.comparing(Recording::jobId))
                .toList();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Recording recording : sorted) {
                insert.setString(1, recording.jobId());
                insert.setString(2, recording.account());
                insert.setString(3, recording.kind());
                insert.setString(4, recording.externalId());
                insert.setString(5, recording.language());
                insert.setString(6, json(recording.options()));
                insert.setString(7, recording.reference());
                insert.setString(8, recording.engine());
                for (int time = 9; time <= 12; time++) {
                    insert.setLong(time, now.toEpochMilli());
                }
                insert.setBoolean(13, bulk);
                insert.addBatch();
            }
            boolean[] isNew = Rows.changed(insert.executeBatch());
            return IntStream.range(0, isNew.length)
                    .filter(i -> isNew[i])
                    .mapToObj(sorted::get)
                    .toList();
        }
    }

    /** Which of the jobs still had the version that was expected, in their order. */
    static boolean[] update(Connection connection, List<Job> jobs, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            for (Job job : jobs) {
                Progress progress = job.progress();
                update.setString(1, progress.state().name());
                update.setString(2, progress.reason());
                update.setString(3, progress.vendorId());
                update.setInt(4, progress.run());
                update.setInt(5, progress.attempts());
                update.setInt(6, progress.polls());
                update.setInt(7, progress.faults());
                update.setInt(8, progress.unanswered());
                Rows.setTime(update, 9, progress.queuedAt());
                Rows.setTime(update, 10, progress.acceptedAt());
                Rows.setTime(update, 11, progress.deadlineAt());
                Rows.setTime(update, 12, progress.dueAt());
                Rows.setTime(update, 13, progress.notBefore());
                Rows.setTime(update, 14, progress.lostAt());
                Rows.setTime(update, 15, now);
                update.setLong(16, job.seq());
                update.setLong(17, job.version());
                update.addBatch();
            }
            return Rows.changed(update.executeBatch());
        }
    }

    static Optional<Job> find(Connection connection, String jobId) throws SQLException {
        return find(connection, jobId, "");
    }

    private static Optional<Job> find(Connection connection, String jobId, String locking) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select " + COLUMNS + " from job j where j.job_id = ?" + locking)) {
            select.setString(1, jobId);
            return list(select).stream().findFirst();
        }
    }

    /** As {@link #find}, and locks the row until the transaction ends. */
    static Optional<Job> lock(Connection connection, String jobId) throws SQLException {
        return find(connection, jobId, " for update");
    }

    static List<Job> read(Connection connection, Collection<Long> keys) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select " + COLUMNS + " from job j where j.seq = any(?) order by j.seq")) {
            Rows.setKeys(connection, select, 1, keys);
            return list(select);
        }
    }

    /** Locks the rows until the transaction ends, in the order of their keys; returns the accounts by key. */
    static Map<Long, String> lock(Connection connection, Collection<Long> keys) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select seq, account from job where seq = any(?) order by seq for update")) {
            Rows.setKeys(connection, select, 1, keys);
            Map<Long, String> accounts = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    accounts.put(row.getLong(1), row.getString(2));
                }
            }
            return accounts;
        }
    }

    static List<Job> list(PreparedStatement select) throws SQLException {
        try (ResultSet rows = select.executeQuery()) {
            List<Job> jobs = new ArrayList<>();
            while (rows.next()) {
                jobs.add(read(rows));
            }
            return jobs;
        }
    }

    /** Reads {@link #COLUMNS}, which must stand first. */
    static Job read(ResultSet row) throws SQLException {
        Recording recording = new Recording(
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                readOptions(row.getString(7)),
                row.getString(8),
                row.getString(9));
        Progress progress = new Progress(
                JobState.valueOf(row.getString(10)),
                row.getString(11),
                row.getString(12),
                row.getInt(13),
                row.getInt(14),
                row.getInt(15),
                row.getInt(16),
                row.getInt(25),
                Rows.time(row, 17),
                Rows.time(row, 18),
                Rows.time(row, 19),
                Rows.time(row, 20),
                Rows.time(row, 26),
                Rows.time(row, 27));
        return new Job(
                row.getLong(1),
                recording,
                progress,
                Rows.time(row, 21),
                Rows.time(row, 22),
                row.getString(23) != null,
                row.getLong(24));
    }

    static String json(Object members) {
        try {
            return JSON.writeValueAsString(members);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("not to be written as JSON", impossible);
        }
    }

    /** Of a transcript's document; empty where there was no reference to compare with. */
    static Optional<Double> wordErrorRate(String document) throws SQLException {
        try {
            JsonNode rate = JSON.readTree(document).path("metrics").path("word_error_rate");
            return rate.isNumber() ? Optional.of(rate.doubleValue()) : Optional.empty();
        } catch (JsonProcessingException damaged) {
            throw new SQLException("transcript.document is not JSON", damaged);
        }
    }

    private static Map<String, Object> readOptions(String options) throws SQLException {
        try {
            return JSON.readValue(options, OPTIONS);
        } catch (JsonProcessingException damaged) {
            throw new SQLException("job.options is not JSON", damaged);
        }
    }
}
