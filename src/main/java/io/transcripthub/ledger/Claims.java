package io.transcripthub.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
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

    /** When the next row falls due that nobody holds; null when none waits. */
    Instant nextDue(Connection connection, Claim<?> claim) throws SQLException;

    /** What was held is written back. */
    void giveBack(Collection<Long> keys);

    /** What was given back is not written after all. */
    void keep(Collection<Long> keys, Instant now);

    /** Ends the leases that the node had when it last stopped. */
    void release(Connection connection, Instant now) throws SQLException;

    /** A row that may be handed out. */
    record Due(long key, Instant at) {}

    /** The rows that come due first, whether due yet or not, as the index has them. */
    static List<Due> first(Connection connection, Claim<?> claim, int limit) throws SQLException {
        String sql = "select seq, due_at from " + claim.table() + " where " + claim.condition()
                + " and due_at is not null order by due_at limit ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            int parameter = bind(select, 1, claim);
            select.setInt(parameter, limit);
            List<Due> rows = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new Due(row.getLong(1), Rows.time(row, 2)));
                }
            }
            return rows;
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
