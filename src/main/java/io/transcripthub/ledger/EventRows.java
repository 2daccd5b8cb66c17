package io.transcripthub.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Reads and writes the table {@code vendor_event}. */
final class EventRows {
    /** Waits for its job to end, or to be known. */
    static final String WAITING = "WAITING";

    /** Its job has ended. */
    static final String DONE = "DONE";

    /** No job came to be known in a day. */
    static final String UNMATCHED = "UNMATCHED";

    /** It tells of no transcription. */
    static final String KEPT = "KEPT";

    private static final String COLUMNS =
            "seq, account, event_key, event_id, type, transcription_id, attempts, received_at, version";

    private EventRows() {}

    /**
     * Writes the events that have not come before, in the order of their keys: two that write the same rows wait for each
     * other, and must not do so crosswise.
     *
     * @return the events that were new
     */
    static List<VendorEvent> insert(Connection connection, List<VendorEvent> events, Instant now) throws SQLException {
        List<VendorEvent> sorted = events.stream()
                .sorted(Comparator.comparing(VendorEvent::account).thenComparing(VendorEvent::key))
                .toList();
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into vendor_event (account, event_key, event_id, type, transcription_id, state, attempts,"
                        + " received_at, due_at, version) values (?, ?, ?, ?, ?, ?, 0, ?, ?, 0) on conflict do nothing")) {
            for (VendorEvent event : sorted) {
                boolean waits = event.transcriptionId() != null;
                insert.setString(1, event.account());
                insert.setString(2, event.key());
                insert.setString(3, event.id());
                insert.setString(4, event.type());
                insert.setString(5, event.transcriptionId());
                insert.setString(6, waits ? WAITING : KEPT);
                Rows.setTime(insert, 7, now);
                Rows.setTime(insert, 8, waits ? now : null);
                insert.addBatch();
            }
            boolean[] isNew = Rows.changed(insert.executeBatch());
            return IntStream.range(0, isNew.length)
                    .filter(i -> isNew[i])
                    .mapToObj(sorted::get)
                    .toList();
        }
    }

    /**
     * Those that wait and are due, the longest due first.
     *
     * @param locking so that two nodes do not get the same rows
     */
    static List<WaitingEvent> due(Connection connection, Instant now, int limit, String locking) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select " + COLUMNS
                + " from vendor_event where state = 'WAITING' and due_at <= ? order by due_at limit ?" + locking)) {
            Rows.setTime(select, 1, now);
            select.setInt(2, limit);
            return list(select);
        }
    }

    static List<WaitingEvent> read(Connection connection, Collection<Long> keys) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select " + COLUMNS + " from vendor_event where seq = any(?) order by seq")) {
            Rows.setKeys(connection, select, 1, keys);
            return list(select);
        }
    }

    private static List<WaitingEvent> list(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<WaitingEvent> events = new ArrayList<>();
            while (row.next()) {
                VendorEvent event = new VendorEvent(
                        row.getString("account"),
                        row.getString("event_key"),
                        row.getString("event_id"),
                        row.getString("type"),
                        row.getString("transcription_id"));
                events.add(new WaitingEvent(
                        row.getLong("seq"),
                        event,
                        row.getInt("attempts"),
                        Instant.ofEpochMilli(row.getLong("received_at")),
                        row.getLong("version")));
            }
            return events;
        }
    }

    /** An event that was looked at: in another state, or due again. */
    record Looked(WaitingEvent event, String state, String reason, Instant dueAt) {
        static Looked ended(WaitingEvent event, String state, String reason) {
            return new Looked(event, state, Rows.reason(reason), null);
        }

        /** @param dueAt when it is to be looked at again */
        static Looked again(WaitingEvent event, String reason, Instant dueAt) {
            return new Looked(event, WAITING, Rows.reason(reason), dueAt);
        }
    }

    /** Which of the events still had the version that was expected, in their order. */
    static boolean[] update(Connection connection, List<Looked> events) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update vendor_event set state = ?, reason = ?, due_at = ?, attempts = attempts + 1, leased_by = null,"
                        + " version = version + 1 where seq = ? and version = ?")) {
            for (Looked looked : events) {
                update.setString(1, looked.state());
                update.setString(2, looked.reason());
                Rows.setTime(update, 3, looked.dueAt());
                update.setLong(4, looked.event().seq());
                update.setLong(5, looked.event().version());
                update.addBatch();
            }
            return Rows.changed(update.executeBatch());
        }
    }

    /** Forgets events that are over; until then the same event, when it comes again, is known. */
    static void forget(Connection connection, Instant receivedBefore) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from vendor_event where state <> 'WAITING' and received_at < ?")) {
            Rows.setTime(delete, 1, receivedBefore);
            delete.executeUpdate();
        }
    }
}
