package io.transcripthub.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VaderTest {
    private static final Vader VADER = new Vader();

    record Reference(String text, double compound, double pos, double neu, double neg) {}

    static List<Reference> references() throws IOException {
        ObjectMapper json = new ObjectMapper();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                VaderTest.class.getResourceAsStream("vader-3.3.2.jsonl"), StandardCharsets.UTF_8))) {
            return lines.lines().map(line -> reference(json, line)).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void scores_are_those_of_the_python_original(Reference expected) {
        Sentiment found = VADER.score(expected.text());
        assertThat(new Reference(
                        expected.text(), found.compound(), found.positive(), found.neutral(), found.negative()))
                .isEqualTo(expected);
    }

    @Test
    void words_that_others_remove_as_stop_words_count() {
        assertThat(VADER.score("I am not happy with this service.").label()).isEqualTo(SentimentLabel.NEGATIVE);
        assertThat(VADER.score("happy service.").label()).isEqualTo(SentimentLabel.POSITIVE);
    }

    @Test
    void a_text_without_words_says_nothing() {
        assertThat(VADER.score("")).isEqualTo(Sentiment.none());
        assertThat(VADER.score(" \u3000\u001C")).isEqualTo(Sentiment.none());
        assertThat(VADER.score("!!!").words()).isOne();
    }

    @Test
    void labels_follow_the_thresholds_of_the_authors() {
        assertThat(SentimentLabel.of(0.05)).hasToString("positive");
        assertThat(SentimentLabel.of(0.0499)).hasToString("neutral");
        assertThat(SentimentLabel.of(-0.0499)).hasToString("neutral");
        assertThat(SentimentLabel.of(-0.05)).hasToString("negative");
    }

    @Test
    void json_has_all_decimals_and_no_minus_zero() {
        assertThat(new Sentiment(-0.5, 0.1, 0.062, 1, 7).toJson())
                .isEqualTo("{\"compound\":-0.5000,\"pos\":0.100,\"neu\":0.062,\"neg\":1.000}");
        assertThat(new Sentiment(Sentiment.rounded(-0.00004, 4), 0, 1, 0, 1).toJson())
                .startsWith("{\"compound\":0.0000,");
    }

    @Test
    void a_text_of_a_million_characters_is_scored_in_time() {
        assertThat(VADER.score("good bad but ".repeat(70_000) + "word ".repeat(30_000))
                        .words())
                .isEqualTo(240_000);
    }

    @Property
    void any_text_has_shares_that_add_up_to_one(@ForAll @StringLength(max = 60) String text) {
        Sentiment found = VADER.score(text);
        assertThat(found.compound()).isBetween(-1.0, 1.0);
        double sum = found.positive() + found.neutral() + found.negative();
        assertThat(Math.abs(sum - (found.words() == 0 ? 0 : 1))).isLessThan(0.0025);
    }

    @Property
    void rounding_takes_the_exact_value(@ForAll @DoubleRange(min = -1, max = 1) double value) {
        assertThat(Sentiment.rounded(value, 4)).isEqualTo(exact(value, 4));
        assertThat(Sentiment.rounded(value, 3)).isEqualTo(exact(value, 3));
    }

    @Property
    void ties_are_found_by_their_exact_value(@ForAll("ties") double tie) {
        for (double value : new double[] {tie, Math.nextUp(tie), Math.nextDown(tie)}) {
            assertThat(Sentiment.rounded(value, 3)).isEqualTo(exact(value, 3));
        }
    }

    @Provide
    Arbitrary<Double> ties() {
        return Arbitraries.integers().between(0, 999).map(units -> (units + 0.5) / 1000);
    }

    private static double exact(double value, int decimals) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
    }

    private static Reference reference(ObjectMapper json, String line) {
        try {
            JsonNode node = json.readTree(line);
            return new Reference(
                    node.get("text").textValue(),
                    node.get("compound").doubleValue() + 0.0,
                    node.get("pos").doubleValue(),
                    node.get("neu").doubleValue(),
                    node.get("neg").doubleValue());
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
