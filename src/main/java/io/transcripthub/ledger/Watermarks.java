package io.transcripthub.ledger;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.Optional;

/** Up to when each account's vendor has been asked for recordings. It only moves on. */
public final class Watermarks {
    private final Database database;

    public Watermarks(Database database) {
        this.database = database;
    }

    public Optional<Instant> of(String account) {
        return database.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select reached from watermark where account = ?")) {
                select.setString(1, account);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(Instant.ofEpochMilli(row.getLong(1))) : Optional.empty();
                }
            }
        });
    }

    public void move(String account, Instant reached) {
        database.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                            "update watermark set reached = greatest(reached, ?) where account = ?");
                    PreparedStatement insert = connection.prepareStatement(
                            "insert into watermark (reached, account) values (?, ?) on conflict do nothing")) {
                for (PreparedStatement statement : new PreparedStatement[] {update, insert}) {
                    statement.setLong(1, reached.toEpochMilli());
                    statement.setString(2, account);
                    statement.executeUpdate();
                }
            }
            return null;
        });
    }
}
