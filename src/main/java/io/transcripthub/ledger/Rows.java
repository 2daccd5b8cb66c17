package io.transcripthub.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;

/** How times, reasons and keys are written to and read from any table of the ledger. */
final class Rows {
    private static final int LONGEST_REASON = 1_000;

    private Rows() {}

    static Instant time(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    static void setTime(PreparedStatement statement, int parameter, Instant time) throws SQLException {
        if (time == null) {
            statement.setNull(parameter, Types.BIGINT);
        } else {
            statement.setLong(parameter, time.toEpochMilli());
        }
    }

    static void setKeys(Connection connection, PreparedStatement statement, int parameter, Collection<Long> keys)
            throws SQLException {
        statement.setArray(parameter, connection.createArrayOf("bigint", keys.toArray()));
    }

    static String bounded(String reason) {
        return reason == null || reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }

    static boolean[] changed(int[] counts) {
        boolean[] changed = new boolean[counts.length];
        for (int i = 0; i < counts.length; i++) {
            changed[i] = counts[i] > 0;
        }
        return changed;
    }
}
