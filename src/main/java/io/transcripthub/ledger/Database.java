package io.transcripthub.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The ledger's database, H2 or PostgreSQL, with its schema brought up to date. */
public final class Database implements AutoCloseable {
    private static final String NOT_COMPACTED_AT_CLOSE = ";MAX_COMPACT_TIME=0";

    private final HikariDataSource pool;
    private final Connection nodeLock;
    private final boolean postgres;
    private final ReentrantLock oneWriter = new ReentrantLock();

    private Database(HikariDataSource pool, Connection nodeLock, boolean postgres) {
        this.pool = pool;
        this.nodeLock = nodeLock;
        this.postgres = postgres;
    }

    /** URL of the embedded database in a folder; it loses nothing that was committed when the process is killed. */
    public static String embeddedUrl(Path dataDir) {
        return "jdbc:h2:retry:" + dataDir.toAbsolutePath().resolve("ledger")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0;MAX_LENGTH_INPLACE_LOB=131072;CACHE_SIZE=65536;QUERY_CACHE_SIZE=64;PAGE_SIZE=16384"
                + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000"
                + NOT_COMPACTED_AT_CLOSE;
    }

    /**
     * @param node name of this node; on PostgreSQL two running hubs cannot have the same
     * @throws LedgerUnavailable when it cannot be reached, is used by another process, or runs the node already
     */
    public static Database open(String url, String username, String password, String node) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(username.isEmpty() && url.startsWith("jdbc:h2:") ? "sa" : username);
        config.setPassword(password);
        config.setMaximumPoolSize(8);
        config.setConnectionTimeout(10_000);
        config.setPoolName("ledger");
        boolean postgres = url.startsWith("jdbc:postgresql:");
        if (postgres) {
            // else its messages quote the values of a statement
            config.addDataSourceProperty("logServerErrorDetail", "false");
        }
        try {
            compact(config);
            Connection nodeLock = postgres ? lockNode(url, config.getUsername(), password, node) : null;
            return open(config, nodeLock, postgres);
        } catch (SQLException | RuntimeException unavailable) {
            throw LedgerUnavailable.because(url, unavailable);
        }
    }

    private static Database open(HikariConfig config, Connection nodeLock, boolean postgres) throws SQLException {
        HikariDataSource pool = null;
        try {
            pool = new HikariDataSource(config);
            schema(pool).migrate();
            return new Database(pool, nodeLock, postgres);
        } catch (RuntimeException failed) {
            if (pool != null) {
                pool.close();
            }
            if (nodeLock != null) {
                nodeLock.close();
            }
            throw failed;
        }
    }

    /** Gives back what earlier runs left unused in the file: now, as a hub that stops has no seconds to spare for it. */
    private static void compact(HikariConfig config) throws SQLException {
        String url = config.getJdbcUrl();
        if (url.endsWith(NOT_COMPACTED_AT_CLOSE)) {
            String compacted = url.substring(0, url.length() - NOT_COMPACTED_AT_CLOSE.length());
            DriverManager.getConnection(compacted, config.getUsername(), config.getPassword())
                    .close();
        }
    }

    /** What makes the schema, and knows its version. */
    static Flyway schema(DataSource database) {
        return Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/transcripthub")
                .table("transcripthub_schema")
                .load();
    }

    private static Connection lockNode(String url, String username, String password, String node) throws SQLException {
        Connection connection = DriverManager.getConnection(url, username, password);
        try (PreparedStatement lock =
                connection.prepareStatement("select pg_try_advisory_lock(hashtext('transcript-hub'), hashtext(?))")) {
            lock.setString(1, node);
            try (ResultSet answer = lock.executeQuery()) {
                answer.next();
                if (answer.getBoolean(1)) {
                    return connection;
                }
            }
        }
        connection.close();
        throw new LedgerUnavailable("hub.node: another hub named '" + node + "' runs on this database");
    }

    boolean postgres() {
        return postgres;
    }

    DataSource dataSource() {
        return pool;
    }

    /** Work within one transaction. */
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    <T> T read(Work<T> work) {
        try (Connection connection = pool.getConnection()) {
            return work.in(connection);
        } catch (SQLException failed) {
            throw LedgerUnavailable.because(failed);
        }
    }

    /** Commits what the work wrote, or nothing. On H2 there is one writer at a time, so that none waits for a row. */
    <T> T write(Work<T> work) {
        if (postgres) {
            return transaction(work);
        }
        oneWriter.lock();
        try {
            return transaction(work);
        } finally {
            oneWriter.unlock();
        }
    }

    private <T> T transaction(Work<T> work) {
        return read(connection -> {
            connection.setAutoCommit(false);
            try {
                T result = work.in(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException | Error failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        });
    }

    @Override
    public void close() {
        pool.close();
        try {
            if (nodeLock != null) {
                nodeLock.close();
            }
        } catch (SQLException gone) {
            throw new LedgerUnavailable("ledger: " + gone.getMessage(), gone);
        }
    }
}
