package io.transcripthub.ledger;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The languages each vendor offers, as it last said; kept while it is away. */
public final class Languages {
    private final Database database;

    public Languages(Database database) {
        this.database = database;
    }

    /** @param codes BCP 47 tags as the vendor writes them */
    public record Offer(Set<String> codes, Instant fetchedAt) {}

    public Optional<Offer> offered(String account) {
        return database.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select codes, fetched_at from vendor_language where account = ?")) {
                select.setString(1, account);
                try (ResultSet row = select.executeQuery()) {
                    return row.next()
                            ? Optional.of(new Offer(
                                    new TreeSet<>(Set.of(row.getString(1).split(" "))), Rows.time(row, 2)))
                            : Optional.empty();
                }
            }
        });
    }

    public void store(String account, Offer offer) {
        database.write(connection -> {
            try (PreparedStatement delete =
                            connection.prepareStatement("delete from vendor_language where account = ?");
                    PreparedStatement insert = connection.prepareStatement(
                            "insert into vendor_language (account, codes, fetched_at) values (?, ?, ?)")) {
                delete.setString(1, account);
                delete.executeUpdate();
                insert.setString(1, account);
                insert.setString(2, String.join(" ", offer.codes()));
                Rows.setTime(insert, 3, offer.fetchedAt());
                insert.executeUpdate();
            }
            return null;
        });
    }
}
