package io.transcripthub.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** Reads and writes the table {@code chat}: sealed texts, each as long as its job has not ended. */
final class ChatRows {
    private ChatRows() {}

    static void insert(Connection connection, long jobSeq, String sealed) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into chat (job_seq, sealed) values (?, ?)")) {
            insert.setLong(1, jobSeq);
            insert.setString(2, sealed);
            insert.executeUpdate();
        }
    }

    static Optional<String> find(Connection connection, long jobSeq) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select sealed from chat where job_seq = ?")) {
            select.setLong(1, jobSeq);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    /**
     * Chats go out to be sent. Of one that did before, nobody has said what came of it: an answer may have been lost with the
     * process that waited for it.
     */
    static void handedOut(Connection connection, Collection<Long> jobs, Instant now) throws SQLException {
        if (jobs.isEmpty()) {
            return;
        }
        String earlier = "(select c.handed_out_at from chat c where c.job_seq = job.seq)";
        try (PreparedStatement lost = connection.prepareStatement("update job set lost_at = " + earlier
                        + " where seq = any(?) and lost_at is null and " + earlier + " is not null");
                PreparedStatement update =
                        connection.prepareStatement("update chat set handed_out_at = ? where job_seq = any(?)")) {
            Rows.setKeys(connection, lost, 1, jobs);
            lost.executeUpdate();
            Rows.setTime(update, 1, now);
            Rows.setKeys(connection, update, 2, jobs);
            update.executeUpdate();
        }
    }

    /** It is known what came of these, and they will be sent again. */
    static void cameBack(Connection connection, Collection<Long> jobs) throws SQLException {
        if (jobs.isEmpty()) {
            return;
        }
        try (PreparedStatement update =
                connection.prepareStatement("update chat set handed_out_at = null where job_seq = any(?)")) {
            Rows.setKeys(connection, update, 1, jobs);
            update.executeUpdate();
        }
    }

    static void delete(Connection connection, Collection<Long> jobs) throws SQLException {
        if (jobs.isEmpty()) {
            return;
        }
        try (PreparedStatement delete = connection.prepareStatement("delete from chat where job_seq = any(?)")) {
            Rows.setKeys(connection, delete, 1, jobs);
            delete.executeUpdate();
        }
    }
}
