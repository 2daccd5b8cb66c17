package io.transcripthub.ledger;

import static io.transcripthub.ledger.TestLedger.later;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
class JobStepsTest {
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
    void the_same_request_is_the_same_job() {
        Job first = hub.submit("job-1");
        List<Ledger.Submitted> both =
                hub.ledger.submit(List.of(TestLedger.recording("job-1"), TestLedger.recording("job-2")));

        assertThat(both).extracting(Ledger.Submitted::isNew).containsExactly(false, true);
        assertThat(both.get(0).job()).isEqualTo(first);
        assertThat(hub.ledger.submitAll(List.of(TestLedger.recording("job-2"), TestLedger.recording("job-3"))))
                .isEqualTo(1);
        assertThat(hub.ledger.view().jobs(new LedgerView.Filter(null, null, null, 10)))
                .extracting(status -> status.job().jobId())
                .containsExactly("job-3", "job-2", "job-1");
    }

    @Test
    void one_list_may_name_a_recording_twice() {
        List<Ledger.Submitted> both =
                hub.ledger.submit(List.of(TestLedger.recording("job-1"), TestLedger.recording("job-1")));

        assertThat(both).extracting(Ledger.Submitted::isNew).containsExactly(true, false);
    }

    @Test
    void a_job_is_kept_as_it_was_submitted() {
        Map<String, Object> options = Map.of("profanityMasking", false, "customVocabularyIds", List.of("a", "b"));
        Recording recording = new Recording(
                "job-1", "genesys", "media", "m-1", "de-DE", options, "Grüß Gott \uD83D\uDE00", "engine-7");
        hub.ledger.submit(List.of(recording));

        assertThat(hub.job("job-1").recording()).isEqualTo(recording);
    }

    @Test
    void an_accepted_job_has_a_first_poll_and_a_deadline() {
        hub.accepted("job-1");

        Progress progress = hub.job("job-1").progress();
        Instant now = hub.clock.instant();
        assertThat(progress.state()).isEqualTo(JobState.SUBMITTED);
        assertThat(progress.vendorId()).isEqualTo("v-job-1");
        assertThat(progress.attempts()).isEqualTo(1);
        assertThat(progress.dueAt()).isEqualTo(now.plusSeconds(10));
        assertThat(progress.deadlineAt()).isEqualTo(now.plus(Duration.ofMinutes(10)));
        assertThat(hub.audit("TRANSCRIPTION_SUBMITTED"))
                .singleElement()
                .asString()
                .contains("\"jobId\":\"job-1\"", "\"recordingId\":\"rec_job-1\"", "\"transcriptionId\":\"v-job-1\"");
    }

    @Test
    void polling_intervals_grow_to_the_longest() {
        hub.accepted("job-1");

        for (long millis : List.of(10_000L, 15_000L, 22_500L, 30_000L, 30_000L)) {
            hub.clock.advance(Duration.ofMillis(millis - 1));
            assertThat(hub.jobs(JobState.SUBMITTED).rows()).isEmpty();
            hub.clock.advance(Duration.ofMillis(1));
            hub.settle(hub.due(JobState.SUBMITTED), new Outcome.StillWorking(null));
        }
        assertThat(hub.job("job-1").progress().polls()).isEqualTo(5);
    }

    @Test
    void what_the_vendor_asked_for_wins_over_the_interval() {
        hub.accepted("job-1");
        hub.clock.advance(Duration.ofSeconds(10));

        Instant asked = hub.clock.instant().plusSeconds(77);
        hub.settle(hub.due(JobState.SUBMITTED), new Outcome.StillWorking(asked));

        assertThat(hub.job("job-1").progress().dueAt()).isEqualTo(asked);
        assertThat(hub.jobs(JobState.SUBMITTED).nextDue()).isEqualTo(asked);
    }

    @Test
    void a_poll_past_the_deadline_ends_a_job_only_when_it_is_answered() {
        hub.accepted("job-1");
        hub.clock.advance(Duration.ofHours(7));

        hub.settle(hub.due(JobState.SUBMITTED), later(Fault.Kind.AWAY));
        assertThat(hub.job("job-1").state()).isEqualTo(JobState.SUBMITTED);

        hub.clock.advance(Duration.ofMinutes(1));
        hub.settle(hub.due(JobState.SUBMITTED), new Outcome.StillWorking(null));
        assertThat(hub.job("job-1").state()).isEqualTo(JobState.DEAD);
        assertThat(hub.job("job-1").reason()).isEqualTo("no result within 10m of acceptance");
    }

    @Test
    void a_result_that_comes_after_the_deadline_counts() {
        hub.accepted("job-1");
        hub.clock.advance(Duration.ofHours(7));
        hub.settle(hub.due(JobState.SUBMITTED), new Outcome.Completed(TestLedger.transcribed("{}")));

        assertThat(hub.job("job-1").state()).isEqualTo(JobState.COMPLETED);
    }

    @Test
    void a_completed_job_has_a_transcript_an_audit_line_and_a_row_for_each_sink() {
        hub.accepted("job-1");
        hub.clock.advance(Duration.ofSeconds(10));
        hub.settle(hub.due(JobState.SUBMITTED), new Outcome.Completed(TestLedger.transcribed("{\"text\":\"hello\"}")));

        assertThat(hub.job("job-1").state()).isEqualTo(JobState.COMPLETED);
        assertThat(hub.job("job-1").progress().dueAt()).isNull();
        assertThat(hub.ledger.view().transcript("job-1")).contains("{\"text\":\"hello\"}");
        assertThat(hub.ledger.view().job("job-1").orElseThrow().deliveries())
                .containsOnlyKeys("audit", "search", "webhook")
                .allSatisfy((sink, status) -> assertThat(status.state()).isEqualTo(DeliveryState.PENDING));
        assertThat(hub.audit("TRANSCRIPTION_COMPLETED"))
                .singleElement()
                .asString()
                .contains("\"redactedEntities\":{\"SSN\":1}", "\"latencySeconds\":12.5", "\"averageConfidence\":0.93");
    }

    @Test
    void a_failed_job_tells_its_sinks_in_the_vendors_words() {
        hub.submit("job-1");
        hub.settle(hub.due(JobState.QUEUED), new Outcome.Failed("no such recording"), Set.of("webhook"));

        assertThat(hub.job("job-1").state()).isEqualTo(JobState.FAILED);
        assertThat(hub.ledger.view().transcript("job-1")).isEmpty();
        Delivery told = hub.due("webhook");
        assertThat(told.document()).isNull();
        assertThat(told.failure()).contains("\"status\":\"FAILED\"", "\"reason\":\"no such recording\"");
        assertThat(hub.audit("TRANSCRIPTION_FAILED")).hasSize(1);
    }

    @Test
    void a_document_of_three_megabytes_comes_back_as_it_was() {
        String document = "{\"text\":\"" + "ü€\uD83D\uDE00x".repeat(600_000) + "\"}";
        hub.accepted("job-1");
        hub.clock.advance(Duration.ofSeconds(10));
        hub.settle(
                hub.due(JobState.SUBMITTED), new Outcome.Completed(TestLedger.transcribed(document)), Set.of("search"));

        assertThat(hub.ledger.view().transcript("job-1").orElseThrow().equals(document))
                .isTrue();
        assertThat(hub.due("search").document().equals(document)).isTrue();
    }
}
