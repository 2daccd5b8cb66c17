package io.transcripthub.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void seconds_are_counted_from_now() {
        assertThat(asked("7")).isEqualTo(NOW.plusSeconds(7));
        assertThat(asked(" 120 ")).isEqualTo(NOW.plusSeconds(120));
        assertThat(asked(30)).isEqualTo(NOW.plusSeconds(30));
    }

    @Test
    void the_second_of_an_http_date_must_have_passed() {
        assertThat(asked("Sun, 01 Mar 2026 12:01:00 GMT"))
                .isEqualTo(NOW.plusSeconds(60).plusMillis(999));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "Sun, 01 Mar 2026 11:59:58 GMT", "Thu, 01 Jan 1970 00:00:00 GMT"})
    void what_is_not_in_the_future_asks_for_nothing(String value) {
        assertThat(asked(value)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1.5", "1e3", "99999999999999999999", "Sun, 99 Mar 2026 12:01:00 GMT"})
    void what_cannot_be_read_asks_for_nothing(String value) {
        assertThat(asked(value)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"86401", "999999999", "Fri, 01 Jan 2100 00:00:00 GMT"})
    void nobody_waits_for_more_than_a_day(String value) {
        assertThat(asked(value)).isEqualTo(NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void the_headers_name_may_be_written_in_any_case() {
        assertThat(RetryAfter.from(Map.of("Content-Type", "text/plain", "RETRY-AFTER", "7"), () -> NOW))
                .isEqualTo(NOW.plusSeconds(7));
    }

    @Test
    void without_the_header_nothing_is_asked_for() {
        Map<String, Object> empty = new HashMap<>();
        empty.put("Retry-After", null);

        assertThat(RetryAfter.from(null, () -> NOW)).isNull();
        assertThat(RetryAfter.from(Map.of(), () -> NOW)).isNull();
        assertThat(RetryAfter.from(empty, () -> NOW)).isNull();
    }

    @Property
    void anything_is_at_most_a_day_from_now(@ForAll String value) {
        Instant asked = asked(value);
        assertThat(asked == null || asked.isAfter(NOW) && !asked.isAfter(NOW.plus(Duration.ofDays(1))))
                .isTrue();
    }

    private static Instant asked(Object value) {
        return RetryAfter.from(Map.of("Retry-After", value), () -> NOW);
    }
}
