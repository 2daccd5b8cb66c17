package io.transcripthub.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.transcripthub.audit.AuditLine;
import io.transcripthub.audit.ChainHead;
import java.nio.file.Path;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class AuditLinesTest {
    @Parameter
    TestDatabase database;

    @TempDir
    Path directory;

    private TestLedger hub;

    @BeforeEach
    void open() {
        hub = new TestLedger(database.fresh(directory).open("n1"));
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void lines_are_chained_in_the_order_of_the_changes() {
        hub.completed("job-1", "search", "audit");
        hub.settle(hub.due("search"), new Outcome.Delivered());

        List<AuditLine> lines = hub.ledger.unwrittenAudit(100);
        assertThat(lines).extracting(AuditLine::seq).containsExactly(1L, 2L, 3L);
        assertThat(lines.get(0).json()).contains("TRANSCRIPTION_SUBMITTED", ChainHead.GENESIS.hash());
        assertThat(lines.get(1).json())
                .contains(
                        "TRANSCRIPTION_COMPLETED",
                        "\"prevHash\":\"" + lines.get(0).hash());
        assertThat(lines.get(2).json())
                .contains("DELIVERY_SETTLED", "\"prevHash\":\"" + lines.get(1).hash());
        assertThat(hub.ledger.auditHead()).isEqualTo(lines.get(2).head());
    }

    @Test
    void the_chain_goes_on_after_what_is_on_disk_and_after_a_restart() {
        hub.accepted("job-1");
        ChainHead first = hub.ledger.auditHead();
        hub.auditOnDisk();
        assertThat(hub.audit()).isEmpty();

        TestLedger again = new TestLedger(hub.database, hub.clock, "n1");
        again.accepted("job-2");

        assertThat(again.audit()).singleElement().asString().contains("\"prevHash\":\"" + first.hash());
        assertThat(again.ledger.auditHead().seq()).isEqualTo(2);
    }

    @Test
    void a_turn_that_fails_leaves_no_line_and_no_gap() {
        hub.accepted("job-1");
        hub.clock.advance(Duration.ofSeconds(10));
        Job job = hub.due(JobState.SUBMITTED);
        ChainHead head = hub.ledger.auditHead();

        assertThatThrownBy(() ->
                        hub.settle(job, new Outcome.Completed(TestLedger.transcribed("{}")), Set.of("x".repeat(61))))
                .isInstanceOf(LedgerUnavailable.class);

        assertThat(hub.ledger.auditHead()).isEqualTo(head);
        assertThat(hub.audit()).hasSize(1);
        assertThat(hub.job("job-1").state()).isEqualTo(JobState.SUBMITTED);
        assertThat(hub.ledger.view().transcript("job-1")).isEmpty();
        assertThat(hub.tally()).isEqualTo(hub.counted());
        hub.settle(job, new Outcome.Completed(TestLedger.transcribed("{}")), Set.of("search"));
        assertThat(hub.ledger.auditHead().seq()).isEqualTo(2);
    }

    @Test
    void an_error_in_a_transaction_commits_nothing() {
        hub.submit("job-1");
        assertThatThrownBy(() -> hub.database.write(connection -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("delete from job");
                    }
                    throw new OutOfMemoryError("in the middle");
                }))
                .isInstanceOf(OutOfMemoryError.class);

        assertThat(hub.job("job-1").state()).isEqualTo(JobState.QUEUED);
    }

    @Test
    void lines_on_disk_deliver_the_runs_whose_end_they_tell() {
        hub.completed("job-1", "audit");
        long upToFirst = hub.ledger.auditHead().seq();
        hub.completed("job-2", "audit");

        hub.ledger.auditWritten(upToFirst);

        assertThat(hub.job("job-1").state()).isEqualTo(JobState.DELIVERED);
        assertThat(hub.delivery("job-2", "audit").state()).isEqualTo(DeliveryState.PENDING);
        assertThat(hub.ledger.unwrittenAudit(1).get(0).seq()).isEqualTo(upToFirst + 1);
    }

    @Test
    void lines_that_are_said_to_be_on_disk_twice_count_once() {
        hub.completed("job-1", "audit");
        hub.auditOnDisk();
        hub.auditOnDisk();

        assertThat(hub.job("job-1").state()).isEqualTo(JobState.DELIVERED);
        assertThat(hub.tally()).isEqualTo(hub.counted());
    }
}
