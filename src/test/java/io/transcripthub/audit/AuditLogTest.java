package io.transcripthub.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditLogTest {
    private static final String MORNING = "2026-03-01T08:00:00Z";
    private static final String EVENING = "2026-03-01T23:59:59.999Z";
    private static final String NEXT_DAY = "2026-03-02T00:00:00Z";

    @TempDir
    Path directory;

    @Test
    void lines_go_into_the_file_of_their_day() throws IOException {
        List<AuditLine> lines = Entries.after(ChainHead.GENESIS, MORNING, EVENING, NEXT_DAY);
        try (AuditLog log = AuditLog.open(directory, "n1")) {
            log.append(lines);
            assertThat(log.head()).isEqualTo(lines.get(2).head());
        }

        assertThat(firstDay())
                .hasContent(lines.get(0).json() + "\n" + lines.get(1).json() + "\n");
        assertThat(secondDay()).hasContent(lines.get(2).json() + "\n");
        assertIntact(3);
    }

    @Test
    void a_line_that_is_late_for_its_day_follows_in_the_newer_file() throws IOException {
        try (AuditLog log = AuditLog.open(directory, "n1")) {
            log.append(Entries.after(ChainHead.GENESIS, NEXT_DAY, EVENING));
        }
        try (AuditLog log = AuditLog.open(directory, "n1")) {
            log.append(Entries.at(MORNING));
        }

        assertThat(Files.readAllLines(secondDay())).hasSize(3);
        assertThat(firstDay()).doesNotExist();
        assertIntact(3);
    }

    @Test
    void a_chain_goes_on_where_it_ended() throws IOException {
        AuditLine first;
        try (AuditLog log = AuditLog.open(directory, "n1")) {
            first = log.append(Entries.at(MORNING));
        }
        try (AuditLog log = AuditLog.open(directory, "n1")) {
            assertThat(log.head()).isEqualTo(first.head());
            assertThat(log.cutBytes()).isZero();
            assertThat(log.append(Entries.at(MORNING)).seq()).isEqualTo(2);
        }
        assertIntact(2);
    }

    @Test
    void lines_that_are_there_already_are_skipped() throws IOException {
        List<AuditLine> lines = Entries.after(ChainHead.GENESIS, MORNING, EVENING, NEXT_DAY);
        try (AuditLog log = AuditLog.open(directory, "n1")) {
            log.append(lines.subList(0, 2));
            log.append(lines.subList(0, 1));
            log.append(lines);
            log.append(lines);
            log.append(List.of());
        }
        assertIntact(3);
    }

    @Test
    void lines_that_differ_from_those_there_are_refused() throws IOException {
        try (AuditLog log = AuditLog.open(directory, "n1")) {
            log.append(Entries.after(ChainHead.GENESIS, MORNING, EVENING, NEXT_DAY));
            for (int size = 1; size <= 4; size++) {
                List<AuditLine> others = Entries.after(ChainHead.GENESIS, NEXT_DAY, EVENING, EVENING, NEXT_DAY)
                        .subList(0, size);
                assertThatExceptionOfType(AuditChainBroken.class)
                        .isThrownBy(() -> log.append(others))
                        .withMessageContaining("expected seq " + Math.min(size, 3) + " with hash");
            }
        }
        assertIntact(3);
    }

    @Test
    void lines_that_do_not_follow_are_refused_and_nothing_is_written() throws IOException {
        List<AuditLine> lines = Entries.after(ChainHead.GENESIS, MORNING, MORNING, MORNING, MORNING);
        try (AuditLog log = AuditLog.open(directory, "n1")) {
            log.append(lines.subList(0, 1));
            assertThatExceptionOfType(AuditChainBroken.class)
                    .isThrownBy(() -> log.append(List.of(lines.get(1), lines.get(3))))
                    .withMessage("expected seq 3, found 4");
            assertThat(log.head()).isEqualTo(lines.get(0).head());
            assertThatExceptionOfType(AuditChainBroken.class)
                    .isThrownBy(() -> log.append(Entries.after(new ChainHead(1, "f".repeat(64)), MORNING)))
                    .withMessage("prevHash: expected " + lines.get(0).hash() + ", found " + "f".repeat(64));
        }
        assertIntact(1);
    }

    @Test
    void a_line_that_was_changed_on_its_way_is_refused() throws IOException {
        AuditLine line = Entries.after(ChainHead.GENESIS, MORNING).get(0);
        AuditLine changed = new AuditLine(1, line.hash(), line.json().replace("12.5", "12.6"));
        try (AuditLog log = AuditLog.open(directory, "n1")) {
            assertThatExceptionOfType(AuditChainBroken.class)
                    .isThrownBy(() -> log.append(List.of(changed)))
                    .withMessageStartingWith("hash: expected ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"action\":", "\u0000\u0000\u0000", "\u0000\n", "{}\n{\"seq\":3", "x\ny\nz"})
    void a_torn_last_line_is_repaired(String torn) throws IOException {
        AuditLine first;
        try (AuditLog log = AuditLog.open(directory, "n1")) {
            first = log.append(Entries.at(MORNING));
        }
        Files.writeString(firstDay(), torn, StandardOpenOption.APPEND);
        try (AuditLog log = AuditLog.open(directory, "n1")) {
            assertThat(log.cutBytes()).isEqualTo(torn.length());
            assertThat(log.head()).isEqualTo(first.head());
            log.append(Entries.at(MORNING));
        }
        assertIntact(2);
    }

    @Test
    void a_torn_first_line_of_a_day_is_repaired() throws IOException {
        try (AuditLog log = AuditLog.open(directory, "n1")) {
            log.append(Entries.at(MORNING));
        }
        Files.writeString(secondDay(), "{\"action\"");
        try (AuditLog log = AuditLog.open(directory, "n1")) {
            assertThat(log.cutBytes()).isEqualTo(9);
            log.append(Entries.at(EVENING));
            log.append(Entries.at(NEXT_DAY));
        }
        assertIntact(3);
    }

    @Test
    void good_lines_that_were_written_with_a_torn_one_are_cut_with_it() throws IOException {
        List<AuditLine> lines = Entries.after(ChainHead.GENESIS, MORNING, MORNING, MORNING, MORNING);
        try (AuditLog log = AuditLog.open(directory, "n1")) {
            log.append(lines.subList(0, 2));
        }
        String afterPowerLoss = "\u0000".repeat(lines.get(2).json().length()) + "\n"
                + lines.get(3).json() + "\n";
        Files.writeString(firstDay(), afterPowerLoss, StandardOpenOption.APPEND);
        try (AuditLog log = AuditLog.open(directory, "n1")) {
            assertThat(log.cutBytes()).isEqualTo(afterPowerLoss.length());
            log.append(lines);
        }
        assertIntact(4);
    }

    @Test
    void lines_that_were_written_before_a_crash_without_their_head_count() throws IOException {
        List<AuditLine> lines = Entries.after(ChainHead.GENESIS, MORNING, MORNING, NEXT_DAY);
        try (AuditLog log = AuditLog.open(directory, "n1")) {
            log.append(lines.subList(0, 1));
        }
        Files.writeString(firstDay(), lines.get(1).json() + "\n", StandardOpenOption.APPEND);
        Files.writeString(secondDay(), lines.get(2).json() + "\n");
        assertIntact(3);
        try (AuditLog log = AuditLog.open(directory, "n1")) {
            assertThat(log.head()).isEqualTo(lines.get(2).head());
            assertThat(headFile()).content().contains("\"seq\":3");
        }
    }

    @Test
    void a_tampered_last_line_stays_as_evidence() throws IOException {
        List<AuditLine> lines = Entries.after(ChainHead.GENESIS, MORNING, MORNING);
        try (AuditLog log = AuditLog.open(directory, "n1")) {
            log.append(lines);
        }
        Files.writeString(firstDay(), Files.readString(firstDay()).replaceFirst("12.5(?=.*\n$)", "99.5"));
        String tampered = Files.readString(firstDay());
        try (AuditLog log = AuditLog.open(directory, "n1")) {
            assertThat(log.cutBytes()).isZero();
            assertThat(firstDay()).hasContent(tampered);
            assertThat(log.lostHead()).contains(lines.get(1).head());
        }
    }

    @Test
    void a_cut_tail_can_be_restored_by_who_still_has_it() throws IOException {
        List<AuditLine> lines = Entries.after(ChainHead.GENESIS, MORNING, MORNING, MORNING);
        try (AuditLog log = AuditLog.open(directory, "n1")) {
            log.append(lines);
        }
        Files.writeString(
                firstDay(), lines.get(0).json() + "\n" + lines.get(1).json().substring(0, 20));
        try (AuditLog log = AuditLog.open(directory, "n1")) {
            assertThat(log.head()).isEqualTo(lines.get(0).head());
            assertThat(log.lostHead()).contains(lines.get(2).head());
            log.append(lines);
            assertThat(log.lostHead()).isEmpty();
        }
        assertIntact(3);
    }

    @Test
    void a_cut_tail_is_not_replaced_by_another() throws IOException {
        List<AuditLine> lines = Entries.after(ChainHead.GENESIS, MORNING, MORNING);
        try (AuditLog log = AuditLog.open(directory, "n1")) {
            log.append(lines);
        }
        Files.writeString(firstDay(), lines.get(0).json() + "\n");
        try (AuditLog log = AuditLog.open(directory, "n1")) {
            assertThatExceptionOfType(AuditChainBroken.class)
                    .isThrownBy(() -> log.append(Entries.at(EVENING)))
                    .withMessage("the chain of node n1 ends at seq 1, but n1.head says seq 2: its tail was cut");
            assertThatExceptionOfType(AuditChainBroken.class)
                    .isThrownBy(() -> log.append(Entries.after(lines.get(0).head(), EVENING, EVENING)))
                    .withMessageContaining(
                            "expected seq 2 with hash " + lines.get(1).hash());
        }
    }

    @Test
    void after_a_cut_tail_the_hub_may_go_on_but_the_gap_is_reported_forever() throws IOException {
        List<AuditLine> lines = Entries.after(ChainHead.GENESIS, MORNING, MORNING, MORNING, MORNING, MORNING);
        try (AuditLog log = AuditLog.open(directory, "n1")) {
            log.append(lines.subList(0, 3));
        }
        Files.writeString(firstDay(), lines.get(0).json() + "\n");
        try (AuditLog log = AuditLog.open(directory, "n1")) {
            log.continueAfterGap(lines.get(2).head());
            log.append(lines.subList(2, 4));
        }
        try (AuditLog log = AuditLog.open(directory, "n1")) {
            assertThat(log.head()).isEqualTo(lines.get(3).head());
            log.append(lines.subList(4, 5));
        }

        AuditVerification.Chain chain =
                AuditVerification.verify(directory).chains().get(0);
        assertThat(chain.firstBreak()).contains(new AuditVerification.Break(firstDay(), 2, "expected seq 2, found 4"));
    }

    @Test
    void a_gap_lies_ahead() throws IOException {
        try (AuditLog log = AuditLog.open(directory, "n1")) {
            log.append(Entries.at(MORNING));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> log.continueAfterGap(ChainHead.GENESIS))
                    .withMessage("expected a head after seq 1, found seq 0");
        }
    }

    @Test
    void a_failed_write_leaves_nothing_behind() throws IOException {
        try (AuditLog log = AuditLog.open(directory, "n1")) {
            log.append(Entries.at(MORNING));
            Files.createDirectory(secondDay());
            List<AuditLine> lines = Entries.after(log.head(), EVENING, NEXT_DAY);
            assertThatIOException().isThrownBy(() -> log.append(lines));
            Files.delete(secondDay());
            log.append(lines);
        }
        assertIntact(3);
    }

    @Test
    void an_interrupted_writer_leaves_the_log_usable() throws IOException {
        try (AuditLog log = AuditLog.open(directory, "n1")) {
            log.append(Entries.at(MORNING));
            Thread.currentThread().interrupt();
            assertThatIOException().isThrownBy(() -> log.append(Entries.at(MORNING)));
            assertThat(Thread.interrupted()).isTrue();
            log.append(Entries.at(MORNING));
        }
        assertIntact(2);
    }

    @Test
    void what_a_failed_write_left_is_overwritten() throws IOException {
        try (AuditLog log = AuditLog.open(directory, "n1")) {
            log.append(Entries.at(MORNING));
            Files.writeString(firstDay(), "half a li", StandardOpenOption.APPEND);
            log.append(Entries.at(MORNING));
        }
        assertIntact(2);
    }

    @Test
    void a_second_writer_of_a_node_is_refused() throws IOException {
        try (AuditLog log = AuditLog.open(directory, "n1")) {
            assertThatIOException()
                    .isThrownBy(() -> AuditLog.open(directory, "n1"))
                    .withMessage("another process writes the audit chain of node n1 in " + directory);
            try (AuditLog other = AuditLog.open(directory, "n1-b")) {
                other.append(Entries.at(MORNING));
            }
            log.append(Entries.at(MORNING));
        }
        AuditLog.open(directory, "n1").close();
        assertThat(AuditVerification.verify(directory).chains()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../n1", "a/b", "a b", "ü"})
    void node_names_that_are_no_file_names_are_refused(String node) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AuditLog.open(directory, node))
                .withMessage("node: expected letters, digits, '.', '_' and '-' only, found \"" + node + "\"");
    }

    @Test
    void an_entry_that_is_too_long_is_refused() throws IOException {
        try (AuditLog log = AuditLog.open(directory, "n1")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> log.append(Map.of("timestamp", MORNING, "note", "x".repeat(1 << 20))))
                    .withMessageStartingWith("expected a line of at most 1048576 bytes");
        }
        assertIntact(0);
    }

    private void assertIntact(int lines) throws IOException {
        AuditVerification.Chain chain =
                AuditVerification.verify(directory).chains().get(0);
        assertThat(chain.firstBreak()).isEmpty();
        assertThat(chain.note()).isEmpty();
        assertThat(chain.lines()).isEqualTo(lines);
    }

    private Path firstDay() {
        return directory.resolve("n1-2026-03-01.jsonl");
    }

    private Path secondDay() {
        return directory.resolve("n1-2026-03-02.jsonl");
    }

    private Path headFile() {
        return directory.resolve("n1.head");
    }
}
