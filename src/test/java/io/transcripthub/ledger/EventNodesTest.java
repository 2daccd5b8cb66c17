package io.transcripthub.ledger;

import static io.transcripthub.ledger.TestLedger.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events that two hubs on one PostgreSQL database receive and work on. */
class EventNodesTest {
    private static final Outcome COMPLETED = new Outcome.Completed(TestLedger.transcribed("{}"));

    @TempDir
    Path directory;

    private TestLedger one;
    private TestLedger two;

    @BeforeEach
    void open() {
        SettableClock clock = new SettableClock();
        TestDatabase.Place place = TestDatabase.POSTGRES.fresh(directory);
        one = new TestLedger(place.open("n1"), clock, "n1");
        two = new TestLedger(place.open("n2"), clock, "n2");
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
    }

    /** What each node got that did this at the same moment. */
    private <T> List<T> together(Callable<T> first, Callable<T> second) throws Exception {
        Queue<Callable<T>> works = new ConcurrentLinkedQueue<>(List.of(first, second));
        return Threads.together(2, () -> works.remove().call());
    }

    private void accepted(int jobs) {
        one.ledger.submitAll(IntStream.range(0, jobs)
                .mapToObj(i -> TestLedger.recording("job-" + i))
                .toList());
        one.ledger.settle(
                one.ledger.claim(new Claim.OfJobs(JobState.QUEUED, "recording", Set.of(), jobs)).rows().stream()
                        .map(job -> one.step(job, new Outcome.Accepted("v-" + job.jobId()), Set.of()))
                        .toList());
    }

    private static List<VendorEvent> events(int events) {
        return IntStream.range(0, events)
                .mapToObj(i -> event("e" + i, "v-job-" + i))
                .toList();
    }

    @Test
    void the_same_events_may_come_to_both_nodes_at_once() throws Exception {
        List<VendorEvent> events = events(300);
        List<VendorEvent> reversed = new ArrayList<>(events);
        java.util.Collections.reverse(reversed);

        List<Set<VendorEvent>> fresh = together(() -> one.ledger.receive(events), () -> two.ledger.receive(reversed));

        assertThat(fresh.get(0).size() + fresh.get(1).size()).isEqualTo(300);
        assertThat(one.eventStates()).hasSize(300);
    }

    @Test
    void both_nodes_may_match_the_same_events_and_each_job_is_handed_out_once() throws Exception {
        accepted(300);
        one.ledger.receive(events(300));

        List<List<WaitingEvent>> unknown = together(one::match, two::match);
        List<List<Job>> due = together(() -> one.jobs(JobState.SUBMITTED).rows(), () -> two.jobs(JobState.SUBMITTED)
                .rows());
        due = new ArrayList<>(due);
        due.add(one.ledger
                .claim(new Claim.OfJobs(JobState.SUBMITTED, "recording", Set.of(), 1_000))
                .rows());

        assertThat(unknown).allSatisfy(none -> assertThat(none).isEmpty());
        assertThat(due.stream().flatMap(List::stream).map(Job::seq))
                .hasSize(300)
                .doesNotHaveDuplicates();
        one.clock.advance(Duration.ofMillis(999));
        assertThat(one.jobs(JobState.SUBMITTED).rows()).isEmpty();
    }

    @Test
    void nodes_that_match_and_settle_crosswise_do_not_block_each_other() throws Exception {
        accepted(200);
        one.ledger.receive(events(200));
        for (int round = 0; round < 5; round++) {
            together(() -> turn(one), () -> turn(two));
            one.clock.advance(Duration.ofSeconds(20));
        }
        assertThat(one.tally()).isEqualTo(one.counted());
        assertThat(one.tally()).containsEntry("cxone//COMPLETED", 200L);
        assertThat(one.audit("TRANSCRIPTION_COMPLETED").size()
                        + two.audit("TRANSCRIPTION_COMPLETED").size())
                .isEqualTo(200);
    }

    /** Half of what is due completes, the rest goes on, and events are matched in the same transaction. */
    private static Void turn(TestLedger node) {
        List<Claim<?>> claims =
                List.of(new Claim.OfEvents(50), new Claim.OfJobs(JobState.SUBMITTED, "recording", Set.of(), 100));
        List<Step> steps = List.of();
        for (int i = 0; i < 4; i++) {
            Ledger.Turned turned = node.ledger.turn(steps, claims);
            steps = turned.claimed().get(1).rows().stream()
                    .map(Job.class::cast)
                    .map(job -> node.step(job, COMPLETED, Set.of("search")))
                    .toList();
        }
        node.ledger.settle(steps);
        return null;
    }

    @Test
    void an_event_does_not_take_a_job_from_the_node_that_polls_it() {
        one.accepted("job-1");
        one.clock.advance(Duration.ofSeconds(10));
        Job polled = one.due(JobState.SUBMITTED);

        two.receive(event("e1", "v-job-1"));
        assertThat(two.match()).isEmpty();
        assertThat(two.jobs(JobState.SUBMITTED).rows()).isEmpty();
        one.settle(polled, COMPLETED, Set.of("search"));
        one.clock.advance(Duration.ofSeconds(1));
        two.match();
        assertThat(one.eventStates()).containsExactly("DONE");
        assertThat(one.job("job-1").state()).isEqualTo(JobState.COMPLETED);
    }

