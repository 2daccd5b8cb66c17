package io.transcripthub.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads and writes the tables {@code engine} and {@code engine_step}. */
final class EngineRows {
    private static final String SELECT =
            "select seq, account, name, version, engine_id, payload_hash, settings, split, applied_at from engine";

    private EngineRows() {}

    static Optional<EngineVersion> find(Connection connection, String account, String name, String version)
            throws SQLException {
        return select(connection, SELECT + " where account = ? and name = ? and version = ?", account, name, version);
    }

    static Optional<EngineVersion> lastApplied(Connection connection, String account, String name) throws SQLException {
        return select(
                connection,
                SELECT + " where account = ? and name = ? and applied_at is not null order by applied_at desc, seq desc"
                        + " limit 1",
                account,
                name);
    }

    /** The version that was made at the vendor last before another one. */
    static Optional<EngineVersion> before(Connection connection, EngineVersion version) throws SQLException {
        return select(
                connection,
                SELECT
                        + " where account = ? and name = ? and engine_id is not null and seq < ? order by seq desc limit 1",
                version.account(),
                version.name(),
                version.seq());
    }

    private static Optional<EngineVersion> select(Connection connection, String sql, Object... parameters)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(read(connection, row)) : Optional.empty();
            }
        }
    }

    private static EngineVersion read(Connection connection, ResultSet row) throws SQLException {
        return new EngineVersion(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getInt(8),
                Rows.time(row, 9),
                steps(connection, row.getLong(1)));
    }

    private static Map<String, EngineVersion.Step> steps(Connection connection, long engine) throws SQLException {
        Map<String, EngineVersion.Step> steps = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select step, state, digest, vendor_id from engine_step where engine_seq = ?")) {
            select.setLong(1, engine);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    boolean done = row.getString(2).equals("DONE");
                    steps.put(row.getString(1), new EngineVersion.Step(done, row.getString(3), row.getString(4)));
                }
            }
        }
        return steps;
    }

    static void insert(Connection connection, String account, String name, String version) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into engine (account, name, version, split) values (?, ?, ?, 0) on conflict do nothing")) {
            insert.setString(1, account);
            insert.setString(2, name);
            insert.setString(3, version);
            insert.executeUpdate();
        }
    }

    /** @return false when somebody else holds it */
    static boolean hold(Connection connection, long engine, String node, Instant now, Instant until)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update engine set held_by = ?, held_until = ? where seq = ? and (held_by is null or held_until <= ?)")) {
            update.setString(1, node);
            Rows.setTime(update, 2, until);
            update.setLong(3, engine);
            Rows.setTime(update, 4, now);
            return update.executeUpdate() == 1;
        }
    }

    static void release(Connection connection, long engine) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update engine set held_by = null, held_until = null where seq = ?")) {
            update.setLong(1, engine);
            update.executeUpdate();
        }
    }

    /** Ends what a node held when it last stopped. */
    static void releaseAll(Connection connection, String node) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update engine set held_by = null, held_until = null where held_by = ?")) {
            update.setString(1, node);
            update.executeUpdate();
        }
    }

    static void step(Connection connection, long engine, String name, EngineVersion.Step step, Instant now)
            throws SQLException {
        forget(connection, engine, name);
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into engine_step (engine_seq, step, state, digest, vendor_id, updated_at) values (?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, engine);
            insert.setString(2, name);
            insert.setString(3, step.done() ? "DONE" : "SENT");
            insert.setString(4, step.digest());
            insert.setString(5, step.vendorId());
            Rows.setTime(insert, 6, now);
            insert.executeUpdate();
        }
    }

    static void forget(Connection connection, long engine, String step) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from engine_step where engine_seq = ? and step = ?")) {
            delete.setLong(1, engine);
            delete.setString(2, step);
            delete.executeUpdate();
        }
    }

    static void created(Connection connection, long engine, String engineId, int split) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update engine set engine_id = ?, split = ? where seq = ?")) {
            update.setString(1, engineId);
            update.setInt(2, split);
            update.setLong(3, engine);
            update.executeUpdate();
        }
    }

    static void split(Connection connection, long engine, int split) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update engine set split = ? where seq = ?")) {
            update.setInt(1, split);
            update.setLong(2, engine);
            update.executeUpdate();
        }
    }

    static void applied(Connection connection, long engine, String payloadHash, String settings, Instant now)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update engine set payload_hash = ?, settings = ?, applied_at = ? where seq = ?")) {
            update.setString(1, payloadHash);
            update.setString(2, settings);
            Rows.setTime(update, 3, now);
            update.setLong(4, engine);
            update.executeUpdate();
        }
    }
}
