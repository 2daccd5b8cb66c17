package io.transcripthub.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Pace PACE =
            Pace.of(Duration.ofSeconds(10), 1.5, Duration.ofSeconds(30), Duration.ofMinutes(90));

    @Property
    void intervals_stay_within_a_tenth_of_their_length(@ForAll @IntRange(max = 100_000) int polls) {
        double seconds = Math.min(10 * Math.pow(1.5, polls), 30);
        assertThat(PACE.interval(polls).toMillis()).isBetween(Math.round(seconds * 900), Math.round(seconds * 1_100));
    }

    @Property
    void the_wait_after_faults_ends_at_ten_times_the_longest_interval(@ForAll @IntRange(max = 100_000) int faults) {
        double seconds = Math.min(10 * Math.pow(2, faults), 300);
        assertThat(PACE.backoff(faults).toMillis()).isBetween(Math.round(seconds * 900), Math.round(seconds * 1_100));
    }

    @Test
    void jobs_that_came_together_are_polled_apart() {
        assertThat(Stream.generate(() -> PACE.interval(0)).limit(50))
                .doesNotContainNull()
                .satisfies(
                        waits -> assertThat(List.copyOf(new HashSet<>(waits))).hasSizeGreaterThan(10));
    }

    @Test
    void the_deadline_is_said_in_words() {
        assertThat(PACE.deadlineInWords()).isEqualTo("1h30m");
    }

    @Test
    void a_schedule_adds_at_most_a_tenth_and_ends() {
        Schedule schedule = new Schedule(List.of(Duration.ZERO, Duration.ofSeconds(5)));
        Instant now = Instant.EPOCH;

        assertThat(schedule.next(0, now)).contains(now);
        for (int i = 0; i < 200; i++) {
            assertThat(schedule.next(1, now).orElseThrow()).isBetween(now.plusMillis(5_000), now.plusMillis(5_500));
        }
        assertThat(schedule.next(2, now)).isEmpty();
    }
}
