package io.transcripthub.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** The databases that the ledger runs on. Each test has one of its own. */
enum TestDatabase {
    H2 {
        @Override
        Place fresh(Path directory) {
            return new Place(Database.embeddedUrl(directory), "", "");
        }
    },
    POSTGRES {
        @Override
        Place fresh(Path directory) {
            String name = "ledger_" + UUID.randomUUID().toString().replace('-', '_');
            try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
                    Statement create = connection.createStatement()) {
                create.execute("create database " + name);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
            return new Place(Server.RUNNING.getJdbcUrl("postgres", name), "postgres", "postgres");
        }
    };

    /** Where a database is. */
    record Place(String url, String username, String password) {
        Database open(String node) {
            return Database.open(url, username, password, node);
        }
    }

    abstract Place fresh(Path directory);

    /** One server a JVM, started when the first test wants it. */
    private static final class Server {
        private static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "200")
                        .start();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
