package io.transcripthub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FaultsTest {
    @Test
    void a_specification_names_probabilities_durations_and_a_seed() {
        assertThat(Faults.parse("429=0.1, retry-after=3s,503=1,slow=200ms,late-by=5s,expires=60s,seed=42,webhook-down"))
                .isEqualTo(new Faults(
                        Map.of(Fault.THROTTLED, 0.1, Fault.UNAVAILABLE, 1.0, Fault.WEBHOOK_DOWN, 1.0),
                        Duration.ofSeconds(3),
                        Duration.ofMillis(200),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(60),
                        OptionalLong.of(42)));
    }

    @Test
    void an_empty_specification_means_no_faults() {
        assertThat(Faults.parse(" ")).isEqualTo(Faults.NONE);
    }

    @ParameterizedTest
    @EnumSource
    void every_fault_can_be_asked_for_by_its_label(Fault fault) {
        assertThat(Faults.parse(fault.label() + "=.25").probability(fault)).isEqualTo(0.25);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\'',
            value = {
                "503=1.5; fault \"503=1.5\": expected a probability from 0 to 1, found \"1.5\"",
                "503=NaN; fault \"503=NaN\": expected a probability from 0 to 1, found \"NaN\"",
                "429=0.1,503=-1; fault \"503=-1\": expected a probability from 0 to 1, found \"-1\"",
                "hang=; fault \"hang=\": expected a probability from 0 to 1, found \"\"",
                "slow=fast; fault \"slow=fast\": expected a duration such as 200ms, 10s or 5m, found \"fast\"",
                "retry-after=1500ms; fault \"retry-after=1500ms\": expected whole seconds, at least 1s, found \"1500ms\"",
                "expires=0s; fault \"expires=0s\": expected whole seconds, at least 1s, found \"0s\"",
                "seed=x; fault \"seed=x\": expected a whole number, found \"x\"",
                "503=0.1,503=0.2; fault \"503\" is given twice"
            })
    void a_bad_part_is_named_with_what_was_expected(String specification, String message) {
        assertThatThrownBy(() -> Faults.parse(specification)).hasMessage(message);
    }

    @Test
    void an_unknown_fault_is_named_with_those_that_there_are() {
        assertThatThrownBy(() -> Faults.parse("429=0.1,flood=1"))
                .hasMessageStartingWith(
                        "fault \"flood\" is unknown: expected one of 429, 503, 429-large-page, 500, 400, 401, 403, truncate")
                .hasMessageEndingWith("retry-after, slow, late-by, expires, seed");
        assertThatThrownBy(() -> Faults.parse("429=0.1,")).hasMessageStartingWith("fault \"\" is unknown");
    }
}
