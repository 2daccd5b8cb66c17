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
    private static final int REPLACEMENT = 0xFFFD;

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

    /** Fit for a column: other people's words may be long, and hold what no database or JSON takes. */
    static String reason(String words) {
        if (words == null) {
            return null;
        }
        StringBuilder fit = new StringBuilder();
        for (int c, i = 0; i < words.length(); i += Character.charCount(c)) {
            c = words.codePointAt(i);
            if (fit.length() + Character.charCount(c) > LONGEST_REASON) {
                break;
            }
            boolean unfit = c == 0 || Character.getType(c) == Character.SURROGATE;
            fit.appendCodePoint(unfit ? REPLACEMENT : c);
        }
        return fit.toString();
    }

    static boolean[] changed(int[] counts) {
        boolean[] changed = new boolean[counts.length];
        for (int i = 0; i < counts.length; i++) {
            changed[i] = counts[i] > 0;
        }
        return changed;
    }
}
