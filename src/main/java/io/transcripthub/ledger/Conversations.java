package io.transcripthub.ledger;

import io.transcripthub.ledger.Conversation.Analysed;
import io.transcripthub.ledger.Conversation.Asked;
import io.transcripthub.ledger.Conversation.Listed;
import io.transcripthub.ledger.Conversation.Status;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The conversations that vendors' analytics have listed. Threads may share it. */
public final class Conversations {
    private static final String ALL = "seq, account, conversation_id, start_at, duration, disposition, status, reason,"
            + " attempts, utterances, sentiment, redactions, others";

    private final Database database;

    public Conversations(Database database) {
        this.database = database;
    }

    /**
     * Keeps what a page lists. A conversation that is there already keeps its transcript.
     *
     * @param run name of the run that has listed them
     */
    public void list(String account, String run, Collection<Listed> page) {
        Map<String, Listed> distinct = new LinkedHashMap<>();
        page.forEach(listed -> distinct.put(listed.conversationId(), listed));
        List<Listed> listed = List.copyOf(distinct.values());
        database.write(connection -> {
            boolean[] known = update(connection, account, run, listed);
            insert(connection, account, run, listed, known);
            return null;
        });
    }

    /** Keys of what a run has listed and of all that began from a time (included) to another (excluded), in time order. */
    public List<Long> of(Collection<String> accounts, String run, Instant from, Instant to) {
        return keys(
                "select seq from conversation where account = any(?) and (listed_by = ? or start_at >= ? and start_at < ?)"
                        + " order by start_at nulls last, seq",
                select -> {
                    setNames(select, 1, accounts);
                    select.setString(2, run);
                    Rows.setTime(select, 3, from);
                    Rows.setTime(select, 4, to);
                });
    }

    /** As {@link #of}, without those whose transcript is there, and those for which there will be none. */
    public List<Long> missing(Collection<String> accounts, String run, Instant from, Instant to) {
        return keys(
                "select seq from conversation where account = any(?) and (listed_by = ? or start_at >= ? and start_at < ?)"
                        + " and (status in ('WANTED', 'FAILED') or status = 'ABSENT' and due_at is not null)"
                        + " order by start_at nulls last, seq",
                select -> {
                    setNames(select, 1, accounts);
                    select.setString(2, run);
                    Rows.setTime(select, 3, from);
                    Rows.setTime(select, 4, to);
                });
    }

    /** Keys of those of an account whose transcript is to be asked for by now, the oldest first. */
    public List<Long> due(String account, Instant now) {
        return keys(
                "select seq from conversation where account = ? and status in ('WANTED', 'ABSENT', 'FAILED')"
                        + " and due_at <= ? order by start_at nulls last, seq",
                select -> {
                    select.setString(1, account);
                    Rows.setTime(select, 2, now);
                });
    }

    /** How many transcripts of what began in a period may still come or were not to be had. */
    public long missing(String account, Instant from, Instant to) {
        return keys(
                        "select count(*) from conversation where account = ? and start_at >= ? and start_at < ?"
                                + " and (status in ('WANTED', 'FAILED') or status = 'ABSENT' and due_at is not null)",
                        select -> {
                            select.setString(1, account);
                            Rows.setTime(select, 2, from);
                            Rows.setTime(select, 3, to);
                        })
                .get(0);
    }

    /** Rows in the order of the keys; those that are gone are left out. */
    public List<Conversation> read(List<Long> keys) {
        Map<Long, Conversation> found = database.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select " + ALL + " from conversation where seq = any(?)")) {
                Rows.setKeys(connection, select, 1, keys);
                Map<Long, Conversation> rows = new LinkedHashMap<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        rows.put(row.getLong(1), conversation(row));
                    }
                }
                return rows;
            }
        });
        return keys.stream().filter(found::containsKey).map(found::get).toList();
    }

    /** Writes what came of asking for transcripts. One that is there is never taken away again. */
    public void note(List<Asked> asked) {
        database.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update conversation set status = ?, reason = ?, due_at = ?, utterances = ?, sentiment = ?,"
                            + " redactions = ?, others = ?, attempts = attempts + 1 where seq = ? and status <> 'FETCHED'")) {
                for (Asked each : asked) {
                    note(update, each);
                }
                update.executeBatch();
            }
            return null;
        });
    }

    /** Takes out what began before a time, and its text with it. */
    public int forget(Instant before) {
        return database.write(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from conversation where start_at < ?")) {
                Rows.setTime(delete, 1, before);
                return delete.executeUpdate();
            }
        });
    }

    private static void note(PreparedStatement update, Asked asked) throws SQLException {
        Analysed transcript = asked.transcript();
        update.setString(1, asked.status().name());
        update.setString(2, Rows.reason(asked.reason()));
        Rows.setTime(update, 3, asked.due());
        update.setString(4, transcript == null ? null : transcript.utterances());
        update.setString(5, transcript == null ? null : transcript.sentiment());
        update.setString(6, transcript == null ? null : transcript.redactions());
        update.setInt(7, transcript == null ? 0 : transcript.others());
        update.setLong(8, asked.seq());
        update.addBatch();
    }

    private static boolean[] update(Connection connection, String account, String run, List<Listed> page)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update conversation set start_at = ?, duration = ?, disposition = ?, listed_by = ?"
                        + " where account = ? and conversation_id = ?")) {
            for (Listed listed : page) {
                set(update, account, run, listed);
                update.addBatch();
            }
            return Rows.changed(update.executeBatch());
        }
    }

    private static void insert(Connection connection, String account, String run, List<Listed> page, boolean[] known)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into conversation (start_at, duration, disposition, listed_by, account, conversation_id, status,"
                        + " attempts, due_at, others) values (?, ?, ?, ?, ?, ?, 'WANTED', 0, 0, 0)"
                        + " on conflict do nothing")) {
            for (int i = 0; i < known.length; i++) {
                if (!known[i]) {
                    set(insert, account, run, page.get(i));
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static void set(PreparedStatement statement, String account, String run, Listed listed)
            throws SQLException {
        Rows.setTime(statement, 1, listed.start());
        if (listed.durationSeconds() == null) {
            statement.setNull(2, Types.DOUBLE);
        } else {
            statement.setDouble(2, listed.durationSeconds());
        }
        statement.setString(3, Rows.reason(listed.disposition()));
        statement.setString(4, run);
        statement.setString(5, account);
        statement.setString(6, listed.conversationId());
    }

    private static Conversation conversation(ResultSet row) throws SQLException {
        double duration = row.getDouble(5);
        Double known = row.wasNull() ? null : Double.valueOf(duration);
        Listed listed = new Listed(row.getString(3), Rows.time(row, 4), known, row.getString(6));
        String utterances = row.getString(10);
        return new Conversation(
                row.getLong(1),
                row.getString(2),
                listed,
                Status.valueOf(row.getString(7)),
                row.getString(8),
                row.getInt(9),
                utterances == null
                        ? null
                        : new Analysed(utterances, row.getString(11), row.getString(12), row.getInt(13)));
    }

    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    private List<Long> keys(String sql, Parameters parameters) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                parameters.set(select);
                List<Long> keys = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        keys.add(row.getLong(1));
                    }
                }
                return keys;
            }
        });
    }

    private static void setNames(PreparedStatement statement, int parameter, Collection<String> names)
            throws SQLException {
        statement.setArray(parameter, statement.getConnection().createArrayOf("varchar", names.toArray()));
    }
}
