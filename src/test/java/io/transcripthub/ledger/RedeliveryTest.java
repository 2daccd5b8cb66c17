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

/** Transcripts that are sent once more, and jobs that leave. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class RedeliveryTest {
    private static final Duration DAY = Duration.ofDays(1);

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
    void a_delivered_transcript_is_sent_once_more_and_settles_nothing_anew() {
        delivered("job-1");
        long lines = hub.audit().size();

        assertThat(hub.ledger.redeliver("search", null, null)).isEqualTo(1);
        assertThat(hub.job("job-1").state()).isEqualTo(JobState.COMPLETED);
        assertThat(hub.delivery("job-1", "search").state()).isEqualTo(DeliveryState.PENDING);
        Delivery again = hub.due("search");
        assertThat(again.document()).isEqualTo("{}");
        hub.settle(again, new Outcome.Delivered());

        assertThat(hub.job("job-1").state()).isEqualTo(JobState.DELIVERED);
        assertThat(hub.audit()).hasSize((int) lines + 1);
        assertThat(hub.audit("REDELIVERY_REQUESTED")).hasSize(1);
        assertThat(hub.tally()).isEqualTo(hub.counted());
    }

    @Test
    void a_sink_that_was_not_there_then_gets_what_it_missed() {
        hub.completed("job-1", "search");
        hub.settle(hub.due("search"), new Outcome.Delivered());
        assertThat(hub.job("job-1").state()).isEqualTo(JobState.DELIVERED);

        assertThat(hub.ledger.redeliver("webhook", null, null)).isEqualTo(1);
        hub.settle(hub.due("webhook"), new Outcome.Delivered());
        assertThat(hub.job("job-1").state()).isEqualTo(JobState.DELIVERED);
        assertThat(hub.tally()).isEqualTo(hub.counted());
    }

    @Test
    void what_waits_anyway_and_what_did_not_complete_is_left_alone() {
        hub.completed("job-1", "search");
        hub.accepted("job-2");
        hub.clock.advance(Duration.ofSeconds(10));
        hub.settle(hub.due(JobState.SUBMITTED), new Outcome.Failed("no"));
        assertThat(hub.ledger.redeliver("search", null, null)).isZero();
        assertThat(hub.tally()).isEqualTo(hub.counted());
    }

    @Test
    void only_jobs_of_the_period_are_sent_once_more() {
        delivered("job-1");
        hub.clock.advance(DAY);
        Instant from = hub.clock.instant();
        delivered("job-2");
        hub.clock.advance(DAY);
        Instant to = hub.clock.instant();
        delivered("job-3");

        assertThat(hub.ledger.redeliver("search", from, to)).isEqualTo(1);
        assertThat(hub.due("search").job().jobId()).isEqualTo("job-2");
        assertThat(hub.ledger.redeliver("search", null, from)).isEqualTo(1);
        assertThat(hub.ledger.redeliver("search", to, null)).isEqualTo(1);
    }

    @Test
    void more_jobs_than_one_transaction_holds_are_all_sent_once_more_and_all_leave() {
        IntStream.range(0, 1_050).forEach(i -> hub.completed("job-" + i, "search"));
        for (int i = 0; i < 11; i++) {
            hub.deliveries("search").forEach(delivery -> hub.settle(delivery, new Outcome.Delivered()));
        }
        assertThat(hub.ledger.redeliver("search", null, null)).isEqualTo(1_050);
        for (int i = 0; i < 11; i++) {
            hub.deliveries("search").forEach(delivery -> hub.settle(delivery, new Outcome.Delivered()));
        }
        hub.clock.advance(DAY.multipliedBy(2));
        assertThat(hub.ledger.forget(DAY)).isEqualTo(1_050);
        assertThat(hub.tally()).isEmpty();
    }

    @Test
    void an_ended_job_leaves_at_its_age_and_its_text_with_it() {
        delivered("job-1");
        hub.clock.advance(DAY);
        assertThat(hub.ledger.forget(DAY)).isZero();
        hub.clock.advance(Duration.ofMillis(1));
        assertThat(hub.ledger.forget(DAY)).isEqualTo(1);
        assertThat(hub.ledger.view().job("job-1")).isEmpty();
        assertThat(hub.ledger.view().transcript("job-1")).isEmpty();
        assertThat(hub.tally()).isEqualTo(hub.counted()).isEmpty();
    }

    @Test
    void a_job_that_has_not_ended_or_that_a_sink_waits_for_stays_at_any_age() {
        hub.completed("job-1", "search");
        hub.accepted("job-2");
        hub.clock.advance(DAY.multipliedBy(100));
        assertThat(hub.ledger.forget(DAY)).isZero();
    }

    private void delivered(String jobId) {
        hub.completed(jobId, "search", "webhook");
        hub.settle(hub.due("search"), new Outcome.Delivered());
        hub.settle(hub.due("webhook"), new Outcome.Delivered());
        assertThat(hub.job(jobId).state()).isEqualTo(JobState.DELIVERED);
    }
}
