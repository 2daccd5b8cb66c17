package io.transcripthub.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SinkWatchTest {
    private static final Set<String> NONE = Set.of();
    private static final Set<String> SEARCH = Set.of("search");
    private static final Instant START = Instant.EPOCH;

    private final SinkWatch watch = new SinkWatch();

    @BeforeEach
    void known() {
        watch.observe(SEARCH, NONE, START);
    }

    @Test
    void a_sink_that_failed_for_a_second_and_takes_something_is_back_once() {
        watch.observe(NONE, SEARCH, START);
        watch.observe(NONE, SEARCH, START.plusMillis(900));

        assertThat(watch.observe(SEARCH, NONE, START.plusMillis(1_000))).containsExactly("search");
        assertThat(watch.observe(SEARCH, NONE, START.plusMillis(2_000))).isEmpty();
    }

    @Test
    void a_sink_that_fails_for_some_rows_and_takes_others_is_not_down() {
        watch.observe(SEARCH, SEARCH, START);

        assertThat(watch.observe(SEARCH, NONE, START.plusSeconds(60))).isEmpty();
    }

    @Test
    void a_failure_of_less_than_a_second_is_no_outage() {
        watch.observe(NONE, SEARCH, START);

        assertThat(watch.observe(SEARCH, NONE, START.plusMillis(999))).isEmpty();
    }

    @Test
    void a_sink_that_takes_something_for_the_first_time_may_have_been_down_before() {
        assertThat(watch.observe(Set.of("webhook"), NONE, START)).containsExactly("webhook");
        assertThat(watch.observe(Set.of("webhook"), NONE, START)).isEmpty();
    }
}
