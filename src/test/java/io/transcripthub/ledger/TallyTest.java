package io.transcripthub.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class TallyTest {
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

    /** Any operation after any other, many steps stale, so that what must change nothing is tried as well. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_tally_is_what_counting_the_rows_comes_to(long seed) {
        Random random = new Random(seed);
        List<Job> jobs = new ArrayList<>();
        List<Delivery> deliveries = new ArrayList<>();
        for (int operation = 0; operation < 250; operation++) {
            operate(random, jobs, deliveries);
            if (operation % 25 == 24) {
                assertThat(hub.tally()).as("after operation %d", operation).isEqualTo(hub.counted());
            }
        }
        assertThat(hub.tally().keySet()).hasSizeGreaterThan(6);
    }

    private void operate(Random random, List<Job> jobs, List<Delivery> deliveries) {
        switch (random.nextInt(8)) {
            case 0 -> hub.submit("job-" + random.nextInt(40));
            case 1 -> jobs.addAll(hub.jobs(JobState.QUEUED).rows());
            case 2 -> jobs.addAll(hub.jobs(JobState.SUBMITTED).rows());
            case 3 -> deliveries.addAll(hub.deliveries(random.nextBoolean() ? "search" : "webhook"));
            case 4 -> settle(random, jobs, this::jobStep);
            case 5 -> settle(random, deliveries, (chance, row) -> new Step.OfDelivery(row, delivered(chance)));
            case 6 -> hub.ledger.retry("job-" + random.nextInt(40), TestLedger.PACE);
            default -> {
                hub.clock.advance(Duration.ofSeconds(random.nextInt(100)));
                hub.ledger.auditWritten(hub.ledger.auditHead().seq() - random.nextInt(2));
            }
        }
    }

    private <R> void settle(Random random, List<R> rows, BiFunction<Random, R, Step> step) {
        Collections.shuffle(rows, random);
        List<R> some = rows.subList(0, Math.min(rows.size(), random.nextInt(6)));
        hub.ledger.settle(some.stream().map(row -> step.apply(random, row)).toList());
        if (random.nextBoolean()) {
            some.clear();
        }
    }

    private Step jobStep(Random random, Job job) {
        Outcome outcome =
                switch (random.nextInt(6)) {
                    case 0 -> new Outcome.Failed("refused");
                    case 1 -> TestLedger.later(Fault.Kind.UNANSWERED);
                    case 2 -> new Outcome.Dead("given up");
                    default ->
                        job.state() == JobState.QUEUED
                                ? new Outcome.Accepted("v-" + job.jobId())
                                : new Outcome.Completed(TestLedger.transcribed("{}"));
                };
        return hub.step(job, outcome, TestLedger.SINKS);
    }

    private static Outcome delivered(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> TestLedger.later(Fault.Kind.AWAY);
            case 1 -> new Outcome.Dead("410 Gone");
            default -> new Outcome.Delivered();
        };
    }

    @Test
    void the_first_rows_of_an_account_may_come_from_many_at_once() throws Exception {
        AtomicInteger next = new AtomicInteger();
        Threads.together(8, () -> hub.submit("job-" + next.incrementAndGet()));

        assertThat(hub.tally()).isEqualTo(Map.of("cxone//QUEUED", 8L));
    }

    @Test
    void many_may_hand_in_the_same_list_in_any_order() throws Exception {
        List<Recording> recordings = IntStream.range(0, 300)
                .mapToObj(i -> TestLedger.recording("job-" + i))
                .toList();
        AtomicInteger seed = new AtomicInteger();
        List<Integer> fresh = Threads.together(8, () -> {
            List<Recording> mine = new ArrayList<>(recordings);
            Collections.shuffle(mine, new Random(seed.incrementAndGet()));
            return hub.ledger.submitAll(mine);
        });

        assertThat(fresh.stream().mapToInt(Integer::intValue).sum()).isEqualTo(300);
        assertThat(hub.tally()).isEqualTo(Map.of("cxone//QUEUED", 300L));
    }
}
