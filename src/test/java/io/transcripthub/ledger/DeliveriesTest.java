package io.transcripthub.ledger;

import static io.transcripthub.ledger.TestLedger.later;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
class DeliveriesTest {
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
    void a_job_is_delivered_when_every_sink_has_it() {
        hub.completed("job-1", "search", "webhook", "audit");
        hub.settle(hub.due("search"), new Outcome.Delivered());
        hub.settle(hub.due("webhook"), new Outcome.Delivered());
        assertThat(hub.job("job-1").state()).isEqualTo(JobState.COMPLETED);

        hub.auditOnDisk();
        assertThat(hub.job("job-1").state()).isEqualTo(JobState.DELIVERED);
        assertThat(hub.delivery("job-1", "audit").state()).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    void two_sinks_that_end_in_one_turn_end_the_job() {
        hub.completed("job-1", "search", "webhook");
        hub.ledger.settle(List.of(
                new Step.OfDelivery(hub.due("search"), new Outcome.Delivered()),
                new Step.OfDelivery(hub.due("webhook"), new Outcome.Delivered())));

        assertThat(hub.job("job-1").state()).isEqualTo(JobState.DELIVERED);
        assertThat(hub.audit("DELIVERY_SETTLED")).hasSize(1);
    }

    @Test
    void a_dead_letter_keeps_the_job_completed_and_says_why() {
        hub.completed("job-1", "search", "webhook");
        hub.settle(hub.due("search"), new Outcome.Delivered());
        hub.settle(hub.due("webhook"), new Outcome.Dead("410 Gone"));

        assertThat(hub.job("job-1").state()).isEqualTo(JobState.COMPLETED);
        assertThat(hub.job("job-1").reason()).isEqualTo("dead letter at webhook: 410 Gone");
        assertThat(hub.delivery("job-1", "webhook").reason()).isEqualTo("410 Gone");
    }

    @Test
    void a_delivery_is_tried_by_the_schedule_and_then_dead() {
        hub.completed("job-1", "webhook");
        for (long millis : new long[] {5_000, 300_000}) {
            Instant before = hub.clock.instant();
            hub.settle(hub.due("webhook"), later(Fault.Kind.AWAY));
            assertThat(hub.delivery("job-1", "webhook").dueAt())
                    .isBetween(before.plusMillis(millis), before.plusMillis(millis + millis / 10));
            assertThat(hub.deliveries("webhook")).isEmpty();
            hub.clock.advance(Duration.ofMillis(millis + millis / 10));
        }
        hub.settle(hub.due("webhook"), later(Fault.Kind.AWAY));

        assertThat(hub.delivery("job-1", "webhook").state()).isEqualTo(DeliveryState.DEAD);
        assertThat(hub.delivery("job-1", "webhook").reason()).isEqualTo("3 attempts used up: 503 from the other side");
    }

    @Test
    void that_deliveries_are_settled_is_told_once_with_what_each_sink_has() {
        hub.completed("job-1", "search", "webhook", "audit");
        hub.settle(hub.due("search"), new Outcome.Delivered());
        assertThat(hub.audit("DELIVERY_SETTLED")).isEmpty();

        hub.settle(hub.due("webhook"), new Outcome.Dead("410"));
        assertThat(hub.audit("DELIVERY_SETTLED"))
                .singleElement()
                .asString()
                .contains("\"searchSyncSuccess\":true", "\"webhookSyncSuccess\":false");
        hub.auditOnDisk();
        assertThat(hub.audit("DELIVERY_SETTLED")).isEmpty();
    }

    @Test
    void a_late_event_of_an_earlier_run_settles_nothing() {
        hub.submit("job-1");
        hub.settle(hub.due(JobState.QUEUED), new Outcome.Failed("no such recording"));
        Delivery failure = hub.due("webhook");
        hub.ledger.retry("job-1", TestLedger.PACE);

        hub.settle(hub.due("search"), new Outcome.Delivered());
        hub.settle(failure, new Outcome.Delivered());

        assertThat(hub.audit("DELIVERY_SETTLED")).isEmpty();
        assertThat(hub.job("job-1").state()).isEqualTo(JobState.QUEUED);
    }

    @Test
    void an_event_has_one_id_over_all_attempts_and_another_in_each_run() {
        hub.submit("job-1");
        hub.settle(hub.due(JobState.QUEUED), new Outcome.Failed("no such recording"));
        Delivery first = hub.due("webhook");
        hub.settle(first, later(Fault.Kind.AWAY));
        hub.clock.advance(Duration.ofSeconds(6));
        Delivery second = hub.due("webhook");
        hub.settle(second, new Outcome.Delivered());
        hub.ledger.retry("job-1", TestLedger.PACE);
        hub.settle(hub.due(JobState.QUEUED), new Outcome.Failed("still no such recording"));

        assertThat(second.eventId()).isEqualTo(first.eventId());
        assertThat(hub.due("webhook").eventId()).isNotEqualTo(first.eventId());
    }

    @Test
    void the_first_success_of_a_sink_that_was_down_pulls_its_waiting_rows_forward() {
        hub.completed("job-1", "webhook", "search");
        hub.completed("job-2", "webhook");
        hub.completed("job-3", "webhook");
        List<Delivery> three = hub.deliveries("webhook");
        hub.settle(three.get(0), later(Fault.Kind.AWAY, hub.clock.instant().plusSeconds(3_600)));
        hub.settle(three.get(1), later(Fault.Kind.AWAY));
        hub.settle(hub.due("search"), later(Fault.Kind.AWAY));
        hub.clock.advance(Duration.ofSeconds(3));
        assertThat(hub.deliveries("webhook")).isEmpty();

        hub.settle(three.get(2), new Outcome.Delivered());

        assertThat(hub.due("webhook").job().jobId()).isEqualTo("job-2");
        assertThat(hub.deliveries("search")).isEmpty();
    }

    @Test
    void the_first_success_after_a_start_pulls_forward_what_waited_from_before_it() {
        hub.completed("job-1", "webhook");
        hub.settle(hub.due("webhook"), later(Fault.Kind.AWAY));
        hub.clock.advance(Duration.ofSeconds(6));
        hub.settle(hub.due("webhook"), later(Fault.Kind.AWAY));
        hub.completed("job-2", "webhook");
        TestLedger again = new TestLedger(hub.database, hub.clock, "n1");

        again.settle(again.due("webhook"), new Outcome.Delivered());

        assertThat(again.due("webhook").attempts()).isEqualTo(2);
    }
}
