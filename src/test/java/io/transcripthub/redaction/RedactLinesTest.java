package io.transcripthub.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.transcripthub.redaction.RedactLines.InvalidLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactLinesTest {
    private final RedactLines lines = new RedactLines(new Redactor(RedactionMode.STANDARD));

    @Test
    void texts_are_redacted_and_entities_appended() throws InvalidLine {
        assertThat(lines.redact("{\"id\":\"c1\",\"utterances\":[{\"speaker\":\"customer\",\"text\":\"my card: "
                        + "4111 1111 1111 1111\",\"start\":12.0,\"end\":15.5}]}"))
                .isEqualTo("{\"id\":\"c1\",\"utterances\":[{\"speaker\":\"customer\",\"text\":\"my card: "
                        + "[REDACTED_CREDIT_CARD]\",\"start\":12.0,\"end\":15.5}],\"entities\":[{\"type\":"
                        + "\"CREDIT_CARD\",\"utterance\":0,\"start\":9,\"end\":28}]}");
    }

    @Test
    void other_members_stay_as_they_are() throws InvalidLine {
        String call = "{\"n\":1.50,\"big\":12345678901234567890,\"utterances\":[{\"confidence\":0.90,\"text\":\"hi\","
                + "\"words\":[null,true,{}]}],\"id\":7";
        assertThat(lines.redact(call + "}")).isEqualTo(call + ",\"entities\":[]}");
    }

    @Test
    void entities_that_came_in_are_replaced() throws InvalidLine {
        assertThat(lines.redact("{\"entities\":[1],\"utterances\":[]}"))
                .isEqualTo("{\"utterances\":[],\"entities\":[]}");
    }

    @Test
    void the_language_says_where_phone_numbers_belong() throws InvalidLine {
        assertThat(lines.redact("{\"language\":\"en-GB\",\"utterances\":[{\"text\":\"on 020 7946 0958\"}]}"))
                .contains("on [REDACTED_PHONE]");
    }

    @Test
    void half_a_surrogate_pair_is_kept_as_an_escape() throws InvalidLine {
        assertThat(lines.redact("{\"utterances\":[{\"text\":\"\\uD83D ä\"}]}")).contains("\\uD83D \\u00E4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | expected a JSON object, found nothing",
                "[] | expected a JSON object, found array",
                "{\"id\":secret} | expected a JSON object, found a fault of syntax at column 13",
                "{} {} | expected a JSON object, found a fault of syntax at column 4",
                "{\"id\":\"c1\"} | expected utterances to be an array, found nothing",
                "{\"utterances\":{}} | expected utterances to be an array, found object",
                "{\"utterances\":[{\"text\":\"\"},1]} | expected utterances[1] to be an object, found number",
                "{\"utterances\":[{}]} | expected utterances[0].text to be a string, found nothing",
                "{\"utterances\":[{\"text\":null}]} | expected utterances[0].text to be a string, found null",
                "{\"utterances\":[],\"language\":1} | expected language to be a string, found number",
            })
    void a_line_that_is_no_call_is_refused_in_words(String line, String message) {
        assertThatThrownBy(() -> lines.redact(line))
                .isInstanceOf(InvalidLine.class)
                .hasMessage(message);
    }
}
