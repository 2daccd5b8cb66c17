package io.transcripthub.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The limit is a guard against stalls: quadratic work on any of these texts takes hours. */
class HostileTextTest {
    private static final int MILLION = 1_000_000;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    static List<Map.Entry<String, String>> texts() {
        Random random = new Random(7);
        StringBuilder pairs = new StringBuilder();
        random.ints(MILLION / 4, 10, 100).forEach(pair -> pairs.append(pair).append(' '));
        return List.of(
                Map.entry("ten megabytes of words", "hello there ".repeat(MILLION * 10 / 12)),
                Map.entry("a million digits in a row", "7".repeat(MILLION)),
                Map.entry("a million digits apart", "7 ".repeat(MILLION)),
                Map.entry("pairs of digits", pairs.toString()),
                Map.entry("ten megabytes of separators", "1" + "- ".repeat(5 * MILLION) + "1"),
                Map.entry("brackets", "(".repeat(MILLION) + "1" + ")".repeat(MILLION)),
                Map.entry("plus signs", "+1".repeat(MILLION)),
                Map.entry("at signs", "@".repeat(MILLION)),
                Map.entry("dots before and behind an at sign", "a.".repeat(MILLION) + "@" + "a.".repeat(MILLION)),
                Map.entry("a long local part", "a".repeat(10 * MILLION) + "@"),
                Map.entry("starts of account numbers", "DE12".repeat(MILLION)),
                Map.entry("a million spoken digits", "seven ".repeat(MILLION)),
                Map.entry("fillers and digits", "uh um seven ".repeat(MILLION / 4)),
                Map.entry("dates without end", "march third ".repeat(MILLION / 4)),
                Map.entry("cues and digits", "pin 1234 card 4111 ".repeat(MILLION / 4)),
                Map.entry("corrections", "4111 no wait ".repeat(MILLION / 4)),
                Map.entry("days of birth", "birthday march third 1982 number second ".repeat(MILLION / 8)),
                Map.entry("dates of events", "on march third 2025 birthday ".repeat(MILLION / 8)),
                Map.entry("homophones", "for to too ate ".repeat(MILLION / 4)),
                Map.entry("colons", "two colon b colon ".repeat(MILLION / 4)),
                Map.entry("two things at once", "ssn dob pin 1234 and 3/4/71 ".repeat(MILLION / 8)),
                Map.entry("spelled letters", "b as in boy ".repeat(MILLION / 4)),
                Map.entry("spoken at signs", "a dot b at c dot ".repeat(MILLION / 8)),
                Map.entry("names", "my name is john smith ".repeat(MILLION / 8)),
                Map.entry("streets", "12 maple street ".repeat(MILLION / 8)),
                Map.entry("small words within a phrase", "card your ".repeat(10) + "your ".repeat(MILLION)),
                Map.entry("half surrogate pairs", "\uD835".repeat(MILLION)));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void does_not_stall(Map.Entry<String, String> text) {
        Redaction redaction = assertTimeoutPreemptively(LIMIT, () -> new Redactor(RedactionMode.STANDARD)
                .redact(Utterances.of(List.of(text.getValue())), "en-US"));

        assertThat(redaction.texts()).hasSize(1);
    }

    @Test
    void many_short_utterances_do_not_stall() {
        List<String> utterances = Collections.nCopies(MILLION / 4, "1");

        Redaction redaction = assertTimeoutPreemptively(
                LIMIT, () -> new Redactor(RedactionMode.STRICT).redact(Utterances.of(utterances), "en-US"));

        assertThat(redaction.texts()).hasSameSizeAs(utterances);
    }

    @Test
    void many_questions_and_answers_do_not_stall() {
        List<Spoken> call = new ArrayList<>();
        for (int i = 0; i < MILLION / 10; i++) {
            call.add(new Spoken("agent", "and your card number?"));
            call.add(new Spoken("customer", "four one one one"));
        }

        Redaction redaction =
                assertTimeoutPreemptively(LIMIT, () -> new Redactor(RedactionMode.STRICT).redact(call, "en-US"));

        assertThat(redaction.texts()).hasSameSizeAs(call);
    }

    @Test
    void a_card_number_is_found_in_ten_megabytes() {
        String words = "hello there ".repeat(MILLION * 5 / 12);

        assertThat(new Redactor(RedactionMode.STANDARD).redact(words + "4111 1111 1111 1111" + words, "en-US"))
                .isEqualTo(words + "[REDACTED_CREDIT_CARD]" + words);
    }
}
