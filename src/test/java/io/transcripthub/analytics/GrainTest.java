package io.transcripthub.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrainTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T00:00:00Z, 2026-03-04T00:00:00Z, HOUR",
        "2026-03-01T00:00:00Z, 2026-03-04T00:00:01Z, DAY",
        "2026-01-01T00:00:00Z, 2026-04-30T00:00:00Z, DAY",
        "2025-01-01T00:00:00Z, 2026-12-31T00:00:00Z, WEEK",
        "2020-01-01T00:00:00Z, 2026-01-01T00:00:00Z, MONTH"
    })
    void a_longer_period_is_looked_at_from_farther_away(Instant from, Instant to, Grain grain) {
        assertThat(Grain.of(new Period(from, to))).isEqualTo(grain);
    }

    /** In Berlin it is Monday, 2 March, 00:30. */
    @ParameterizedTest
    @CsvSource({
        "HOUR, 2026-03-01T23:00:00Z",
        "DAY, 2026-03-01T23:00:00Z",
        "WEEK, 2026-03-01T23:00:00Z",
        "MONTH, 2026-02-28T23:00:00Z"
    })
    void stretches_begin_as_the_zone_has_it(Grain grain, Instant begin) {
        assertThat(grain.begin(Instant.parse("2026-03-01T23:30:00Z"), BERLIN)).isEqualTo(begin);
    }
}
