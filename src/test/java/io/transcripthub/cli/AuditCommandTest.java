package io.transcripthub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.transcripthub.audit.AuditLog;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AuditCommandTest {
    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path audit;

    @BeforeEach
    void a_directory() throws IOException {
        audit = Files.createDirectory(directory.resolve("audit"));
    }

    @Test
    void intact_chains_are_counted() throws IOException {
        write("n1", "2026-03-01T08:00:00Z");
        write("n2", "2026-03-01T08:00:00Z", "2026-03-02T08:00:00Z");

        assertThat(verify(audit.toString())).isZero();
        assertThat(out).hasToString("n1: 1 line in 1 file, intact%nn2: 2 lines in 2 files, intact%n".formatted());
    }

    @Test
    void a_broken_chain_is_named_by_file_line_and_reason() throws IOException {
        write("n1", "2026-03-01T08:00:00Z", "2026-03-01T09:00:00Z");
        Path file = audit.resolve("n1-2026-03-01.jsonl");
        Files.writeString(file, "{}\n", StandardOpenOption.APPEND);

        assertThat(verify(audit.toString())).isEqualTo(1);
        assertThat(out)
                .hasToString(file + ":3: expected seq, prevHash, hash and a timestamp in UTC, found others"
                        + System.lineSeparator());
    }

    @Test
    void a_torn_line_is_mentioned() throws IOException {
        write("n1", "2026-03-01T08:00:00Z");
        Files.writeString(audit.resolve("n1-2026-03-01.jsonl"), "{", StandardOpenOption.APPEND);

        assertThat(verify(audit.toString())).isZero();
        assertThat(out.toString()).startsWith("n1: 1 line in 1 file, intact; n1-2026-03-01.jsonl ends with 1 bytes");
    }

    @Test
    void an_empty_directory_is_intact() {
        assertThat(verify(audit.toString())).isZero();
        assertThat(out).hasToString(audit + ": 0 lines, intact" + System.lineSeparator());
    }

    @Test
    void a_missing_directory_is_refused() {
        assertThat(verify(directory.resolve("none").toString())).isEqualTo(1);
        assertThat(err).hasToString("no audit directory at " + directory.resolve("none") + System.lineSeparator());
    }

    @Test
    void the_configured_directory_is_the_default() {
        assertThat(verify("--set", "audit.dir=" + audit)).isZero();
        assertThat(verify("--set", "hub.data-dir=" + directory)).isZero();
        assertThat(out.toString().lines()).containsOnly(audit + ": 0 lines, intact");
    }

    @Test
    void a_subcommand_is_required() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).startsWith("expected a subcommand: verify");
    }

    private void write(String node, String... timestamps) throws IOException {
        try (AuditLog log = AuditLog.open(audit, node)) {
            for (String timestamp : timestamps) {
                log.append(Map.of("timestamp", timestamp));
            }
        }
    }

    private int verify(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "verify";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return run(all);
    }

    private int run(String... arguments) {
        return new CommandLine(new AuditCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
