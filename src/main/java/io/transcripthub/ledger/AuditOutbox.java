package io.transcripthub.ledger;

import io.transcripthub.audit.AuditChain;
import io.transcripthub.audit.AuditLine;
import io.transcripthub.audit.ChainHead;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The node's audit chain on its way to the file: lines are chained in the transaction that makes the change they tell
 * of, and deleted once they are on disk.
 */
final class AuditOutbox {
    /** @param tells the run whose end the line tells, null when it tells of something else */
    record Event(Map<String, Object> entry, JobRun tells) {}

    private final String node;

    AuditOutbox(String node) {
        this.node = node;
    }

    /**
     * Begins the node's chain if the ledger has none.
     *
     * @param onDisk where the chain on disk ends, which may be older than the ledger
     */
    void begin(Connection connection, ChainHead onDisk) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into audit_chain (node, seq, hash) values (?, ?, ?) on conflict do nothing")) {
            insert.setString(1, node);
            insert.setLong(2, onDisk.seq());
            insert.setString(3, onDisk.hash());
            insert.executeUpdate();
        }
    }

    /** Chains the events. The chain's row is locked until the transaction ends, so there is one writer to a chain. */
    void append(Connection connection, List<Event> events) throws SQLException {
        if (events.isEmpty()) {
            return;
        }
        ChainHead head = lockedHead(connection);
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into audit_line (node, seq, hash, line, job_seq, run) values (?, ?, ?, ?, ?, ?)")) {
            for (Event event : events) {
                AuditLine line = AuditChain.next(head, event.entry());
                insert.setString(1, node);
                insert.setLong(2, line.seq());
                insert.setString(3, line.hash());
                insert.setString(4, line.json());
                insert.setObject(5, event.tells() == null ? null : event.tells().jobSeq(), Types.BIGINT);
                insert.setObject(6, event.tells() == null ? null : event.tells().run(), Types.INTEGER);
                insert.addBatch();
                head = new ChainHead(line.seq(), line.hash());
            }
            insert.executeBatch();
        }
        moveHead(connection, head);
    }

    ChainHead head(Connection connection) throws SQLException {
        return head(connection, "");
    }

    private ChainHead lockedHead(Connection connection) throws SQLException {
        return head(connection, " for update");
    }

    private ChainHead head(Connection connection, String locking) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select seq, hash from audit_chain where node = ?" + locking)) {
            select.setString(1, node);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new ChainHead(row.getLong(1), row.getString(2));
            }
        }
    }

    private void moveHead(Connection connection, ChainHead head) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update audit_chain set seq = ?, hash = ? where node = ?")) {
            update.setLong(1, head.seq());
            update.setString(2, head.hash());
            update.setString(3, node);
            update.executeUpdate();
        }
    }

    /** The oldest lines that are not known to be on disk, in the order of the chain. */
    List<AuditLine> unwritten(Connection connection, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select seq, hash, line from audit_line where node = ? order by seq limit ?")) {
            select.setString(1, node);
            select.setInt(2, limit);
            List<AuditLine> lines = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    lines.add(new AuditLine(row.getLong(1), row.getString(2), row.getString(3)));
                }
            }
            return lines;
        }
    }

    /** Forgets the lines up to {@code seq}; returns the runs whose end they told. */
    List<JobRun> written(Connection connection, long seq) throws SQLException {
        List<JobRun> runs = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "select job_seq, run from audit_line where node = ? and seq <= ? and job_seq is not null"
                                + " order by seq");
                PreparedStatement delete =
                        connection.prepareStatement("delete from audit_line where node = ? and seq <= ?")) {
            for (PreparedStatement statement : List.of(select, delete)) {
                statement.setString(1, node);
                statement.setLong(2, seq);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    runs.add(new JobRun(row.getLong(1), row.getInt(2)));
                }
            }
            delete.executeUpdate();
        }
        return runs;
    }
}
