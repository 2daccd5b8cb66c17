package io.transcripthub.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Hands out due rows of one table under a lease: moves {@code due_at} to the lease's end and notes who holds the row.
 * PostgreSQL does it in one statement that skips what others hold; on H2, which is slow at that and has one writer
 * anyway, a select is followed by a compare-and-set.
 */
record Claims(String table, String condition) {
    static final Claims JOBS = new Claims("job", "state = ? and kind = ?");
    static final Claims DELIVERIES = new Claims("delivery", "state = 'PENDING' and sink = ?");

    private static final String LEASE = " set leased_by = ?, due_at = ?, version = version + 1";

    /**
     * @param parameters of the condition
     * @return keys of the rows that are now leased to the node
     */
    List<Long> take(
            Connection connection,
            boolean postgres,
            List<String> parameters,
            String node,
            Instant now,
            Instant leaseEnd,
            int limit)
            throws SQLException {
        return postgres
                ? takeAtOnce(connection, parameters, node, now, leaseEnd, limit)
                : takeOneByOne(connection, parameters, node, now, leaseEnd, limit);
    }

    private List<Long> takeAtOnce(
            Connection connection, List<String> parameters, String node, Instant now, Instant leaseEnd, int limit)
            throws SQLException {
        String sql = "update " + table + LEASE + " where seq in (select seq from " + table + " where " + condition
                + " and due_at <= ? order by due_at limit ? for update skip locked) returning seq";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, node);
            Rows.setTime(update, 2, leaseEnd);
            bind(update, 3, parameters, now, limit);
            List<Long> keys = new ArrayList<>();
            try (ResultSet rows = update.executeQuery()) {
                while (rows.next()) {
                    keys.add(rows.getLong(1));
                }
            }
            return keys;
        }
    }

    private List<Long> takeOneByOne(
            Connection connection, List<String> parameters, String node, Instant now, Instant leaseEnd, int limit)
            throws SQLException {
        List<Long> keys = new ArrayList<>();
        String due = "select seq, version from " + table + " where " + condition
                + " and due_at <= ? order by due_at limit ?";
        try (PreparedStatement select = connection.prepareStatement(due);
                PreparedStatement update =
                        connection.prepareStatement("update " + table + LEASE + " where seq = ? and version = ?")) {
            bind(select, 1, parameters, now, limit);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    update.setString(1, node);
                    Rows.setTime(update, 2, leaseEnd);
                    update.setLong(3, rows.getLong(1));
                    update.setLong(4, rows.getLong(2));
                    update.addBatch();
                    keys.add(rows.getLong(1));
                }
            }
            boolean[] won = Rows.changed(update.executeBatch());
            List<Long> mine = new ArrayList<>(keys.size());
            for (int i = 0; i < won.length; i++) {
                if (won[i]) {
                    mine.add(keys.get(i));
                }
            }
            return mine;
        }
    }

    private static void bind(PreparedStatement statement, int first, List<String> parameters, Instant now, int limit)
            throws SQLException {
        int next = first;
        for (String parameter : parameters) {
            statement.setString(next++, parameter);
        }
        Rows.setTime(statement, next++, now);
        statement.setInt(next, limit);
    }

    /** When the next row falls due, null when none is waiting. */
    Instant nextDue(Connection connection, List<String> parameters) throws SQLException {
        String sql = "select due_at from " + table + " where " + condition
                + " and due_at is not null order by due_at limit 1";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                select.setString(i + 1, parameters.get(i));
            }
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Rows.time(row, 1) : null;
            }
        }
    }

    /** Makes due at once what a node held when it stopped. */
    void release(Connection connection, String node, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update " + table + " set leased_by = null, due_at = ?, version = version + 1 where leased_by = ?")) {
            Rows.setTime(update, 1, now);
            update.setString(2, node);
            update.executeUpdate();
        }
    }
}
