package io.transcripthub.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
class HandingOutTest {
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
    void a_row_is_handed_out_once_until_its_lease_ends() {
        hub.submit("job-1");
        Job first = hub.due(JobState.QUEUED);

        hub.clock.advance(TestLedger.LEASE.minusMillis(1));
        assertThat(hub.jobs(JobState.QUEUED).rows()).isEmpty();

        hub.clock.advance(Duration.ofMillis(2));
        assertThat(hub.due(JobState.QUEUED).seq()).isEqualTo(first.seq());
    }

    @Test
    void what_a_node_held_is_due_again_when_it_starts_again() {
        hub.completed("job-1", "webhook");
        hub.submit("job-2");
        hub.due(JobState.QUEUED);
        hub.due("webhook");

        TestLedger again = new TestLedger(hub.database, hub.clock, "n1");

        assertThat(again.due(JobState.QUEUED).jobId()).isEqualTo("job-2");
        assertThat(again.due("webhook").job().jobId()).isEqualTo("job-1");
    }

    @Test
    void a_step_whose_row_was_taken_over_changes_nothing() {
        hub.accepted("job-1");
        hub.clock.advance(Duration.ofSeconds(10));
        Job stale = hub.due(JobState.SUBMITTED);
        hub.clock.advance(TestLedger.LEASE.plusMillis(1));
        hub.settle(hub.due(JobState.SUBMITTED), new Outcome.StillWorking(null));
        Job before = hub.job("job-1");
        int lines = hub.audit().size();

        hub.settle(stale, new Outcome.Completed(TestLedger.transcribed("{}")));

        assertThat(hub.job("job-1")).isEqualTo(before);
        assertThat(hub.ledger.view().transcript("job-1")).isEmpty();
        assertThat(hub.ledger.view().job("job-1").orElseThrow().deliveries()).isEmpty();
        assertThat(hub.audit()).hasSize(lines);
        assertThat(hub.tally()).isEqualTo(hub.counted());
    }

    @Test
    void a_delivery_that_was_taken_over_changes_nothing() {
        hub.completed("job-1", "webhook");
        Delivery stale = hub.due("webhook");
        hub.clock.advance(TestLedger.LEASE.plusMillis(1));
        hub.settle(hub.due("webhook"), new Outcome.Delivered());

        hub.settle(stale, new Outcome.Dead("410"));

        assertThat(hub.delivery("job-1", "webhook").state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(hub.job("job-1").state()).isEqualTo(JobState.DELIVERED);
        assertThat(hub.audit("DELIVERY_SETTLED")).hasSize(1);
        assertThat(hub.tally()).isEqualTo(hub.counted());
    }

    @Test
    void the_longest_due_goes_first_and_no_more_than_asked_for() {
        for (int job = 1; job <= 5; job++) {
            hub.submit("job-" + job);
            hub.clock.advance(Duration.ofMillis(1));
        }
        Claim<Job> two = new Claim.OfJobs(JobState.QUEUED, "recording", java.util.Set.of(), 2);

        assertThat(hub.ledger.claim(two).rows()).extracting(Job::jobId).containsExactly("job-1", "job-2");
        assertThat(hub.ledger.claim(two).rows()).extracting(Job::jobId).containsExactly("job-3", "job-4");
        assertThat(hub.ledger.claim(two).rows()).extracting(Job::jobId).containsExactly("job-5");
    }

    @Test
    void a_claim_says_when_the_next_row_falls_due() {
        assertThat(hub.jobs(JobState.SUBMITTED).nextDue()).isNull();
        hub.accepted("job-1");

        Instant firstPoll = hub.clock.instant().plusSeconds(10);
        assertThat(hub.jobs(JobState.SUBMITTED).nextDue()).isEqualTo(firstPoll);
    }

    @Test
    void a_claim_takes_rows_of_its_state_and_kind_only() {
        hub.submit("job-1");

        assertThat(hub.jobs(JobState.SUBMITTED).rows()).isEmpty();
        assertThat(hub.ledger
                        .claim(new Claim.OfJobs(JobState.QUEUED, "media", java.util.Set.of(), 10))
                        .rows())
                .isEmpty();
        assertThat(hub.jobs(JobState.QUEUED).rows()).hasSize(1);
    }

    @Test
    void a_thousand_rows_are_handed_out_once_each() {
        hub.ledger.submitAll(IntStream.range(0, 1_000)
                .mapToObj(i -> TestLedger.recording("job-" + i))
                .toList());

        assertThat(IntStream.range(0, 11)
                        .mapToObj(turn -> hub.jobs(JobState.QUEUED).rows())
                        .flatMap(rows -> rows.stream().map(Job::jobId)))
                .hasSize(1_000)
                .doesNotHaveDuplicates();
    }
}
