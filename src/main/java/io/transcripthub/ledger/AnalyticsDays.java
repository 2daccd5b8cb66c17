package io.transcripthub.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Which days of an account were listed, how far, and which are settled: over, listed whole, and nothing missing. */
public final class AnalyticsDays {
    private final Database database;

    public AnalyticsDays(Database database) {
        this.database = database;
    }

    /**
     * One day of an account.
     *
     * @param listedFrom the vendor was asked for conversations from here without a gap
     * @param listedTo to here
     * @param settled since when nothing is missing, null while something is
     */
    public record Day(LocalDate date, Instant listedFrom, Instant listedTo, Instant settled) {
        boolean touches(Instant from, Instant to) {
            return !from.isAfter(listedTo) && !to.isBefore(listedFrom);
        }
    }

    /** Notes that a part of a day was listed; what has a gap to what was listed before takes its place if it is longer. */
    public void listed(String account, LocalDate date, Instant from, Instant to) {
        database.write(connection -> {
            List<Day> known = select(connection, account, date, date);
            Day before = known.isEmpty() ? null : known.get(0);
            if (before == null) {
                write(connection, account, new Day(date, from, to, null));
            } else if (before.touches(from, to)) {
                Instant first = from.isBefore(before.listedFrom()) ? from : before.listedFrom();
                Instant last = to.isAfter(before.listedTo()) ? to : before.listedTo();
                write(connection, account, new Day(date, first, last, before.settled()));
            } else if (to.toEpochMilli() - from.toEpochMilli()
                    > before.listedTo().toEpochMilli() - before.listedFrom().toEpochMilli()) {
                write(connection, account, new Day(date, from, to, before.settled()));
            }
            return null;
        });
    }

    /** Marks a day as settled, or as not, since conversations may be listed late. */
    public void settle(String account, LocalDate date, Instant settled) {
        database.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update analytics_day set settled_at = ? where account = ? and date_of_day = ?")) {
                Rows.setTime(update, 1, settled);
                update.setString(2, account);
                update.setString(3, date.toString());
                return update.executeUpdate();
            }
        });
    }

    /** Days from the first to the last, both included, in their order; those that were never listed are left out. */
    public List<Day> of(String account, LocalDate first, LocalDate last) {
        return database.read(connection -> select(connection, account, first, last));
    }

    private static List<Day> select(Connection connection, String account, LocalDate first, LocalDate last)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select date_of_day, listed_from, listed_to, settled_at from analytics_day"
                        + " where account = ? and date_of_day between ? and ? order by date_of_day")) {
            select.setString(1, account);
            select.setString(2, first.toString());
            select.setString(3, last.toString());
            List<Day> days = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    days.add(new Day(
                            LocalDate.parse(row.getString(1)),
                            Rows.time(row, 2),
                            Rows.time(row, 3),
                            Rows.time(row, 4)));
                }
            }
            return days;
        }
    }

    private static void write(Connection connection, String account, Day day) throws SQLException {
        try (PreparedStatement delete =
                        connection.prepareStatement("delete from analytics_day where account = ? and date_of_day = ?");
                PreparedStatement insert = connection.prepareStatement(
                        "insert into analytics_day (account, date_of_day, listed_from, listed_to, settled_at)"
                                + " values (?, ?, ?, ?, ?)")) {
            delete.setString(1, account);
            delete.setString(2, day.date().toString());
            delete.executeUpdate();
            insert.setString(1, account);
            insert.setString(2, day.date().toString());
            Rows.setTime(insert, 3, day.listedFrom());
            Rows.setTime(insert, 4, day.listedTo());
            Rows.setTime(insert, 5, day.settled());
            insert.executeUpdate();
        }
    }
}
