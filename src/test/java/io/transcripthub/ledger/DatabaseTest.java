package io.transcripthub.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    @TempDir
    Path directory;

    @Test
    void what_was_committed_survives_a_kill_and_no_half_of_the_rest() throws Exception {
        Process process = submitting();
        int committed;
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            do {
                committed = Integer.parseInt(output.readLine());
            } while (committed < 20);
            process.destroyForcibly().waitFor();
        }

        try (TestLedger hub = new TestLedger(open(Database.embeddedUrl(directory)))) {
            long jobs = hub.tally().get("cxone//SUBMITTED");
            assertThat(jobs).isGreaterThanOrEqualTo(committed);
            assertThat(hub.counted()).isEqualTo(hub.tally());
            assertThat(hub.ledger.auditHead().seq()).isEqualTo(jobs);
        }
    }

    @Test
    void a_second_process_is_refused_in_words() throws Exception {
        Process process = submitting();
        try {
            assertThat(process.getInputStream().read()).isPositive();
            assertThatThrownBy(() -> open(Database.embeddedUrl(directory)))
                    .isInstanceOf(LedgerUnavailable.class)
                    .hasMessageContaining("another process uses the ledger at jdbc:h2:retry:" + directory)
                    .hasMessageContaining("choose another hub.data-dir");
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void a_server_that_is_not_there_is_named_with_its_key() {
        assertThatThrownBy(() -> Database.open("jdbc:postgresql://127.0.0.1:1/hub?password=hush", "hub", "hush", "n1"))
                .isInstanceOf(LedgerUnavailable.class)
                .hasMessageStartingWith("hub.db.url: cannot use the ledger at jdbc:postgresql://127.0.0.1:1/hub: ")
                .hasMessageNotContaining("hush");
    }

    @Test
    void a_value_that_is_refused_is_not_quoted() {
        for (TestDatabase database : TestDatabase.values()) {
            try (TestLedger hub = new TestLedger(database.fresh(directory).open("n1"))) {
                assertThatThrownBy(() -> hub.submit("very-secret".repeat(10)))
                        .isInstanceOf(LedgerUnavailable.class)
                        .hasMessage("ledger: a value was refused, SQLSTATE 22001")
                        .hasNoCause();
            }
        }
    }

    @Test
    void space_that_a_run_left_unused_is_given_back_at_the_next_start_and_not_at_the_stop() throws Exception {
        Path file = directory.resolve("ledger.mv.db");
        try (Database database = open(Database.embeddedUrl(directory))) {
            database.write(work -> fill(work, 200));
            database.write(work -> {
                try (Statement statement = work.createStatement()) {
                    return statement.execute("drop table filling");
                }
            });
        }
        long stopped = Files.size(file);
        assertThat(stopped).isGreaterThan(10_000_000);
        open(Database.embeddedUrl(directory)).close();
        assertThat(Files.size(file)).isLessThan(stopped / 2);
    }

    @Test
    void a_thread_that_is_interrupted_while_it_reads_takes_the_ledger_from_nobody() throws Exception {
        try (Database database = open(Database.embeddedUrl(directory))) {
            database.write(work -> fill(work, 200));
        }
        try (Database database = open(Database.embeddedUrl(directory))) {
            Thread reader = new Thread(() -> database.read(work -> {
                Thread.currentThread().interrupt();
                return lengths(work);
            }));
            reader.start();
            reader.join();

            database.write(work -> fill(work, 1));
            assertThat(database.read(DatabaseTest::lengths)).isEqualTo(201 * 50_000L);
        }
    }

    private static Void fill(Connection work, int rows) throws SQLException {
        try (Statement statement = work.createStatement()) {
            statement.execute("create table if not exists filling(text varchar(100000))");
            for (int row = 0; row < rows; row++) {
                statement.execute("insert into filling values('" + "x".repeat(50_000) + "')");
            }
            return null;
        }
    }

    private static long lengths(Connection work) throws SQLException {
        try (Statement statement = work.createStatement();
                ResultSet sum = statement.executeQuery("select sum(length(text)) from filling")) {
            sum.next();
            return sum.getLong(1);
        }
    }

    private static Database open(String url) {
        return Database.open(url, "", "", "n1");
    }

    private Process submitting() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SubmittingProcess.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
