package io.transcripthub.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseInspectionTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void a_database_without_a_schema_will_get_one(TestDatabase kind) {
        DatabaseInspection found = inspect(kind.fresh(directory));
        assertThat(found.words()).endsWith("will be made at the first start");
        assertThat(found.problem()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_version_of_a_schema_is_told(TestDatabase kind) {
        TestDatabase.Place place = kind.fresh(directory);
        place.open("n1").close();
        assertThat(inspect(place).words()).matches("(H2|PostgreSQL) [\\d.]+, schema \\d+");
        assertThat(inspect(place).problem()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_schema_of_a_newer_hub_is_a_problem(TestDatabase kind) throws Exception {
        TestDatabase.Place place = kind.fresh(directory);
        place.open("n1").close();
        String user = place.username().isEmpty() ? "sa" : place.username();
        try (Connection connection = DriverManager.getConnection(place.url(), user, place.password());
                Statement statement = connection.createStatement()) {
            statement.execute("insert into \"transcripthub_schema\" (\"installed_rank\", \"version\", \"description\","
                    + " \"type\", \"script\", \"installed_by\", \"execution_time\", \"success\")"
                    + " values (999, '999', 'later', 'SQL', 'V999__later.sql', 'x', 1, true)");
        }
        assertThat(inspect(place).problem()).endsWith("schema 999 is of a newer hub; run that one");
    }

    private static DatabaseInspection inspect(TestDatabase.Place place) {
        return DatabaseInspection.of(place.url(), place.username(), place.password(), Duration.ofSeconds(5));
    }
}
