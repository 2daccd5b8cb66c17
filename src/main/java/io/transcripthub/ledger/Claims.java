package io.transcripthub.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Hands out the due rows of one table, each to one holder at a time, until it is given back or its lease ends. */
sealed interface Claims permits SharedClaims, OwnClaims {
    /**
     * Leases up to {@code limit} rows that are due, the longest due first.
     *
     * @return their keys
     */
    List<Long> take(Connection connection, Claim<?> claim, Instant now) throws SQLException;

    /** What was held is written back. */
    void giveBack(Collection<Long> keys);

    /** What was given back is not written after all. */
    void keep(Collection<Long> keys, Instant now);

    /** Ends the leases that the node had when it last stopped. */
    void release(Connection connection, Instant now) throws SQLException;

    /** When the first row falls due after a time; null when there is none. */
    static Instant firstAfter(Connection connection, Claim<?> claim, Instant time) throws SQLException {
        String sql = "select due_at from " + claim.table() + " where " + claim.condition()
                + " and due_at > ? order by due_at limit 1";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            Rows.setTime(select, bind(select, 1, claim), time);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Rows.time(row, 1) : null;
            }
        }
    }

    /** Binds the condition's parameters from the {@code first} on; returns the next free one. */
    static int bind(PreparedStatement statement, int first, Claim<?> claim) throws SQLException {
        int next = first;
        for (String parameter : claim.parameters()) {
            statement.setString(next++, parameter);
        }
        return next;
    }
}
