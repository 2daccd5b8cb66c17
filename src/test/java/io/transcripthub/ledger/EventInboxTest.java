package io.transcripthub.ledger;

import static io.transcripthub.ledger.TestLedger.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class EventInboxTest {
    @Parameter
    TestDatabase database;

    @TempDir
    Path directory;

    private TestLedger hub;
    private Doorbell doorbell;
    private EventInbox inbox;

    @BeforeEach
    void open() {
        hub = new TestLedger(database.fresh(directory).open("n1"));
        doorbell = new Doorbell();
        inbox = new EventInbox(hub.ledger, doorbell);
    }

    @AfterEach
    void close() {
        inbox.close();
        hub.close();
    }

    @Test
    void an_event_is_on_disk_when_its_caller_hears_of_it() {
        assertThat(inbox.receive(event("e1", "v-1")).join()).isTrue();

        assertThat(hub.eventStates()).containsExactly("WAITING");
        assertThat(doorbell.rings()).isPositive();
        assertThat(inbox.receive(event("e1", "v-1")).join()).isFalse();
    }

    @Test
    void of_many_callers_with_the_same_events_each_event_is_kept_once() throws Exception {
        AtomicInteger next = new AtomicInteger();
        Threads.together(16, () -> {
            int first = next.getAndIncrement() % 2;
            IntStream.range(0, 50)
                    .mapToObj(i -> inbox.receive(event("e" + (2 * i + first), "v-1")))
                    .toList()
                    .forEach(CompletableFuture::join);
            return null;
        });

        assertThat(hub.eventStates()).hasSize(100);
    }

    @Test
    void what_comes_during_one_transaction_goes_into_the_next() {
        List<CompletableFuture<Boolean>> answers = IntStream.range(0, 2_000)
                .mapToObj(i -> inbox.receive(event("e" + i, "v-" + i)))
                .toList();

        assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isTrue());
        assertThat(hub.eventStates()).hasSize(2_000);
        assertThat(doorbell.rings()).as("transactions").isBetween(4L, 200L);
    }

    @Test
    void without_the_database_the_caller_is_told_and_may_come_again() {
        hub.database.close();

        assertThatThrownBy(() -> inbox.receive(event("e1", "v-1")).join()).hasCauseInstanceOf(LedgerUnavailable.class);
        assertThatThrownBy(() -> inbox.receive(event("e1", "v-1")).join()).hasCauseInstanceOf(LedgerUnavailable.class);
        assertThat(doorbell.rings()).isZero();
    }

    @Test
    void what_has_come_in_is_kept_before_it_closes_and_nothing_after() {
        List<CompletableFuture<Boolean>> answers = IntStream.range(0, 1_000)
                .mapToObj(i -> inbox.receive(event("e" + i, "v-" + i)))
                .toList();
        inbox.close();

        assertThat(answers).allSatisfy(answer -> assertThat(answer).isCompletedWithValue(true));
        assertThatThrownBy(() -> inbox.receive(event("late", "v-1")).join())
                .hasCauseInstanceOf(LedgerUnavailable.class);
        assertThat(hub.eventStates()).hasSize(1_000);
    }
}
