package io.transcripthub.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionRulesTest {
    private static final String PATTERN = "redaction.types.MEMBER_ID.pattern";
    private static final String WORDS = "redaction.types.MEMBER_ID.words";

    @Test
    void a_type_of_ones_own_is_found_by_its_pattern() {
        assertThat(redactor(Map.of(PATTERN, "M-[0-9]{6}")).redact("it's M-123456", null))
                .isEqualTo("it's [REDACTED_MEMBER_ID]");
    }

    @Test
    void a_type_with_words_needs_one_of_them_near_or_in_the_question() {
        Redactor redactor = redactor(Map.of(PATTERN, "[0-9]{6}", WORDS, "club id, club number"));

        assertThat(redactor.redact(Utterances.dialogue("a: your club id?", "c: 123456"), null)
                        .texts())
                .containsExactly("your club id?", "[REDACTED_MEMBER_ID]");
        assertThat(redactor.redact("it's 123456", null)).isEqualTo("it's 123456");
    }

    @Test
    void words_may_be_added_for_a_type_and_for_what_stays() {
        Redactor redactor =
                redactor(Map.of("redaction.words.PIN", "magic number", "redaction.words.HARMLESS", "widget code"));

        assertThat(redactor.redact("my magic number is four four one one", null))
                .isEqualTo("my magic number is [REDACTED_PIN]");
        assertThat(redactor.redact("widget code 4111 1111 1111 1111", null))
                .isEqualTo("widget code 4111 1111 1111 1111");
    }

    @Test
    void what_overlaps_in_nothing_but_a_blank_is_one() {
        Redactor redactor = redactor(Map.of(PATTERN, "M ", "redaction.types.BADGE.pattern", " [0-9]{3}"));

        assertThat(redactor.redact("M 123", null)).isIn("[REDACTED_MEMBER_ID]", "[REDACTED_BADGE]");
    }

    @Test
    void a_hostile_pattern_does_not_stall() {
        Redactor redactor = redactor(Map.of(PATTERN, "(a*)*b"));

        assertThat(redactor.redact("a".repeat(20_000), null)).hasSize(20_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "redaction.types.X.pattern | ( | redaction.types.X.pattern: expected a pattern in RE2's syntax, found missing closing )",
                "redaction.types.x.pattern | a | redaction.types.x.pattern: expected a name of upper-case letters, digits and _, found 'x'",
                "redaction.types.SSN.pattern | a | redaction.types.SSN.pattern: expected a name that is not taken, found 'SSN'",
                "redaction.types.X.words | a | redaction.types.X.words: expected redaction.types.X.pattern as well, found nothing",
                "redaction.types.X.colour | a | redaction.types.X.colour: expected .pattern or .words behind the name, found '.colour'",
                "redaction.words.FOO | a | redaction.words.FOO: expected a type of personal data or HARMLESS, found 'FOO'"
            })
    void a_wrong_key_is_named(String key, String value, String message) {
        assertThatThrownBy(() -> redactor(Map.of(key, value))).hasMessage(message);
    }

    private static Redactor redactor(Map<String, String> settings) {
        return new Redactor(RedactionRules.of(RedactionMode.STANDARD, settings));
    }
}
