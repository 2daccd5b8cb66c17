package io.transcripthub.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads and writes the table {@code notice}. */
final class NoticeRows {
    static final String TABLE = "notice";

    private NoticeRows() {}

    static void insert(
            Connection connection, String account, String type, Map<String, Object> data, String sink, Instant now)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into notice (event_id, account, type, data, sink, state, attempts, created_at, due_at, updated_at,"
                        + " version) values (?, ?, ?, ?, ?, 'PENDING', 0, ?, ?, ?, 0)")) {
            insert.setString(1, "evt_" + UUID.randomUUID().toString().replace("-", ""));
            insert.setString(2, account);
            insert.setString(3, type);
            insert.setString(4, JobRows.json(data));
            insert.setString(5, sink);
            for (int time = 6; time <= 8; time++) {
                Rows.setTime(insert, time, now);
            }
            insert.executeUpdate();
        }
    }

    static List<Notice> read(Connection connection, Collection<Long> keys) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select seq, event_id, account, type, data, sink, attempts, created_at, version from notice"
                        + " where seq = any(?) order by seq")) {
            Rows.setKeys(connection, select, 1, keys);
            List<Notice> notices = new ArrayList<>(keys.size());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    notices.add(read(row));
                }
            }
            return notices;
        }
    }

    /** Reads these columns, which must stand first. */
    static Notice read(ResultSet row) throws SQLException {
        return new Notice(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getInt(7),
                Rows.time(row, 8),
                row.getLong(9));
    }
}
