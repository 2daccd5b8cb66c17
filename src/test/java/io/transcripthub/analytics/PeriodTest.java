package io.transcripthub.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 2026-02-28T23:00:00Z",
        "2026-03-01T00:00:00, 2026-02-28T23:00:00Z",
        "2026-03-01T00:00:00Z, 2026-03-01T00:00:00Z",
        "2026-03-01T00:00:00+05:30, 2026-02-28T18:30:00Z",
        "2026-03-01T00:00:00+01:00[Europe/Paris], 2026-02-28T23:00:00Z"
    })
    void dates_and_times_are_of_their_offset_or_else_of_the_zone(String from, Instant expected) {
        assertThat(Period.of(from, "2026-04-01", BERLIN).from()).isEqualTo(expected);
    }

    @Test
    void dates_turned_round_are_refused() {
        assertThatThrownBy(() -> Period.of("2026-03-02", "2026-03-01", BERLIN))
                .isInstanceOf(Period.Unusable.class)
                .hasMessage("expected a time before to (2026-03-01), found 2026-03-02");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yesterday | yesterday",
                "2026-02-30 | 2026-02-30",
                "2026-03-01T00:00:00+01:00[Mars/Phobos] | Phobos"
            })
    void what_is_no_time_is_named(String to, String found) {
        assertThatThrownBy(() -> Period.of("2026-03-01", to, BERLIN))
                .isInstanceOfSatisfying(
                        Period.Unusable.class, bad -> assertThat(bad.end()).isEqualTo("to"))
                .hasMessageContaining(found);
    }
}
