package io.transcripthub.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private static final Duration PERIOD = Duration.ofSeconds(100);

    private final SettableClock clock = new SettableClock();

    @Test
    void a_token_comes_back_a_period_after_it_was_taken() {
        Budget budget = new Budget(20, PERIOD, clock);
        assertThat(budget.take(30, false)).isEqualTo(20);
        clock.advance(PERIOD);
        assertThat(budget.take(1, false)).isZero();
        clock.advance(Duration.between(clock.instant(), budget.nextToken()));
        assertThat(budget.take(30, false)).isEqualTo(20);
    }

    @Test
    void bulk_leaves_a_tenth_to_those_who_wait() {
        Budget budget = new Budget(20, PERIOD, clock);
        assertThat(budget.take(30, true)).isEqualTo(18);
        assertThat(budget.take(30, true)).isZero();
        assertThat(budget.take(1, false)).isEqualTo(1);
        assertThat(budget.take(5, false)).isEqualTo(1);
    }

    @Test
    void a_budget_of_one_serves_bulk_too() {
        assertThat(new Budget(1, PERIOD, clock).take(1, true)).isEqualTo(1);
    }

    @Test
    void what_was_not_used_is_put_back_and_what_was_not_asked_for_is_owed() {
        Budget budget = new Budget(5, PERIOD, clock);
        budget.take(5, false);
        budget.putBack(2);
        budget.charge();
        budget.charge();
        budget.charge();
        assertThat(budget.take(5, false)).isZero();
        clock.advance(PERIOD.multipliedBy(2));
        assertThat(budget.take(5, false)).isEqualTo(5);
    }

    @Property
    void no_period_sees_more_requests_than_there_are_tokens(
            @ForAll @IntRange(min = 1, max = 50) int tokens,
            @ForAll @Size(max = 200) List<@IntRange(max = 20_000) Integer> pauses) {
        Budget budget = new Budget(tokens, PERIOD, clock);
        List<Instant> requests = new ArrayList<>();
        for (int pause : pauses) {
            clock.advance(Duration.ofMillis(pause));
            int granted = budget.take(1 + pause % 7, pause % 2 == 0);
            for (int i = 0; i < granted; i++) {
                requests.add(clock.instant());
            }
        }
        for (int i = 0; i + tokens < requests.size(); i++) {
            assertThat(Duration.between(requests.get(i), requests.get(i + tokens)))
                    .isGreaterThanOrEqualTo(PERIOD);
        }
    }

    @Test
    void a_pause_ends_and_the_longer_of_two_counts() {
        Budgets budgets = new Budgets(Map.of(), clock);
        Instant end = clock.instant().plusSeconds(10);
        budgets.pause("cxone", end);
        budgets.pause("cxone", end.minusSeconds(5));
        assertThat(budgets.paused()).containsExactly("cxone");
        assertThat(budgets.next()).isEqualTo(end);
        clock.advance(Duration.ofSeconds(10));
        assertThat(budgets.paused()).isEmpty();
        assertThat(budgets.next()).isNull();
    }
}
