package io.transcripthub.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class RetryTest {
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
    void a_dead_job_that_the_vendor_accepted_polls_on_under_a_new_deadline() {
        hub.accepted("job-1");
        hub.clock.advance(Duration.ofMinutes(11));
        hub.settle(hub.due(JobState.SUBMITTED), new Outcome.StillWorking(null));

        assertThat(hub.ledger.retry("job-1", TestLedger.PACE)).isNull();

        Job polled = hub.due(JobState.SUBMITTED);
        assertThat(polled.vendorId()).isEqualTo("v-job-1");
        assertThat(polled.reason()).isNull();
        assertThat(polled.progress().run()).isEqualTo(1);
        assertThat(polled.progress().attempts()).isEqualTo(2);
        assertThat(polled.progress().deadlineAt()).isEqualTo(hub.clock.instant().plus(Duration.ofMinutes(10)));
    }

    @Test
    void a_failed_job_is_submitted_again() {
        hub.accepted("job-1");
        hub.clock.advance(Duration.ofSeconds(10));
        hub.settle(hub.due(JobState.SUBMITTED), new Outcome.Failed("CANCELLED"));

        assertThat(hub.ledger.retry("job-1", TestLedger.PACE)).isNull();

        assertThat(hub.due(JobState.QUEUED).vendorId()).isNull();
        assertThat(hub.audit("TRANSCRIPTION_RETRIED"))
                .singleElement()
                .asString()
                .contains("\"actor\":\"operator\"");
    }

    @Test
    void a_dead_job_that_was_never_accepted_is_submitted_again() {
        hub.submit("job-1");
        hub.settle(hub.due(JobState.QUEUED), new Outcome.Dead("given up"));

        assertThat(hub.ledger.retry("job-1", TestLedger.PACE)).isNull();
        assertThat(hub.due(JobState.QUEUED).jobId()).isEqualTo("job-1");
    }

    @Test
    void dead_letters_are_sent_again_and_others_are_not() {
        hub.completed("job-1", "search", "webhook");
        hub.settle(hub.due("search"), new Outcome.Delivered());
        hub.exhaust("webhook");

        assertThat(hub.ledger.retry("job-1", TestLedger.PACE)).isNull();

        assertThat(hub.job("job-1").reason()).isNull();
        assertThat(hub.deliveries("search")).isEmpty();
        Delivery again = hub.due("webhook");
        assertThat(again.attempts()).isZero();
        hub.settle(again, new Outcome.Delivered());
        assertThat(hub.job("job-1").state()).isEqualTo(JobState.DELIVERED);
        assertThat(hub.audit("DELIVERY_SETTLED")).hasSize(2);
        assertThat(hub.tally()).isEqualTo(hub.counted());
    }

    @Test
    void a_job_that_is_on_its_way_has_nothing_to_retry() {
        hub.completed("job-1", "webhook");
        assertThat(retried("job-1")).isEqualTo(Ledger.NotRetried.NOTHING_TO_RETRY);
        hub.settle(hub.due("webhook"), new Outcome.Delivered());
        assertThat(retried("job-1")).isEqualTo(Ledger.NotRetried.NOTHING_TO_RETRY);
        hub.submit("job-2");
        assertThat(retried("job-2")).isEqualTo(Ledger.NotRetried.NOTHING_TO_RETRY);
        hub.settle(hub.due(JobState.QUEUED), new Outcome.Accepted("v-2"));
        assertThat(retried("job-2")).isEqualTo(Ledger.NotRetried.NOTHING_TO_RETRY);
        assertThat(retried("job-3")).isEqualTo(Ledger.NotRetried.UNKNOWN);
        assertThat(hub.audit("TRANSCRIPTION_RETRIED")).isEmpty();
    }

    @Test
    void a_retry_that_many_ask_for_at_once_is_one() throws Exception {
        hub.submit("job-1");
        hub.settle(hub.due(JobState.QUEUED), new Outcome.Failed("no such recording"));

        List<Ledger.NotRetried> answers = Threads.together(8, () -> retried("job-1"));

        assertThat(answers).filteredOn(answer -> answer == null).hasSize(1);
        assertThat(hub.audit("TRANSCRIPTION_RETRIED")).hasSize(1);
        assertThat(hub.tally()).isEqualTo(hub.counted());
    }

    private Ledger.NotRetried retried(String jobId) {
        return hub.ledger.retry(jobId, TestLedger.PACE);
    }
}
