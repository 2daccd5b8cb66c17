package io.transcripthub.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class LedgerWriterTest {
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
    void a_step_that_cannot_be_written_does_not_hold_up_the_others() {
        hub.submit("job-1");
        hub.submit("job-2");
        List<Job> jobs = hub.jobs(JobState.QUEUED).rows();
        AtomicInteger written = new AtomicInteger();
        try (LedgerWriter writer = new LedgerWriter(hub.ledger, new Doorbell(), step -> {})) {
            writer.settle(
                    hub.step(jobs.get(0), new Outcome.Accepted("v".repeat(201)), Set.of()), written::incrementAndGet);
            writer.settle(hub.step(jobs.get(1), new Outcome.Accepted("v-2"), Set.of()), written::incrementAndGet);
        }

        assertThat(written).hasValue(2);
        assertThat(hub.job("job-1").state()).isEqualTo(JobState.QUEUED);
        assertThat(hub.job("job-2").state()).isEqualTo(JobState.SUBMITTED);
        assertThat(hub.audit()).hasSize(1);
        assertThat(hub.jobs(JobState.QUEUED).rows()).isEmpty();
        hub.clock.advance(TestLedger.LEASE.plusMillis(1));
        assertThat(hub.due(JobState.QUEUED).jobId()).isEqualTo("job-1");
    }

    @Test
    void what_is_queued_is_written_before_it_closes() {
        hub.ledger.submitAll(IntStream.range(0, 2_500)
                .mapToObj(i -> TestLedger.recording("job-" + i))
                .toList());
        List<Job> jobs = hub.ledger
                .claim(new Claim.OfJobs(JobState.QUEUED, "recording", java.util.Set.of(), 2_500))
                .rows();
        AtomicInteger written = new AtomicInteger();
        try (LedgerWriter writer = new LedgerWriter(hub.ledger, new Doorbell(), step -> {})) {
            jobs.forEach(job -> writer.settle(
                    hub.step(job, new Outcome.Accepted("v-" + job.jobId()), Set.of()), written::incrementAndGet));
        }

        assertThat(written).hasValue(2_500);
        assertThat(hub.tally()).isEqualTo(Map.of("cxone//SUBMITTED", 2_500L));
        assertThat(hub.audit()).hasSize(1_000);
    }

    @Test
    void a_claim_waits_for_its_turn_and_sees_what_was_settled_in_it() {
        hub.submit("job-1");
        Doorbell doorbell = new Doorbell();
        try (LedgerWriter writer = new LedgerWriter(hub.ledger, doorbell, step -> {})) {
            Job job = writer.claim(new Claim.OfJobs(JobState.QUEUED, "recording", java.util.Set.of(), 10))
                    .rows()
                    .get(0);
            writer.settle(hub.step(job, new Outcome.Accepted("v-1"), Set.of()), () -> {});

            assertThat(writer.claim(new Claim.OfJobs(JobState.SUBMITTED, "recording", java.util.Set.of(), 10))
                            .nextDue())
                    .isEqualTo(hub.clock.instant().plusSeconds(10));
        }
        assertThat(doorbell.rings()).isPositive();
    }

    @Test
    void a_claim_says_when_the_database_cannot_be_used() {
        try (LedgerWriter writer = new LedgerWriter(hub.ledger, new Doorbell(), step -> {})) {
            hub.database.close();
            assertThatThrownBy(
                            () -> writer.claim(new Claim.OfJobs(JobState.QUEUED, "recording", java.util.Set.of(), 10)))
                    .isInstanceOf(LedgerUnavailable.class);
        }
    }
}
