package io.transcripthub.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What sinks were told that is not about a job, for those who look at it, send it again or clear it away. */
public final class Notices {
    private static final String SELECT =
            "select seq, event_id, account, type, data, sink, attempts, created_at, version, state, reason, due_at, updated_at,"
                    + " leased_by from notice where ";

    private final Database database;
    private final AuditOutbox audit;
    private final String node;
    private final InstantSource clock;

    public Notices(Database database, String node, InstantSource clock) {
        this.database = database;
        this.audit = new AuditOutbox(node);
        this.node = node;
        this.clock = clock;
    }

    /**
     * Newest first.
     *
     * @param state null for all
     * @param before row number to go on from, null to begin
     */
    public List<NoticeStatus> list(DeliveryState state, Long before, int limit) {
        long first = before == null ? Long.MAX_VALUE : before;
        return database.read(connection -> state == null
                ? select(connection, "seq < ? order by seq desc limit ?", first, limit)
                : select(connection, "seq < ? and state = ? order by seq desc limit ?", first, state.name(), limit));
    }

    public Optional<NoticeStatus> find(String eventId) {
        return database.read(connection ->
                select(connection, "event_id = ?", eventId).stream().findFirst());
    }

    /**
     * Sends a dead one again, under the id that it had.
     *
     * @return whether it was dead
     */
    public boolean retry(String eventId) {
        Instant now = clock.instant();
        return database.write(connection -> {
            List<NoticeStatus> dead = select(connection, "event_id = ? and state = 'DEAD' for update", eventId);
            for (NoticeStatus one : dead) {
                Map<String, Object> entry = AuditEntries.retried(one.notice(), now);
                audit.append(connection, List.of(new AuditOutbox.Event(entry, null)));
            }
            sendAgain(connection, dead, now);
            return !dead.isEmpty();
        });
    }

    /**
     * Sends again what a sink has had or was given up at.
     *
     * @param from and to: when they were written, from (included) to (excluded); null where there is no limit
     * @return how many; those that wait for the sink anyway do not count
     */
    public int redeliver(String sink, Instant from, Instant to) {
        return database.write(connection -> {
            List<NoticeStatus> again = select(
                    connection,
                    "sink = ? and state <> 'PENDING' and created_at >= ? and created_at < ? order by seq for update",
                    sink,
                    from == null ? Long.MIN_VALUE : from.toEpochMilli(),
                    to == null ? Long.MAX_VALUE : to.toEpochMilli());
            sendAgain(connection, again, clock.instant());
            return again.size();
        });
    }

    private void sendAgain(Connection connection, List<NoticeStatus> notices, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update notice set state = 'PENDING', reason = null, attempts = 0, due_at = ?, not_before = null,"
                        + " updated_at = ?, version = version + 1 where seq = any(?)")) {
            Rows.setTime(update, 1, now);
            Rows.setTime(update, 2, now);
            Rows.setKeys(connection, update, 3, keys(notices));
            update.executeUpdate();
        }
        Tally tally = new Tally();
        notices.forEach(
                one -> tally.delivery(one.notice().account(), one.notice().sink(), one.state(), DeliveryState.PENDING));
        tally.write(connection, node);
    }

    /** Clears away what has ended, well or not, and has not changed since; returns how many. */
    public int forget(Instant before) {
        return database.write(connection -> {
            List<NoticeStatus> old =
                    select(connection, "state <> 'PENDING' and updated_at < ? for update", before.toEpochMilli());
            try (PreparedStatement delete = connection.prepareStatement("delete from notice where seq = any(?)")) {
                Rows.setKeys(connection, delete, 1, keys(old));
                delete.executeUpdate();
            }
            Tally tally = new Tally();
            old.forEach(one -> tally.forgotten(
                    one.notice().account(), one.notice().sink(), one.state().name()));
            tally.write(connection, node);
            return old.size();
        });
    }

    private static List<Long> keys(List<NoticeStatus> notices) {
        return notices.stream().map(one -> one.notice().seq()).toList();
    }

    private static List<NoticeStatus> select(Connection connection, String condition, Object... parameters)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + condition)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setObject(i + 1, parameters[i]);
            }
            List<NoticeStatus> notices = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    notices.add(new NoticeStatus(
                            NoticeRows.read(row),
                            DeliveryState.valueOf(row.getString("state")),
                            row.getString("reason"),
                            Rows.time(row, 12),
                            Rows.time(row, 13),
                            row.getString("leased_by") != null));
                }
            }
            return notices;
        }
    }
}
