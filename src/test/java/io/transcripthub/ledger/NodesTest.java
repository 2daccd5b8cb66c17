package io.transcripthub.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hubs on one PostgreSQL database. */
class NodesTest {
    @TempDir
    Path directory;

    private TestDatabase.Place place;
    private TestLedger one;
    private TestLedger two;

    @BeforeEach
    void open() {
        SettableClock clock = new SettableClock();
        place = TestDatabase.POSTGRES.fresh(directory);
        one = new TestLedger(place.open("n1"), clock, "n1");
        two = new TestLedger(place.open("n2"), clock, "n2");
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
    }

    @Test
    void no_row_is_handed_out_twice() throws Exception {
        one.ledger.submitAll(IntStream.range(0, 400)
                .mapToObj(i -> TestLedger.recording("job-" + i))
                .toList());
        Queue<TestLedger> nodes = new ConcurrentLinkedQueue<>(List.of(one, two, one, two));

        List<List<Long>> taken = Threads.together(4, () -> takeAll(nodes.remove()));

        assertThat(taken.stream().flatMap(List::stream)).hasSize(400).doesNotHaveDuplicates();
    }

    private static List<Long> takeAll(TestLedger node) {
        List<Long> keys = new ArrayList<>();
        int size;
        do {
            size = keys.size();
            node.ledger
                    .claim(new Claim.OfJobs(JobState.QUEUED, "recording", java.util.Set.of(), 7))
                    .rows()
                    .forEach(job -> keys.add(job.seq()));
        } while (keys.size() > size);
        return keys;
    }

    @Test
    void the_last_two_deliveries_of_a_job_may_end_at_once_on_two_nodes() throws Exception {
        for (int round = 0; round < 20; round++) {
            String job = "job-" + round;
            one.completed(job, "search", "webhook");
            Delivery search = one.due("search");
            Delivery webhook = two.due("webhook");
            Queue<Runnable> steps = new ConcurrentLinkedQueue<>(List.of(
                    () -> one.settle(search, new Outcome.Delivered()),
                    () -> two.settle(webhook, new Outcome.Delivered())));

            Threads.together(2, () -> {
                steps.remove().run();
                return null;
            });

            assertThat(one.job(job).state()).isEqualTo(JobState.DELIVERED);
        }
        assertThat(one.audit("DELIVERY_SETTLED").size()
                        + two.audit("DELIVERY_SETTLED").size())
                .isEqualTo(20);
        assertThat(one.tally()).isEqualTo(one.counted());
    }

    @Test
    void what_one_node_held_stays_held_when_the_other_starts() {
        one.submit("job-1");
        one.due(JobState.QUEUED);
        two.close();
        two = new TestLedger(place.open("n2"), one.clock, "n2");

        assertThat(two.jobs(JobState.QUEUED).rows()).isEmpty();
        one.clock.advance(TestLedger.LEASE);
        assertThat(two.due(JobState.QUEUED).jobId()).isEqualTo("job-1");
    }

    @Test
    void what_the_slow_node_settles_after_its_lease_changes_nothing() {
        one.submit("job-1");
        Job stale = one.due(JobState.QUEUED);
        one.clock.advance(TestLedger.LEASE.plus(Duration.ofMillis(1)));
        Job taken = two.due(JobState.QUEUED);

        one.settle(stale, new Outcome.Accepted("v-stale"));
        assertThat(one.job("job-1").state()).isEqualTo(JobState.QUEUED);
        two.settle(taken, new Outcome.Accepted("v-taken"));
        assertThat(one.job("job-1").vendorId()).isEqualTo("v-taken");
        assertThat(one.audit()).isEmpty();
    }

    @Test
    void each_node_has_a_chain_of_its_own() {
        one.submit("job-1");
        two.settle(two.due(JobState.QUEUED), new Outcome.Failed("refused"), Set.of("audit"));

        assertThat(one.ledger.auditHead().seq()).isZero();
        assertThat(two.ledger.auditHead().seq()).isEqualTo(1);
        one.auditOnDisk();
        assertThat(one.delivery("job-1", "audit").state()).isEqualTo(DeliveryState.PENDING);
        two.auditOnDisk();
        assertThat(one.delivery("job-1", "audit").state()).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    void the_tally_is_the_sum_over_the_nodes() {
        one.submit("job-1");
        two.settle(two.due(JobState.QUEUED), new Outcome.Failed("refused"), Set.of());

        assertThat(one.tally()).isEqualTo(Map.of("cxone//FAILED", 1L));
        assertThat(new HashSet<>(two.ledger.view().counts())).hasSize(1);
    }

    @Test
    void a_node_of_the_same_name_is_refused_until_the_first_has_ended() {
        assertThatThrownBy(() -> place.open("n1"))
                .isInstanceOf(LedgerUnavailable.class)
                .hasMessage("hub.node: another hub named 'n1' runs on this database");

        one.close();
        one = new TestLedger(place.open("n1"), two.clock, "n1");
        assertThat(one.tally()).isEmpty();
    }
}
