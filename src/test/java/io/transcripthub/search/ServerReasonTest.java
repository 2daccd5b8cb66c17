package io.transcripthub.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerReasonTest {
    @Test
    void type_and_field_names_are_kept() {
        assertThat(words("failed to parse field [metrics.word_error_rate] of type [double] in document with id 'a-1'"))
                .isEqualTo("parsing_exception: failed to parse field [metrics.word_error_rate] of type [double]"
                        + " in document with id ...");
    }

    @Test
    void a_limit_is_kept() {
        assertThat(words("Limit of total fields [1000] has been exceeded")).contains("[1000]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "failed to parse field [start] of type [double]. Preview of field's value: 'call Jane'",
                "For input string: \"call Jane\"",
                "For input string: \"call\\nJane",
                "expected a date, found 'don't call Jane'",
                "expected a number, found \"a \"quoted\" Jane\" in it",
                "failed to parse date field [call Jane] with format [strict_date_optional_time]",
                "failed to parse date field [it's [call Jane]]",
                "Document contains at least one immense term, bytes. The prefix of the first immense term is: '[74, 97]'"
                        + " original message: Jane",
            })
    void what_the_server_quotes_of_a_document_is_cut(String reason) {
        assertThat(words(reason)).doesNotContain("Jane").doesNotContain("97");
    }

    @Test
    void long_numbers_are_cut() {
        assertThat(words("Numeric value (4111111111111111) out of range of int"))
                .doesNotContain("1111");
    }

    private static String words(String reason) {
        return ServerReason.of(JsonNodeFactory.instance
                .objectNode()
                .put("type", "parsing_exception")
                .put("reason", reason));
    }
}
