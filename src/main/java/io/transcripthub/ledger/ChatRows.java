package io.transcripthub.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
