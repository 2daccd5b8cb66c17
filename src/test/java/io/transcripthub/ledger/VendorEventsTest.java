package io.transcripthub.ledger;

import static io.transcripthub.ledger.TestLedger.event;
import static io.transcripthub.ledger.TestLedger.later;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Events make jobs due, and change nothing else of them. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class VendorEventsTest {
    private static final Outcome STILL_UNKNOWN = later(Fault.Kind.UNANSWERED);

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

    private void completed(Job job) {
        hub.settle(job, new Outcome.Completed(TestLedger.transcribed("{}")), Set.of("search"));
    }

    @Test
    void an_event_makes_its_job_due_at_once_and_changes_nothing_else_of_it() {
        hub.accepted("job-1");
        hub.accepted("job-2");
        Job before = hub.job("job-1");
        hub.clock.advance(Duration.ofSeconds(1));

        assertThat(hub.receive(event("e1", "v-job-1"))).isTrue();
        assertThat(hub.jobs(JobState.SUBMITTED).rows()).isEmpty();
        assertThat(hub.match()).isEmpty();

        Job after = hub.job("job-1");
        assertThat(after.progress().dueAt()).isEqualTo(hub.clock.instant());
        assertThat(after.state()).isEqualTo(JobState.SUBMITTED);
        assertThat(after.progress().polls()).isZero();
        assertThat(after.progress().attempts()).isEqualTo(before.progress().attempts());
        assertThat(after.progress().deadlineAt()).isEqualTo(before.progress().deadlineAt());
        assertThat(hub.due(JobState.SUBMITTED).jobId()).isEqualTo("job-1");
    }

    @Test
    void a_turn_that_matches_an_event_says_that_a_job_has_come_due() {
        hub.accepted("job-1");
        hub.receive(event("e1", "v-job-1"));
        List<Claim<?>> claims = List.of(new Claim.OfEvents(10));

        assertThat(hub.ledger.turn(List.of(), claims).woken()).isTrue();
        assertThat(hub.ledger.turn(List.of(), claims).woken()).isFalse();
    }

    @Test
    void an_event_of_another_account_concerns_no_job() {
        hub.accepted("job-1");
        hub.receive(event("genesys", "e1", "v-job-1"));

        assertThat(hub.unknown().event().account()).isEqualTo("genesys");
        assertThat(hub.jobs(JobState.SUBMITTED).rows()).isEmpty();
    }

    @Test
    void of_two_jobs_that_share_a_transcription_the_one_that_waits_is_made_due() {
        hub.accepted("job-1");
        hub.submit("job-2");
        hub.settle(hub.due(JobState.QUEUED), new Outcome.Accepted("v-job-1"));
        hub.settle(hub.job("job-2"), new Outcome.Failed("refused"), Set.of());
        hub.receive(event("e1", "v-job-1"));

        hub.match();
        assertThat(hub.due(JobState.SUBMITTED).jobId()).isEqualTo("job-1");
        assertThat(hub.eventStates()).containsExactly("WAITING");
    }

    @Test
    void the_vendors_retry_after_goes_before_an_event() {
        hub.accepted("job-1");
        hub.clock.advance(Duration.ofSeconds(10));
        Instant asked = hub.clock.instant().plusSeconds(60);
        hub.settle(hub.due(JobState.SUBMITTED), new Outcome.StillWorking(asked));
        hub.receive(event("e1", "v-job-1"));
        for (int second = 0; second < 59; second++) {
            hub.clock.advance(Duration.ofSeconds(1));
            hub.match();
            assertThat(hub.jobs(JobState.SUBMITTED).rows()).isEmpty();
        }

        hub.clock.advance(Duration.ofSeconds(1));
        assertThat(hub.due(JobState.SUBMITTED).jobId()).isEqualTo("job-1");
    }

    @Test
    void a_retry_after_that_came_with_a_fault_goes_before_an_event_too() {
        hub.accepted("job-1");
        hub.clock.advance(Duration.ofSeconds(10));
        Instant asked = hub.clock.instant().plusSeconds(5);
        hub.settle(hub.due(JobState.SUBMITTED), later(Fault.Kind.AWAY, asked));
        hub.receive(event("e1", "v-job-1"));

        hub.match();
        assertThat(hub.job("job-1").progress().dueAt()).isEqualTo(asked);
        assertThat(hub.jobs(JobState.SUBMITTED).rows()).isEmpty();
    }

    @Test
    void a_retry_after_that_has_passed_holds_no_longer() {
        hub.accepted("job-1");
        hub.clock.advance(Duration.ofSeconds(10));
        hub.settle(
                hub.due(JobState.SUBMITTED),
                new Outcome.StillWorking(hub.clock.instant().plusSeconds(1)));
        hub.clock.advance(Duration.ofSeconds(1));
        hub.settle(hub.due(JobState.SUBMITTED), new Outcome.StillWorking(null));

        hub.receive(event("e1", "v-job-1"));
        hub.match();
        assertThat(hub.due(JobState.SUBMITTED).jobId()).isEqualTo("job-1");
    }

    @Test
    void an_event_that_comes_before_its_job_is_known_works_when_the_job_is() {
        hub.submit("job-1");
        hub.receive(event("e1", "v-job-1"));
        hub.settle(hub.unknown(), STILL_UNKNOWN);
        hub.settle(hub.due(JobState.QUEUED), new Outcome.Accepted("v-job-1"));

        assertThat(hub.match()).isEmpty();
        assertThat(hub.jobs(JobState.SUBMITTED).rows()).isEmpty();
        hub.clock.advance(Duration.ofSeconds(1));
        assertThat(hub.match()).isEmpty();
        assertThat(hub.due(JobState.SUBMITTED).jobId()).isEqualTo("job-1");
    }

    @Test
    void an_event_that_is_held_while_its_job_comes_to_be_known_is_not_lost() {
        hub.submit("job-1");
        hub.receive(event("e1", "v-job-1"));
        WaitingEvent held = hub.unknown();
        hub.settle(hub.due(JobState.QUEUED), new Outcome.Accepted("v-job-1"));
        hub.settle(held, STILL_UNKNOWN);

        hub.clock.advance(Duration.ofSeconds(5));
        assertThat(hub.match()).isEmpty();
        assertThat(hub.due(JobState.SUBMITTED).jobId()).isEqualTo("job-1");
    }

    @Test
    void an_event_survives_a_restart_while_it_is_held() {
        hub.receive(event("e1", "v-job-1"));
        hub.unknown();
        TestLedger again = new TestLedger(hub.database, hub.clock, "n1");

        assertThat(again.unknown().event()).isEqualTo(event("e1", "v-job-1"));
    }

    @Test
    void an_event_that_comes_before_the_vendor_has_finished_is_tried_again_less_and_less_often() {
        hub.accepted("job-1");
        hub.receive(event("e1", "v-job-1"));
        for (int wait : new int[] {0, 1, 2, 4, 8}) {
            hub.clock.advance(Duration.ofSeconds(wait).minusMillis(wait == 0 ? 0 : 1));
            hub.match();
            if (wait > 0) {
                assertThat(hub.jobs(JobState.SUBMITTED).rows())
                        .as("before %d s", wait)
                        .isEmpty();
                hub.clock.advance(Duration.ofMillis(1));
                hub.match();
            }
            hub.settle(hub.due(JobState.SUBMITTED), new Outcome.StillWorking(null));
        }
        assertThat(hub.job("job-1").progress().polls()).isEqualTo(5);
    }

    @Test
    void an_event_is_done_when_its_job_has_ended_well_or_not() {
        for (String job : List.of("job-1", "job-2", "job-3")) {
            hub.accepted(job);
            hub.receive(event("e-" + job, "v-" + job));
        }
        hub.match();
        List<Job> jobs = hub.jobs(JobState.SUBMITTED).rows();
        completed(jobs.get(0));
        hub.settle(jobs.get(1), new Outcome.Failed("bad audio"), Set.of());
        hub.settle(jobs.get(2), new Outcome.Dead("unreadable"), Set.of());
        assertThat(hub.eventStates()).containsOnly("WAITING");

        hub.clock.advance(Duration.ofSeconds(1));
        assertThat(hub.match()).isEmpty();
        assertThat(hub.eventStates()).containsExactly("DONE", "DONE", "DONE");
        hub.clock.advance(Duration.ofDays(2));
        assertThat(hub.match()).isEmpty();
        assertThat(hub.audit("EVENT_UNMATCHED")).isEmpty();
        assertThat(hub.tally()).isEqualTo(hub.counted());
    }

    @Test
    void an_event_of_a_job_that_has_ended_is_done_at_once() {
        hub.completed("job-1", "search");
        int audited = hub.audit().size();
        hub.receive(event("late", "v-job-1"));

        assertThat(hub.match()).isEmpty();
        assertThat(hub.eventStates()).containsExactly("DONE");
        assertThat(hub.job("job-1").state()).isEqualTo(JobState.COMPLETED);
        assertThat(hub.jobs(JobState.SUBMITTED).rows()).isEmpty();
        assertThat(hub.audit()).hasSize(audited);
    }

    @Test
    void a_duplicate_changes_nothing_not_even_after_a_restart() {
        hub.accepted("job-1");
        assertThat(hub.receive(event("e1", "v-job-1"))).isTrue();
        assertThat(hub.receive(event("e1", "v-job-1"))).isFalse();
        hub.match();
        hub.settle(hub.due(JobState.SUBMITTED), new Outcome.StillWorking(null));
        Job job = hub.job("job-1");

        assertThat(hub.receive(event("e1", "v-job-1"))).isFalse();
        assertThat(hub.match()).isEmpty();
        assertThat(hub.job("job-1")).isEqualTo(job);
        TestLedger again = new TestLedger(hub.database, hub.clock, "n1");
        assertThat(again.receive(event("e1", "v-job-1"))).isFalse();
        assertThat(again.match()).isEmpty();
        assertThat(again.job("job-1")).isEqualTo(job);
        assertThat(again.eventStates()).hasSize(1);
    }

    @Test
    void the_same_event_at_two_accounts_is_two() {
        assertThat(hub.receive(event("a", "e1", "v-1"))).isTrue();
        assertThat(hub.receive(event("b", "e1", "v-1"))).isTrue();
        assertThat(hub.match()).hasSize(2);
    }

    @Test
    void only_what_is_new_in_a_list_is_returned() {
        hub.receive(event("e1", "v-1"));
        assertThat(hub.ledger.receive(List.of(event("e3", "v-3"), event("e1", "v-1"), event("e2", "v-2"))))
                .containsExactlyInAnyOrder(event("e2", "v-2"), event("e3", "v-3"));
        assertThat(hub.ledger.receive(List.of())).isEmpty();
    }

    @Test
    void an_event_that_no_job_comes_to_know_in_a_day_is_reported_once() {
        hub.receive(event("e1", "nobody-knows"));
        Instant received = hub.clock.instant();
        int looks = 0;
        while (hub.eventStates().contains("WAITING")) {
            for (WaitingEvent waiting : hub.match()) {
                hub.settle(waiting, STILL_UNKNOWN);
                looks++;
            }
            assertThat(hub.audit("EVENT_UNMATCHED")).hasSize(hub.eventStates().contains("WAITING") ? 0 : 1);
            hub.clock.advance(Duration.ofSeconds(30));
        }

        assertThat(Duration.between(received, hub.clock.instant()))
                .isBetween(Duration.ofHours(24), Duration.ofHours(24).plusMinutes(11));
        assertThat(looks).isBetween(100, 200);
        assertThat(hub.eventStates()).containsExactly("UNMATCHED");
        assertThat(hub.audit("EVENT_UNMATCHED"))
                .singleElement()
                .asString()
                .contains("\"account\":\"cxone\"", "\"eventId\":\"e1\"", "\"transcriptionId\":\"nobody-knows\"");
        hub.clock.advance(Duration.ofDays(1));
        assertThat(hub.match()).isEmpty();
        assertThat(hub.receive(event("e1", "nobody-knows"))).isFalse();
        assertThat(hub.audit("EVENT_UNMATCHED")).hasSize(1);
    }

    @Test
    void an_event_that_was_looked_at_too_late_to_matter_is_reported_once_by_the_lease_that_counts() {
        hub.receive(event("e1", "nobody-knows"));
        WaitingEvent stale = hub.unknown();
        hub.clock.advance(Duration.ofHours(25));
        WaitingEvent taken = hub.unknown();
        hub.settle(taken, STILL_UNKNOWN);
        hub.settle(stale, STILL_UNKNOWN);

        assertThat(hub.audit("EVENT_UNMATCHED")).hasSize(1);
        assertThat(hub.eventStates()).containsExactly("UNMATCHED");
    }

    @Test
    void a_job_that_is_known_within_the_day_is_found_even_on_the_last_look() {
        hub.receive(event("e1", "v-job-1"));
        hub.settle(hub.unknown(), STILL_UNKNOWN);
        hub.clock.advance(Duration.ofHours(25));
        hub.accepted("job-1");

        assertThat(hub.match()).isEmpty();
        assertThat(hub.due(JobState.SUBMITTED).jobId()).isEqualTo("job-1");
        assertThat(hub.audit("EVENT_UNMATCHED")).isEmpty();
    }

    @Test
    void a_look_waits_as_long_as_the_vendor_asks() {
        hub.receive(event("e1", "nobody-knows"));
        hub.settle(hub.unknown(), later(Fault.Kind.AWAY, hub.clock.instant().plusSeconds(60)));

        hub.clock.advance(Duration.ofSeconds(59));
        assertThat(hub.match()).isEmpty();
        hub.clock.advance(Duration.ofSeconds(1));
        assertThat(hub.unknown().attempts()).isEqualTo(1);
    }

    @Test
    void an_event_that_tells_of_no_transcription_is_kept_and_audited_once() {
        VendorEvent update = new VendorEvent("cxone", "key-1", null, "speechEngineUpdated", null);
        assertThat(hub.receive(update)).isTrue();
        assertThat(hub.receive(update)).isFalse();

        assertThat(hub.eventStates()).containsExactly("KEPT");
        assertThat(hub.match()).isEmpty();
        assertThat(hub.audit("EVENT_KEPT"))
                .singleElement()
                .asString()
                .contains("\"account\":\"cxone\"", "\"eventType\":\"speechEngineUpdated\"");
    }

    @Test
    void what_is_over_is_forgotten_after_a_month_and_what_waits_is_not() {
        hub.receive(new VendorEvent("cxone", "key-1", null, "speechEngineUpdated", null));
        hub.clock.advance(Duration.ofDays(20));
        hub.receive(new VendorEvent("cxone", "key-2", null, "speechEngineUpdated", null));
        hub.receive(event("e1", "nobody-knows"));
        hub.clock.advance(Duration.ofDays(11));
        new TestLedger(hub.database, hub.clock, "n1");
        assertThat(hub.eventStates()).containsExactlyInAnyOrder("KEPT", "WAITING");

        hub.clock.advance(Duration.ofDays(365));
        new TestLedger(hub.database, hub.clock, "n1");
        assertThat(hub.eventStates()).containsExactly("WAITING");
    }
}
