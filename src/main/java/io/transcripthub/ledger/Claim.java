package io.transcripthub.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A wish for rows that are due.
 *
 * @param <R> {@link Job}, {@link Delivery}, {@link Notice} or {@link WaitingEvent}
 */
public sealed interface Claim<R> {
    int limit();

    /**
     * Jobs of one kind in one state.
     *
     * @param without accounts whose jobs are not wished for
     */
    record OfJobs(JobState state, String kind, Set<String> without, int limit) implements Claim<Job> {
        @Override
        public String table() {
            return "job";
        }

        @Override
        public String condition() {
            String all = "state = ? and kind = ?";
            return without.isEmpty()
                    ? all
                    : all + " and account not in (" + String.join(", ", Collections.nCopies(without.size(), "?")) + ")";
        }

        @Override
        public List<String> parameters() {
            return Stream.concat(Stream.of(state.name(), kind), without.stream())
                    .toList();
        }

        @Override
        public void handedOut(Connection connection, List<Long> keys, Instant now) throws SQLException {
            jobsHandedOut(connection, kind, keys, now);
        }

        @Override
        public List<Job> read(Connection connection, List<Long> keys) throws SQLException {
            return JobRows.read(connection, keys);
        }
    }

    /** Jobs of one kind and account in one state: those that came with many others, or those that did not. */
    record OfAccount(JobState state, String kind, String account, boolean bulk, int limit) implements Claim<Job> {
        @Override
        public String table() {
            return "job";
        }

        @Override
        public String condition() {
            return "state = ? and kind = ? and account = ? and bulk = " + bulk;
        }

        @Override
        public List<String> parameters() {
            return List.of(state.name(), kind, account);
        }

        @Override
        public void handedOut(Connection connection, List<Long> keys, Instant now) throws SQLException {
            jobsHandedOut(connection, kind, keys, now);
        }

        @Override
        public List<Job> read(Connection connection, List<Long> keys) throws SQLException {
            return JobRows.read(connection, keys);
        }
    }

    /** Deliveries to one sink. */
    record OfDeliveries(String sink, int limit) implements Claim<Delivery> {
        @Override
        public String table() {
            return "delivery";
        }

        @Override
        public String condition() {
            return "state = 'PENDING' and sink = ?";
        }

        @Override
        public List<String> parameters() {
            return List.of(sink);
        }

        @Override
        public List<Delivery> read(Connection connection, List<Long> keys) throws SQLException {
            return DeliveryRows.read(connection, keys);
        }
    }

    /** Notices to one sink. */
    record OfNotices(String sink, int limit) implements Claim<Notice> {
        @Override
        public String table() {
            return NoticeRows.TABLE;
        }

        @Override
        public String condition() {
            return "state = 'PENDING' and sink = ?";
        }

        @Override
        public List<String> parameters() {
            return List.of(sink);
        }

        @Override
        public List<Notice> read(Connection connection, List<Long> keys) throws SQLException {
            return NoticeRows.read(connection, keys);
        }
    }

    /** Events whose transcription no job knows. */
    record OfEvents(int limit) implements Claim<WaitingEvent> {
        @Override
        public String table() {
            return "vendor_event";
        }

        @Override
        public String condition() {
            return "state = 'WAITING'";
        }

        @Override
        public List<String> parameters() {
            return List.of();
        }

        @Override
        public List<WaitingEvent> read(Connection connection, List<Long> keys) throws SQLException {
            return EventRows.read(connection, keys);
        }
    }

    String table();

    /** What tells the rows from others of their table, in SQL. */
    String condition();

    List<String> parameters();

    /** Notes what has to be known if nobody comes back with these rows. */
    default void handedOut(Connection connection, List<Long> keys, Instant now) throws SQLException {}

    private static void jobsHandedOut(Connection connection, String kind, List<Long> keys, Instant now)
            throws SQLException {
        if (kind.equals("chat")) {
            ChatRows.handedOut(connection, keys, now);
        }
    }

    /** The rows with these keys, in their order. */
    List<R> read(Connection connection, List<Long> keys) throws SQLException;

    /**
     * What a claim got.
     *
     * @param rows now leased to the node
     * @param nextDue when the next row falls due, if there were fewer than were wished for; null when none waits
     */
    record Claimed<R>(List<R> rows, Instant nextDue) {}
}
