package io.transcripthub.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditVerificationTest {
    @TempDir
    Path directory;

    private Path first;
    private Path second;
    private Path third;
    private Path head;

    @BeforeEach
    void a_chain_of_three_days() throws IOException {
        try (AuditLog log = AuditLog.open(directory, "n1")) {
            log.append(Entries.after(
                    ChainHead.GENESIS,
                    "2026-03-01T08:00:00Z",
                    "2026-03-01T09:00:00Z",
                    "2026-03-02T08:00:00Z",
                    "2026-03-02T09:00:00Z",
                    "2026-03-03T08:00:00Z",
                    "2026-03-03T09:00:00Z"));
        }
        first = directory.resolve("n1-2026-03-01.jsonl");
        second = directory.resolve("n1-2026-03-02.jsonl");
        third = directory.resolve("n1-2026-03-03.jsonl");
        head = directory.resolve("n1.head");
    }

    @Test
    void an_intact_chain_is_counted() throws IOException {
        AuditVerification.Chain chain = onlyChain();

        assertThat(chain.node()).isEqualTo("n1");
        assertThat(chain.files()).isEqualTo(3);
        assertThat(chain.lines()).isEqualTo(6);
        assertThat(chain.firstBreak()).isEmpty();
        assertThat(chain.note()).isEmpty();
    }

    @Test
    void every_nodes_chain_is_checked() throws IOException {
        AuditLog.open(directory, "n0").close();
        try (AuditLog log = AuditLog.open(directory, "n1-2026-03-01")) {
            log.append(Entries.at("2026-03-01T08:00:00Z"));
        }
        Files.writeString(directory.resolve("n1-2026-03-01-2026-03-01.jsonl"), "x\n");

        AuditVerification verification = AuditVerification.verify(directory);

        assertThat(verification.intact()).isFalse();
        assertThat(verification.chains())
                .extracting(AuditVerification.Chain::node)
                .containsExactly("n0", "n1", "n1-2026-03-01");
        assertThat(verification.chains())
                .extracting(chain -> chain.firstBreak().isEmpty())
                .containsExactly(true, true, false);
    }

    @Test
    void any_changed_byte_of_any_line_breaks_the_chain() throws IOException {
        for (Path file : List.of(first, third)) {
            byte[] good = Files.readAllBytes(file);
            for (int index = 0; index < good.length; index++) {
                byte[] bad = good.clone();
                bad[index] ^= (byte) (1 << index % 8);
                Files.write(file, bad);
                assertThat(AuditVerification.verify(directory).intact())
                        .as("%s with byte %d changed", file.getFileName(), index)
                        .isFalse();
            }
            Files.write(file, good);
        }
    }

    @Test
    void any_changed_byte_of_the_head_files_json_breaks_the_chain() throws IOException {
        byte[] good = Files.readAllBytes(head);
        for (int index = 0; index < good.length - 1; index++) {
            byte[] bad = good.clone();
            bad[index] ^= 1;
            Files.write(head, bad);
            assertThat(AuditVerification.verify(directory).intact())
                    .as("head file with byte %d changed", index)
                    .isFalse();
        }
    }

    @Test
    void any_deleted_line_breaks_the_chain() throws IOException {
        for (Path file : List.of(first, second, third)) {
            for (int line = 0; line < 2; line++) {
                List<String> lines = new ArrayList<>(Files.readAllLines(file));
                List<String> good = List.copyOf(lines);
                lines.remove(line);
                Files.write(file, lines);
                assertThat(AuditVerification.verify(directory).intact()).isFalse();
                Files.write(file, good);
            }
        }
    }

    @Test
    void swapped_lines_break_the_chain() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(second));
        Collections.swap(lines, 0, 1);
        Files.write(second, lines);

        assertThat(onlyBreak()).isEqualTo(new AuditVerification.Break(second, 1, "expected seq 3, found 4"));
    }

    @Test
    void a_copied_line_breaks_the_chain() throws IOException {
        String copy = Files.readAllLines(first).get(0) + "\n";
        Files.writeString(first, copy, StandardOpenOption.APPEND);

        assertThat(onlyBreak()).isEqualTo(new AuditVerification.Break(first, 3, "expected seq 3, found 1"));
    }

    @Test
    void a_line_in_another_form_of_the_same_json_breaks_the_chain() throws IOException {
        Files.writeString(second, Files.readString(second).replaceFirst("\\{", "{ "));

        assertThat(onlyBreak().reason()).isEqualTo("expected canonical JSON, found another form of it");
    }

    @Test
    void a_changed_value_is_named_by_its_hash_and_not_shown() throws IOException {
        Files.writeString(second, Files.readString(second).replaceFirst("12.5", "4711"));

        assertThat(onlyBreak().file()).isEqualTo(second);
        assertThat(onlyBreak().line()).isEqualTo(1);
        assertThat(onlyBreak().reason()).matches("hash: expected [0-9a-f]{64}, found [0-9a-f]{64}");
    }

    @Test
    void a_line_that_is_made_anew_does_not_fit_the_next() throws IOException {
        AuditLine other = AuditChain.next(ChainHead.GENESIS, Entries.at("2026-03-01T08:30:00Z"));
        Files.write(first, List.of(other.json(), Files.readAllLines(first).get(1)));

        assertThat(onlyBreak().line()).isEqualTo(2);
        assertThat(onlyBreak().reason()).startsWith("prevHash: expected " + other.hash());
    }

    @Test
    void a_chain_that_is_made_anew_does_not_fit_its_head() throws IOException {
        Files.delete(second);
        Files.delete(third);
        Files.write(
                first,
                Entries.after(
                                ChainHead.GENESIS,
                                Collections.nCopies(6, "2026-03-01T08:00:00Z").toArray(String[]::new))
                        .stream()
                        .map(AuditLine::json)
                        .toList());

        assertThat(onlyBreak().line()).isEqualTo(6);
        assertThat(onlyBreak().reason()).contains("as n1.head says");
    }

    @Test
    void a_missing_first_file_is_reported() throws IOException {
        Files.delete(first);

        assertThat(onlyBreak())
                .isEqualTo(
                        new AuditVerification.Break(second, 1, "expected seq 1, found 3: earlier files are missing"));
    }

    @Test
    void a_missing_middle_file_is_reported() throws IOException {
        Files.delete(second);

        assertThat(onlyBreak()).isEqualTo(new AuditVerification.Break(third, 1, "expected seq 3, found 5"));
    }

    @Test
    void a_missing_last_file_is_reported() throws IOException {
        Files.delete(third);

        assertThat(onlyBreak())
                .isEqualTo(new AuditVerification.Break(
                        second,
                        3,
                        "expected seq 5, found the end; n1.head says that the chain goes to seq 6: its tail was cut"));
    }

    @Test
    void a_missing_head_file_is_reported() throws IOException {
        Files.delete(head);

        assertThat(onlyBreak())
                .isEqualTo(new AuditVerification.Break(head, 1, "expected the chain's head, found no such file"));
    }

    @Test
    void all_lines_missing_is_reported() throws IOException {
        for (Path file : List.of(first, second, third)) {
            Files.delete(file);
        }

        assertThat(onlyBreak().file()).isEqualTo(head);
        assertThat(onlyBreak().reason()).startsWith("expected seq 1, found the end; n1.head says");
    }

    @Test
    void a_file_under_another_day_is_reported() throws IOException {
        Files.move(third, directory.resolve("n1-2026-03-04.jsonl"));

        assertThat(onlyBreak().reason()).isEqualTo("timestamp: expected the file's day 2026-03-04, found 2026-03-03");
    }

    @Test
    void lines_moved_to_an_older_file_are_reported() throws IOException {
        Files.writeString(first, Files.readString(second), StandardOpenOption.APPEND);
        Files.delete(second);

        assertThat(onlyBreak().line()).isEqualTo(3);
        assertThat(onlyBreak().reason()).isEqualTo("timestamp: expected the file's day 2026-03-01, found 2026-03-02");
    }

    @Test
    void a_line_that_is_being_written_is_not_part_of_the_chain_yet() throws IOException {
        Files.writeString(third, "{\"action\":", StandardOpenOption.APPEND);

        assertThat(onlyChain().firstBreak()).isEmpty();
        assertThat(onlyChain().lines()).isEqualTo(6);
        assertThat(onlyChain().note())
                .contains("n1-2026-03-03.jsonl ends with 10 bytes of a line that is being written or was torn by a "
                        + "crash");
    }

    @Test
    void a_torn_line_that_the_head_counts_is_reported() throws IOException {
        String whole = Files.readString(third);
        Files.writeString(third, whole.substring(0, whole.length() - 1));

        assertThat(onlyBreak().line()).isEqualTo(2);
        assertThat(onlyBreak().reason()).startsWith("expected seq 6, found a torn line of ");
    }

    @Test
    void a_torn_line_before_later_files_is_reported() throws IOException {
        Files.writeString(second, "{\"act", StandardOpenOption.APPEND);

        assertThat(onlyBreak())
                .isEqualTo(new AuditVerification.Break(
                        second,
                        3,
                        "expected a line feed at the end of n1-2026-03-02.jsonl, found a torn line of 5 bytes"));
    }

    @Test
    void a_head_that_lags_behind_the_lines_is_fine() throws IOException {
        AuditLine line =
                Entries.after(ChainHead.GENESIS, "2026-03-01T08:00:00Z").get(0);
        new HeadFile(head).write(line.head());

        assertThat(onlyChain().firstBreak()).isEmpty();
        assertThat(onlyChain().lines()).isEqualTo(6);
    }

    @Test
    void endless_garbage_does_not_fill_the_memory() throws IOException {
        Files.write(third, new byte[3 * LineReader.MAX_LINE], StandardOpenOption.APPEND);

        assertThat(onlyBreak().line()).isEqualTo(3);
        assertThat(onlyBreak().reason()).startsWith("expected a line of at most 1048576 bytes");
    }

    @Test
    void other_files_do_not_matter() throws IOException {
        Files.writeString(directory.resolve("README.txt"), "x");
        Files.writeString(directory.resolve("n1-notes.jsonl"), "x");

        assertThat(AuditVerification.verify(directory).intact()).isTrue();
    }

    @Test
    void a_directory_that_does_not_exist_cannot_be_verified() {
        assertThatIOException().isThrownBy(() -> AuditVerification.verify(directory.resolve("none")));
    }

    private AuditVerification.Chain onlyChain() throws IOException {
        List<AuditVerification.Chain> chains =
                AuditVerification.verify(directory).chains();
        assertThat(chains).hasSize(1);
        return chains.get(0);
    }

    private AuditVerification.Break onlyBreak() throws IOException {
        return onlyChain().firstBreak().orElseThrow();
    }
}
