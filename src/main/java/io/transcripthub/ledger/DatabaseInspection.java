package io.transcripthub.ledger;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A look at the ledger's database that changes nothing.
 *
 * @param words which database it is, and the version of its schema
 * @param problem why a hub cannot use it as it is, empty when it can
 */
public record DatabaseInspection(String words, String problem) {
    /**
     * @param patience for the connection and each answer; a database file is opened at once or not at all
     * @throws LedgerUnavailable when it cannot be reached, or another process uses the file
     */
    public static DatabaseInspection of(String url, String username, String password, Duration patience) {
        DataSource database = url.startsWith("jdbc:postgresql:")
                ? postgres(url, username, password, Math.toIntExact(patience.toSeconds()))
                : h2(url, username, password);
        try (Connection connection = database.getConnection()) {
            DatabaseMetaData server = connection.getMetaData();
            String version = server.getDatabaseProductVersion().replaceFirst(" .*", "");
            return schema(server.getDatabaseProductName() + " " + version, Database.schema(database));
        } catch (SQLException | FlywayException away) {
            return unavailable(url, away);
        }
    }

    private static DatabaseInspection unavailable(String url, Exception away) {
        if (away instanceof SQLException sql && sql.getErrorCode() == ErrorCode.DATABASE_NOT_FOUND_WITH_IF_EXISTS_1) {
            return new DatabaseInspection("H2, the file will be made at the first start", "");
        }
        throw LedgerUnavailable.because(url, away);
    }

    private static DataSource postgres(String url, String username, String password, int seconds) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        database.setUser(username.isEmpty() ? database.getUser() : username);
        database.setPassword(password.isEmpty() ? database.getPassword() : password);
        database.setLoginTimeout(seconds);
        database.setConnectTimeout(seconds);
        database.setSocketTimeout(seconds);
        database.setReadOnly(true);
        database.setLogServerErrorDetail(false);
        return database;
    }

    private static DataSource h2(String url, String username, String password) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(url + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r");
        database.setUser(username.isEmpty() ? "sa" : username);
        database.setPassword(password);
        return database;
    }

    private static DatabaseInspection schema(String product, Flyway flyway) {
        MigrationInfoService migrations = flyway.info();
        MigrationInfo current = migrations.current();
        int pending = migrations.pending().length;
        if (current == null) {
            return new DatabaseInspection(product + ", the schema will be made at the first start", "");
        }
        String version = product + ", schema " + current.getVersion();
        if (current.getState().name().startsWith("FUTURE")) {
            return new DatabaseInspection(version, version + " is of a newer hub; run that one");
        }
        return new DatabaseInspection(
                version + (pending == 0 ? "" : ", " + pending + " migrations at the next start"), "");
    }
}
