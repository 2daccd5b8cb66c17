package io.transcripthub.ledger;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.Optional;

/** The files of the inbox that were taken, known by their content, whatever they are called. */
public final class InboxFiles {
    private final Database database;

    public InboxFiles(Database database) {
        this.database = database;
    }

    /** @param name that it had then */
    public record Taken(String name, Instant at) {}

    /** @param sha256 of the file's content, in hexadecimal digits */
    public Optional<Taken> taken(String sha256) {
        return database.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select name, taken_at from inbox_file where sha256 = ?")) {
                select.setString(1, sha256);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(new Taken(row.getString(1), Rows.time(row, 2))) : Optional.empty();
                }
            }
        });
    }

    /** Keeps in mind that the file was taken; the first time counts. */
    public void take(String sha256, Taken taken) {
        database.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into inbox_file (sha256, name, taken_at) values (?, ?, ?) on conflict do nothing")) {
                insert.setString(1, sha256);
                insert.setString(2, Rows.reason(taken.name()));
                Rows.setTime(insert, 3, taken.at());
                insert.executeUpdate();
            }
            return null;
        });
    }
}
