package io.transcripthub.ledger;

import static io.transcripthub.ledger.TestLedger.PACE;
import static io.transcripthub.ledger.TestLedger.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
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

/** Transcriptions that the vendor has and no job knew are taken in, each once. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class AdoptionTest {
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

    private WaitingEvent unknown(String eventId) {
        hub.receive(event("genesys", eventId, "gt-1"));
        return hub.unknown();
    }

    /** What the vendor tells of transcription gt-1. */
    private static Outcome.Adopted of(String mediaId) {
        return new Outcome.Adopted(TestLedger.media("job-adopted", mediaId), "gt-1", PACE);
    }

    private List<Job> handedOut(JobState state) {
        return hub.ledger.claim(new Claim.OfJobs(state, "media", Set.of(), 100)).rows();
    }

    private void submit(String jobId, String mediaId) {
        hub.ledger.submit(List.of(TestLedger.media(jobId, mediaId)));
    }

    @Test
    void an_unknown_transcription_becomes_a_job_that_its_event_makes_due() {
        hub.settle(unknown("e1"), of("media-1"));

        Job job = hub.job("job-adopted");
        assertThat(job.state()).isEqualTo(JobState.SUBMITTED);
        assertThat(job.vendorId()).isEqualTo("gt-1");
        assertThat(job.externalId()).isEqualTo("media-1");
        assertThat(job.progress().acceptedAt()).isEqualTo(hub.clock.instant());
        assertThat(hub.audit("TRANSCRIPTION_SUBMITTED")).hasSize(1);
        assertThat(hub.tally()).isEqualTo(Map.of("genesys//SUBMITTED", 1L)).isEqualTo(hub.counted());

        hub.clock.advance(Duration.ofSeconds(1));
        assertThat(hub.match()).isEmpty();
        assertThat(handedOut(JobState.SUBMITTED))
                .singleElement()
                .extracting(Job::jobId)
                .isEqualTo("job-adopted");
        hub.settle(hub.job("job-adopted"), new Outcome.Completed(TestLedger.transcribed("{}")), Set.of("search"));
        hub.clock.advance(Duration.ofSeconds(2));
        assertThat(hub.match()).isEmpty();
        assertThat(hub.eventStates()).containsExactly("DONE");
    }

    @Test
    void a_queued_job_for_the_same_media_gets_the_transcription() {
        submit("job-other", "media-2");
        submit("job-1", "media-1");
        hub.settle(unknown("e1"), of("media-1"));

        assertThat(hub.job("job-1").state()).isEqualTo(JobState.SUBMITTED);
        assertThat(hub.job("job-1").vendorId()).isEqualTo("gt-1");
        assertThat(hub.job("job-other").state()).isEqualTo(JobState.QUEUED);
        assertThat(hub.ledger.view().job("job-adopted")).isEmpty();
        assertThat(handedOut(JobState.QUEUED))
                .singleElement()
                .extracting(Job::jobId)
                .isEqualTo("job-other");
        assertThat(hub.tally())
                .isEqualTo(Map.of("genesys//QUEUED", 1L, "genesys//SUBMITTED", 1L))
                .isEqualTo(hub.counted());
        assertThat(hub.audit("TRANSCRIPTION_SUBMITTED")).hasSize(1);
    }

    @Test
    void the_late_answer_to_the_submission_changes_nothing_then() {
        submit("job-1", "media-1");
        Job inFlight = handedOut(JobState.QUEUED).get(0);
        hub.settle(unknown("e1"), of("media-1"));
        Job adopted = hub.job("job-1");

        hub.settle(inFlight, new Outcome.Accepted("gt-1"));
        assertThat(hub.job("job-1").progress()).isEqualTo(adopted.progress());
        hub.settle(inFlight, new Outcome.Failed("400 it is there already"), Set.of("search"));
        assertThat(hub.job("job-1").progress()).isEqualTo(adopted.progress());
        assertThat(hub.audit()).hasSize(1);
        assertThat(hub.tally()).isEqualTo(Map.of("genesys//SUBMITTED", 1L)).isEqualTo(hub.counted());
        hub.clock.advance(Duration.ofSeconds(1));
        hub.match();
        assertThat(handedOut(JobState.SUBMITTED)).hasSize(1);
    }

    @Test
    void an_answer_that_came_first_leaves_nothing_to_adopt() {
        submit("job-1", "media-1");
        WaitingEvent looking = unknown("e1");
        hub.settle(handedOut(JobState.QUEUED).get(0), new Outcome.Accepted("gt-1"));
        hub.settle(looking, of("media-1"));

        assertThat(hub.ledger.view().job("job-adopted")).isEmpty();
        assertThat(hub.audit("TRANSCRIPTION_SUBMITTED")).hasSize(1);
        assertThat(hub.tally()).isEqualTo(Map.of("genesys//SUBMITTED", 1L)).isEqualTo(hub.counted());
        hub.clock.advance(Duration.ofSeconds(1));
        assertThat(hub.match()).isEmpty();
        assertThat(handedOut(JobState.SUBMITTED)).hasSize(1);
    }

    @Test
    void while_a_submission_may_be_under_way_a_transcription_without_its_media_is_left_alone() {
        submit("job-1", "media-1");
        hub.settle(unknown("e1"), of("gt-1"));
        assertThat(hub.tally()).isEqualTo(Map.of("genesys//QUEUED", 1L));

        hub.clock.advance(Duration.ofSeconds(30));
        hub.settle(hub.unknown(), of("gt-1"));
        assertThat(hub.job("job-adopted").state()).isEqualTo(JobState.SUBMITTED);
        assertThat(hub.job("job-1").state()).isEqualTo(JobState.QUEUED);
        assertThat(hub.tally()).isEqualTo(hub.counted());
    }

    @Test
    void two_events_of_one_transcription_make_one_job() {
        hub.receive(event("genesys", "e1", "gt-1"));
        hub.receive(event("genesys", "e2", "gt-1"));
        hub.ledger.settle(hub.match().stream()
                .map(waiting -> (Step) new Step.OfEvent(waiting, of("media-1")))
                .toList());

        assertThat(hub.tally()).isEqualTo(Map.of("genesys//SUBMITTED", 1L)).isEqualTo(hub.counted());
        assertThat(hub.audit("TRANSCRIPTION_SUBMITTED")).hasSize(1);
    }

    @Test
    void the_same_transcription_at_another_account_is_another() {
        hub.settle(unknown("e1"), of("media-1"));
        hub.receive(event("other", "e1", "gt-1"));

        assertThat(hub.unknown().event().account()).isEqualTo("other");
    }

    @Test
    void an_adoption_by_a_lease_that_was_lost_makes_no_second_job() {
        WaitingEvent stale = unknown("e1");
        hub.clock.advance(TestLedger.LEASE.plusMillis(1));
        hub.settle(hub.unknown(), of("media-1"));
        hub.settle(stale, of("media-1"));

        assertThat(hub.tally()).isEqualTo(Map.of("genesys//SUBMITTED", 1L)).isEqualTo(hub.counted());
        assertThat(hub.audit("TRANSCRIPTION_SUBMITTED")).hasSize(1);
    }

    @Test
    void a_day_long_unanswered_look_is_reported_though_adoption_is_on() {
        hub.receive(event("genesys", "e1", "gt-1"));
        hub.clock.advance(Duration.ofHours(24));
        hub.settle(hub.unknown(), TestLedger.later(Fault.Kind.UNANSWERED));

        assertThat(hub.eventStates()).containsExactly("UNMATCHED");
        assertThat(hub.audit("EVENT_UNMATCHED")).hasSize(1);
    }
}
