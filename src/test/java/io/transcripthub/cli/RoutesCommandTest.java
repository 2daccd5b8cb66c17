package io.transcripthub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RoutesCommandTest {
    private static final String BROKEN =
            """
            - route:
                id: x
                from:
                  uri: timer:x
                  steps:
                    - to: ledgr:later
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void routes_without_a_mistake_are_counted() {
        assertThat(run(new RoutesCommand(), "check", "routes")).isZero();
        assertThat(out.toString()).matches("\\d+ routes in \\d+ files: all right\\R");
    }

    @Test
    void the_folder_that_run_takes_is_the_default() {
        assertThat(run(new RoutesCommand(), "check")).isZero();
    }

    @Test
    void a_mistake_is_told_and_counted() throws IOException {
        Path file = Files.writeString(folder.resolve("x.camel.yaml"), BROKEN);
        assertThat(run(new RoutesCommand(), "check", folder.toString())).isEqualTo(1);
        assertThat(out.toString().lines())
                .containsExactly(
                        file + ":6:15: route x, to: unknown component 'ledgr'; did you mean 'ledger'?",
                        "1 route in 1 file: 1 mistake");
    }

    @Test
    void a_folder_that_is_not_there_is_a_usage_error() {
        assertThat(run(new RoutesCommand(), "check", folder.resolve("none").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("DIR: expected a folder of route files, found none at");
    }

    @Test
    void a_subcommand_is_required() {
        assertThat(run(new RoutesCommand())).isEqualTo(2);
        assertThat(err.toString()).startsWith("expected a subcommand: check");
    }

    @Test
    void run_tells_the_same_when_it_cannot_start() throws IOException {
        Path file = Files.writeString(folder.resolve("x.camel.yaml"), BROKEN);
        int exit = run(
                new RunCommand(),
                "--routes=" + folder,
                "--set=hub.data-dir=" + folder,
                "--set=hub.http.port=0",
                "--set=search.hosts=http://127.0.0.1:9");
        assertThat(exit).isEqualTo(1);
        assertThat(err.toString().lines())
                .contains(
                        "hub: the routes in " + folder + " cannot be run",
                        file + ":6:15: route x, to: unknown component 'ledgr'; did you mean 'ledger'?")
                .noneMatch(line -> line.contains("Exception"));
    }

    private int run(Object command, String... arguments) {
        return HubCommand.failing(new CommandLine(command))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
