package io.transcripthub.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps count of rows by account, sink and state: gathers what a transaction changes, and writes it at its end. */
final class Tally {
    /** In place of a sink's name, for jobs. */
    private static final String JOBS = "";

    private record Row(String account, String sink, String state) implements Comparable<Row> {
        private String key() {
            return account + '\n' + sink + '\n' + state;
        }

        @Override
        public int compareTo(Row other) {
            return key().compareTo(other.key());
        }
    }

    /** Sorted, so that two transactions never wait for each other. */
    private final Map<Row, Long> changes = new TreeMap<>();

    void job(String account, JobState from, JobState to) {
        moved(account, JOBS, from == null ? null : from.name(), to.name());
    }

    void delivery(String account, String sink, DeliveryState from, DeliveryState to) {
        moved(account, sink, from == null ? null : from.name(), to.name());
    }

    /**
     * A row that is there no more.
     *
     * @param sink null for a job
     */
    void forgotten(String account, String sink, String state) {
        changes.merge(new Row(account, sink == null ? JOBS : sink, state), -1L, Long::sum);
    }

    private void moved(String account, String sink, String from, String to) {
        if (from != null) {
            changes.merge(new Row(account, sink, from), -1L, Long::sum);
        }
        changes.merge(new Row(account, sink, to), 1L, Long::sum);
    }

    void write(Connection connection, String node) throws SQLException {
        changes.values().removeIf(change -> change == 0);
        if (changes.isEmpty()) {
            return;
        }
        String where = " where node = ? and account = ? and sink = ? and state = ?";
        try (PreparedStatement update = connection.prepareStatement("update tally set n = n + ?" + where);
                PreparedStatement insert = connection.prepareStatement(
                        "insert into tally (n, node, account, sink, state) values (?, ?, ?, ?, ?) on conflict do nothing")) {
            for (Map.Entry<Row, Long> change : changes.entrySet()) {
                boolean written = execute(update, node, change) > 0 || execute(insert, node, change) > 0;
                if (!written) {
                    // another transaction inserted the row just now
                    execute(update, node, change);
                }
            }
        }
    }

    private static int execute(PreparedStatement statement, String node, Map.Entry<Row, Long> change)
            throws SQLException {
        statement.setLong(1, change.getValue());
        statement.setString(2, node);
        statement.setString(3, change.getKey().account());
        statement.setString(4, change.getKey().sink());
        statement.setString(5, change.getKey().state());
        return statement.executeUpdate();
    }

    /** All counts, over all nodes. */
    static List<LedgerView.Count> read(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "select account, sink, state, sum(n) from tally group by account, sink, state having sum(n) > 0"
                                + " order by account, sink, state");
                ResultSet row = select.executeQuery()) {
            List<LedgerView.Count> counts = new ArrayList<>();
            while (row.next()) {
                String sink = row.getString(2);
                counts.add(new LedgerView.Count(
                        row.getString(1), sink.equals(JOBS) ? null : sink, row.getString(3), row.getLong(4)));
            }
            return counts;
        }
    }
}