    @Test
    void what_a_poll_brings_after_its_lease_was_lost_to_an_event_changes_nothing() {
        one.accepted("job-1");
        one.clock.advance(Duration.ofSeconds(10));
        Job polled = one.due(JobState.SUBMITTED);
        one.clock.advance(TestLedger.LEASE.plusMillis(1));
        two.receive(event("e1", "v-job-1"));
        two.match();
        Job byEvent = two.due(JobState.SUBMITTED);

        two.settle(byEvent, COMPLETED, Set.of("search"));
        one.settle(polled, COMPLETED, Set.of("search"));
        one.settle(polled, new Outcome.Failed("late"), Set.of("search"));

        assertThat(one.job("job-1").state()).isEqualTo(JobState.COMPLETED);
        assertThat(one.audit("TRANSCRIPTION_COMPLETED")).isEmpty();
        assertThat(two.audit("TRANSCRIPTION_COMPLETED")).hasSize(1);
        assertThat(one.audit("TRANSCRIPTION_FAILED")).isEmpty();
        assertThat(one.tally())
                .isEqualTo(Map.of("cxone//COMPLETED", 1L, "cxone/search/PENDING", 1L))
                .isEqualTo(one.counted());
    }

    @Test
    void a_job_completes_once_when_event_and_poll_come_at_the_same_moment() throws Exception {
        for (int round = 0; round < 20; round++) {
            String id = "job-" + round;
            one.accepted(id);
            one.clock.advance(Duration.ofSeconds(10));
            two.receive(event("e" + round, "v-" + id));

            List<Integer> completions = together(() -> complete(one), () -> {
                two.match();
                return complete(two);
            });

            assertThat(completions).as(id).containsExactlyInAnyOrder(0, 1);
            assertThat(one.job(id).state()).isEqualTo(JobState.COMPLETED);
        }
        assertThat(one.tally())
                .isEqualTo(Map.of("cxone//COMPLETED", 20L, "cxone/search/PENDING", 20L))
                .isEqualTo(one.counted());
        assertThat(one.audit("TRANSCRIPTION_COMPLETED").size()
                        + two.audit("TRANSCRIPTION_COMPLETED").size())
                .isEqualTo(20);
    }

    private static int complete(TestLedger node) {
        List<Job> due = node.jobs(JobState.SUBMITTED).rows();
        due.forEach(job -> node.settle(job, COMPLETED, Set.of("search")));
        return due.size();
    }

    @Test
    void two_nodes_adopt_the_same_transcription_once() throws Exception {
        for (int round = 0; round < 20; round++) {
            String transcription = "gt-" + round;
            one.receive(event("genesys", "a" + round, transcription));
            WaitingEvent first = one.unknown();
            two.receive(event("genesys", "b" + round, transcription));
            WaitingEvent second = two.unknown();
            Outcome adopted = new Outcome.Adopted(
                    TestLedger.media("job-" + round, "media-" + round), transcription, TestLedger.PACE);

            together(
                    () -> {
                        one.settle(first, adopted);
                        return null;
                    },
                    () -> {
                        two.settle(second, adopted);
                        return null;
                    });
            assertThat(one.job("job-" + round).vendorId()).isEqualTo(transcription);
        }
        assertThat(one.tally()).isEqualTo(Map.of("genesys//SUBMITTED", 20L)).isEqualTo(one.counted());
        assertThat(one.audit("TRANSCRIPTION_SUBMITTED").size()
                        + two.audit("TRANSCRIPTION_SUBMITTED").size())
                .isEqualTo(20);
    }

    @Test
    void an_adoption_and_the_answer_to_the_submission_may_come_at_the_same_moment() throws Exception {
        for (int round = 0; round < 20; round++) {
            String transcription = "gt-" + round;
            Recording media = TestLedger.media("job-" + round, "media-" + round);
            one.ledger.submit(List.of(media));
            Job submitting = one.ledger
                    .claim(new Claim.OfJobs(JobState.QUEUED, "media", Set.of(), 1))
                    .rows()
                    .get(0);
            two.receive(event("genesys", "e" + round, transcription));
            WaitingEvent looking = two.unknown();

            together(
                    () -> {
                        one.settle(submitting, new Outcome.Accepted(transcription));
                        return null;
                    },
                    () -> {
                        two.settle(looking, new Outcome.Adopted(media, transcription, TestLedger.PACE));
                        return null;
                    });
            assertThat(one.job("job-" + round).state()).isEqualTo(JobState.SUBMITTED);
        }
        assertThat(one.tally()).isEqualTo(Map.of("genesys//SUBMITTED", 20L)).isEqualTo(one.counted());
        assertThat(one.audit("TRANSCRIPTION_SUBMITTED").size()
                        + two.audit("TRANSCRIPTION_SUBMITTED").size())
                .isEqualTo(20);
    }
}
