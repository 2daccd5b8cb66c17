package io.transcripthub.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.transcripthub.engines.Engine.Promotion;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {
    private static final Promotion RULES = new Promotion(List.of(10, 100), 0.08, 500L, 36_000.0);

    /** The rows of method 10 in table II of Newcombe (1998). */
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, 0.0524, 0.3339",
        "9, 10, 3, 10, 0.1705, 0.8090",
        "6, 7, 2, 7, 0.0582, 0.8062",
        "5, 56, 0, 29, -0.0381, 0.1926",
        "0, 10, 0, 20, -0.1611, 0.2775",
        "0, 10, 0, 10, -0.2775, 0.2775",
        "10, 10, 0, 20, 0.6791, 1.0000",
        "10, 10, 0, 10, 0.6075, 1.0000"
    })
    void the_interval_is_that_of_the_published_examples(
            double hits1, double n1, double hits2, double n2, double lower, double upper) {
        ProportionsInterval interval = ProportionsInterval.of(hits1, n1, hits2, n2);
        assertThat(interval.lower()).isCloseTo(lower, within(0.00005));
        assertThat(interval.upper()).isCloseTo(upper, within(0.00005));
    }

    @ParameterizedTest
    @CsvSource({
        "0.05, 4000, 0.09, 5000, better",
        "0.09, 4000, 0.05, 5000, worse",
        "0.050, 4000, 0.051, 5000, too few to say",
        "0.01, 499, 0.09, 5000, too few to say",
        "0.01, 4000, 0.09, 499, too few to say"
    })
    void counts_are_judged_by_the_interval(double rate, long n, double rateBefore, long nBefore, String word) {
        assertThat(Verdict.of(counted(rate, n), counted(rateBefore, nBefore), RULES)
                        .word())
                .isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({
        "0.05, 36000, 0.09, 36000, better",
        "0.09, 36000, 0.05, 36000, worse",
        "0.05, 35999, 0.09, 36000, too few to say",
        "0.05, 36000, 0.05, 36000, too few to say"
    })
    void without_counts_the_duration_of_speech_has_to_do(
            double rate, double seconds, double rateBefore, double secondsBefore, String word) {
        Recognition now = new Recognition(rate, null, seconds, Double.NaN);
        Recognition before = new Recognition(rateBefore, null, secondsBefore, Double.NaN);
        assertThat(Verdict.of(now, before, RULES).word()).isEqualTo(word);
    }

    @Test
    void a_version_may_serve_more_while_error_rate_and_sample_size_hold() {
        assertThat(Verdict.against(counted(0.08, 500), RULES)).isNull();
        assertThat(Verdict.against(counted(0.0801, 500), RULES)).contains("maxErrorRate");
        assertThat(Verdict.against(counted(0.01, 499), RULES)).contains("minSamples");
        assertThat(Verdict.against(new Recognition(0.01, null, 35_999, 0), RULES))
                .contains("minSpeechSeconds");
        assertThat(Verdict.against(Recognition.of(List.of(), "e"), RULES)).contains("too few to say");
    }

    @Test
    void groups_are_taken_together_by_their_counts_and_other_engines_left_out() {
        Recognition all = Recognition.of(
                List.of(group("e", 900, 0.0, 90L), group("e", 100, 1.0, 10L), group("other", 1, 1.0, 1_000L)), "e");
        assertThat(all.errorRate()).isCloseTo(0.1, within(1e-12));
        assertThat(all.samples()).isEqualTo(100);
        assertThat(all.speechSeconds()).isEqualTo(1_000);
    }

    @Test
    void groups_without_counts_weigh_by_their_duration() {
        Recognition all = Recognition.of(List.of(group("e", 900, 0.1, null), group("e", 100, 0.6, 5L)), "e");
        assertThat(all.samples()).isNull();
        assertThat(all.errorRate()).isCloseTo(0.15, within(1e-12));
    }

    private static Recognition counted(double rate, long samples) {
        return new Recognition(rate, samples, 0, Double.NaN);
    }

    private static Map<String, Object> group(String engine, double seconds, double rate, Long count) {
        Map<String, Object> metrics = count == null
                ? Map.of("speechDuration", seconds, "recognitionErrorRate", rate)
                : Map.of("speechDuration", seconds, "recognitionErrorRate", rate, "count", count);
        return Map.of("group", Map.of("speechEngineId", engine), "metrics", metrics);
    }
}
