package io.transcripthub.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.transcripthub.outcomes.OutcomeStatistics.Scored;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeStatisticsTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "resolved,Success",
                "' RESOLVED ',Success",
                "Escalated,Escalation",
                "callback,Callback",
                "abandoned,Abandoned",
                "unknown,Unknown",
                "null,Unknown",
                "' ',Unknown",
                "transferred,Other"
            })
    void dispositions_have_outcomes(String disposition, String outcome) {
        assertThat(new OutcomeMapping(Map.of()).outcome(disposition)).isEqualTo(outcome);
    }

    @Test
    void the_configuration_adds_to_the_mapping_and_changes_it() {
        OutcomeMapping mapping = new OutcomeMapping(Map.of("Transferred", "Handover", "resolved", "Won"));
        assertThat(mapping.outcome("transferred")).isEqualTo("Handover");
        assertThat(mapping.outcome("Resolved")).isEqualTo("Won");
        assertThat(mapping.outcome("callback")).isEqualTo("Callback");
    }

    /** The figures are those of NumPy's percentile and SciPy's t.interval. */
    @Test
    void a_distribution_is_that_of_numpy_and_scipy() {
        Distribution found = Distribution.of(0.9, -0.4, 0.25, 0.1, 0.6, 0.3);
        assertThat(found.n()).isEqualTo(6);
        assertThat(found.mean()).isCloseTo(0.2916666667, within(1e-9));
        assertThat(found.median()).isCloseTo(0.275, within(1e-12));
        assertThat(found.lowerQuartile()).isCloseTo(0.1375, within(1e-12));
        assertThat(found.upperQuartile()).isCloseTo(0.525, within(1e-12));
        assertThat(found.interval().low()).isCloseTo(-0.173432, within(1e-6));
        assertThat(found.interval().high()).isCloseTo(0.756765, within(1e-6));
    }

    @Test
    void four_scores_are_too_few_for_an_interval() {
        Distribution found = Distribution.of(0.1, 0.2, 0.3, 0.4);
        assertThat(found.tooFew()).isTrue();
        assertThat(found.mean()).isCloseTo(0.25, within(1e-12));
        assertThat(found.interval()).isNull();
        assertThat(found.words()).isEqualTo("too few to say: 4 scores, at least 5 are needed");
        assertThat(Distribution.of(0.1).words()).isEqualTo("too few to say: 1 score, at least 5 are needed");
        assertThat(Distribution.of().mean()).isNull();
    }

    @Test
    void an_interval_says_whether_the_mean_is_on_one_side_of_zero() {
        assertThat(Distribution.of(0.5, 0.5, 0.5, 0.5, 0.6).words()).isEqualTo("more positive than negative");
        assertThat(Distribution.of(-0.5, -0.5, -0.5, -0.5, -0.6).words()).isEqualTo("more negative than positive");
        assertThat(Distribution.of(-0.5, 0.5, -0.5, 0.5, 0).words())
                .isEqualTo("neither positive nor negative for certain");
    }

    @ParameterizedTest
    @CsvSource({"1,12.706205", "4,2.776445", "30,2.042272", "31,2.039513", "60,2.000298", "1000,1.962339"})
    void student_s_t_is_exact_to_six_decimals(int degreesOfFreedom, double expected) {
        assertThat(StudentT.percentile975(degreesOfFreedom)).isCloseTo(expected, within(1e-6));
    }

    @Test
    void eta_squared_is_the_share_of_variance_between_outcomes() {
        OutcomeStatistics found = statistics(Map.of(
                "Success", new double[] {0.5, 0.6, 0.7, 0.8, 0.9}, "Escalation", new double[] {-0.2, 0.1, 0, 0.3, 0.8
                }));
        assertThat(found.etaSquared()).isCloseTo(0.4789272031, within(1e-9));
        assertThat(found.words()).isEqualTo("the outcome explains a large part of the sentiment");
    }

    @Test
    void an_outcome_that_has_too_few_scores_does_not_count_for_eta_squared() {
        OutcomeStatistics found =
                statistics(Map.of("Success", new double[] {1, 1, 1, 1, 1}, "Other", new double[] {-1, -1, -1, -1}));
        assertThat(found.etaSquared()).isNull();
        assertThat(found.words())
                .isEqualTo(
                        "too few to say: at least two outcomes with 5 scores each are needed, and scores that differ");
        assertThat(found.byOutcome().keySet()).containsExactly("Success", "Other");
    }

    @Test
    void no_interaction_has_no_statistics() {
        assertThat(OutcomeStatistics.of(List.of())).isEqualTo(new OutcomeStatistics(Map.of(), null));
    }

    private static OutcomeStatistics statistics(Map<String, double[]> scores) {
        List<Scored> interactions = new ArrayList<>();
        scores.forEach((outcome, each) ->
                DoubleStream.of(each).forEach(score -> interactions.add(new Scored(outcome, score))));
        return OutcomeStatistics.of(interactions);
    }
}
