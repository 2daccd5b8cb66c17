package io.transcripthub.ledger;

import static io.transcripthub.ledger.TestLedger.later;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class FaultsInARowTest {
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
    void five_unanswered_requests_in_a_row_end_a_job() {
        hub.submit("job-1");
        for (int request = 1; request <= 4; request++) {
            fail(JobState.QUEUED, Fault.Kind.UNANSWERED);
            assertThat(hub.job("job-1").state()).isEqualTo(JobState.QUEUED);
        }
        assertThat(hub.job("job-1").reason()).isEqualTo("503 from the other side");

        fail(JobState.QUEUED, Fault.Kind.UNANSWERED);
        assertThat(hub.job("job-1").state()).isEqualTo(JobState.DEAD);
        assertThat(hub.job("job-1").reason()).isEqualTo("5 attempts in a row failed: 503 from the other side");
        assertThat(hub.job("job-1").progress().attempts()).isEqualTo(5);
    }

    @Test
    void an_answer_ends_the_row_of_faults() {
        hub.accepted("job-1");
        for (int request = 1; request <= 12; request++) {
            if (request % 4 == 0) {
                hub.clock.advance(Duration.ofMinutes(5));
                hub.settle(hub.due(JobState.SUBMITTED), new Outcome.StillWorking(null));
            } else {
                fail(JobState.SUBMITTED, Fault.Kind.UNANSWERED);
            }
            if (hub.job("job-1").state() != JobState.SUBMITTED) {
                break;
            }
        }
        assertThat(hub.job("job-1").reason()).isEqualTo("no result within 10m of acceptance");
    }

    @Test
    void a_vendor_that_is_away_gets_a_hundred_tries() {
        hub.submit("job-1");
        for (int request = 1; request <= 99; request++) {
            fail(JobState.QUEUED, Fault.Kind.AWAY);
        }
        assertThat(hub.job("job-1").state()).isEqualTo(JobState.QUEUED);

        fail(JobState.QUEUED, Fault.Kind.AWAY);
        assertThat(hub.job("job-1").state()).isEqualTo(JobState.DEAD);
        assertThat(hub.job("job-1").progress().attempts()).isEqualTo(100);
    }

    @Test
    void a_vendor_that_was_away_first_still_gets_five_chances_to_answer() {
        hub.submit("job-1");
        for (int request = 1; request <= 20; request++) {
            fail(JobState.QUEUED, Fault.Kind.AWAY);
        }
        fail(JobState.QUEUED, Fault.Kind.UNANSWERED);

        assertThat(hub.job("job-1").state()).isEqualTo(JobState.QUEUED);
    }

    @Test
    void a_vendor_that_says_when_to_come_again_is_never_given_up() {
        hub.submit("job-1");
        for (int request = 1; request <= 150; request++) {
            Instant asked = hub.clock.instant().plusSeconds(1);
            hub.settle(hub.due(JobState.QUEUED), later(Fault.Kind.AWAY, asked));
            hub.clock.advance(Duration.ofSeconds(1));
        }
        assertThat(hub.job("job-1").state()).isEqualTo(JobState.QUEUED);
    }

    @Test
    void unanswered_polls_go_on_until_the_deadline() {
        hub.accepted("job-1");
        hub.clock.advance(Duration.ofSeconds(10));
        while (hub.clock.instant().isBefore(hub.job("job-1").progress().deadlineAt())) {
            hub.settle(hub.due(JobState.SUBMITTED), later(Fault.Kind.UNANSWERED));
            assertThat(hub.job("job-1").state()).isEqualTo(JobState.SUBMITTED);
            hub.clock.advance(Duration.between(hub.clock.instant(), dueAt()));
        }
        for (int more = 0; more < 5 && hub.job("job-1").state() == JobState.SUBMITTED; more++) {
            fail(JobState.SUBMITTED, Fault.Kind.UNANSWERED);
        }
        assertThat(hub.job("job-1").state()).isEqualTo(JobState.DEAD);
    }

    @Test
    void what_was_not_sent_is_no_attempt() {
        hub.submit("job-1");
        fail(JobState.QUEUED, Fault.Kind.NOT_SENT);

        assertThat(hub.job("job-1").progress().attempts()).isZero();
    }

    @Test
    void the_wait_after_a_fault_doubles_unless_the_vendor_asked_for_another() {
        hub.submit("job-1");
        for (long seconds : new long[] {10, 20, 40, 80, 160, 300, 300}) {
            Instant before = hub.clock.instant();
            hub.settle(hub.due(JobState.QUEUED), later(Fault.Kind.AWAY));
            assertThat(dueAt()).isEqualTo(before.plusSeconds(seconds));
            hub.clock.advance(Duration.ofSeconds(seconds));
        }
        Instant asked = hub.clock.instant().plusSeconds(3);
        hub.settle(hub.due(JobState.QUEUED), later(Fault.Kind.AWAY, asked));
        assertThat(dueAt()).isEqualTo(asked);
    }

    private Instant dueAt() {
        return hub.job("job-1").progress().dueAt();
    }

    private void fail(JobState state, Fault.Kind kind) {
        hub.clock.advance(Duration.ofMinutes(5));
        hub.settle(hub.due(state), later(kind));
    }
}
