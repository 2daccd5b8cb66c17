package io.transcripthub.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Claims on a PostgreSQL database that several nodes use. A claim notes who holds the row and moves {@code due_at} to
 * the lease's end, in one statement that skips what other nodes are just claiming.
 */
final class SharedClaims implements Claims {
    private final String table;
    private final String node;
    private final Duration lease;

    SharedClaims(String table, String node, Duration lease) {
        this.table = table;
        this.node = node;
        this.lease = lease;
    }

    @Override
    public List<Long> take(Connection connection, Claim<?> claim, Instant now) throws SQLException {
        String sql = "update " + table
                + " set leased_by = ?, due_at = ?, version = version + 1 where seq in (select seq from "
                + table + " where " + claim.condition()
                + " and due_at <= ? order by due_at limit ? for update skip locked) returning seq";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, node);
            Rows.setTime(update, 2, now.plus(lease));
            int parameter = Claims.bind(update, 3, claim);
            Rows.setTime(update, parameter, now);
            update.setInt(parameter + 1, claim.limit());
            List<Long> keys = new ArrayList<>();
            try (ResultSet row = update.executeQuery()) {
                while (row.next()) {
                    keys.add(row.getLong(1));
                }
            }
            return keys;
        }
    }

    @Override
    public void giveBack(Collection<Long> keys) {
        // writing a row back ends its lease
    }

    @Override
    public void keep(Collection<Long> keys, Instant now) {
        // the transaction that ended the lease was rolled back
    }

    @Override
    public void release(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update " + table + " set leased_by = null, due_at = ?, version = version + 1 where leased_by = ?")) {
            Rows.setTime(update, 1, now);
            update.setString(2, node);
            update.executeUpdate();
        }
    }
}
