package io.transcripthub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.transcripthub.sandbox.Fault;
import io.transcripthub.sandbox.Sandbox;
import io.transcripthub.sandbox.SandboxOptions;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

class SandboxCommandTest {
    private final StringWriter err = new StringWriter();
    private final CommandLine command = new CommandLine(new SandboxCommand()).setErr(new PrintWriter(err, true));

    /** The command in a process of its own. */
    static final class InOwnProcess {
        private InOwnProcess() {}

        public static void main(String[] args) {
            System.exit(new CommandLine(new SandboxCommand()).execute(args));
        }
    }

    @Test
    void it_says_where_it_is_and_ends_with_0_on_sigterm(@TempDir Path directory) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        InOwnProcess.class.getName(),
                        "--port",
                        "0")
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = process.inputReader()) {
            List<String> lines = out.lines()
                    .dropWhile(line -> !line.startsWith("base URL"))
                    .limit(4)
                    .toList();
            assertThat(lines.get(0)).matches("base URL +http://127\\.0\\.0\\.1:\\d+");
            assertThat(lines.get(2)).matches("client id +sandbox");
            assertThat(lines.get(3)).matches("client secret +sandbox-secret");
            process.destroy();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--faults=503=2; fault \"503=2\": expected a probability from 0 to 1, found \"2\"",
                "--events-to=hub; --events-to: expected an http or https URL, found hub",
                "--cxone-events-to=file:///hub; --cxone-events-to: expected an http or https URL, found file:///hub",
                "--port=70000; --port: expected 0 to 65535, found 70000",
                "--polls=-1; --polls: expected 0 to 2147483647, found -1"
            })
    void an_option_that_does_not_fit_is_a_usage_error(String option, String message) {
        assertThat(command.execute(option)).isEqualTo(2);
        assertThat(err.toString()).contains(message);
    }

    @Test
    void a_port_that_is_taken_is_said_and_ends_with_1() {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
            assertThat(command.execute("--port=" + sandbox.port())).isEqualTo(1);
            assertThat(err.toString()).contains("cannot listen on 127.0.0.1:" + sandbox.port());
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_help_names_every_fault(Fault fault) {
        assertThat(command.getUsageMessage()).contains(fault.label());
    }

    @ParameterizedTest
    @CsvSource({"-fail", "-cancel", "-forbidden", "-missing", "-stuck", "-nomessage", "-badtime"})
    void the_help_names_the_ids_that_choose_their_ending(String part) {
        assertThat(command.getUsageMessage()).contains(part);
    }
}
