package io.transcripthub.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class RedactCommandTest {
    private static final String CALL = "{\"id\":\"c1\",\"utterances\":[{\"text\":\"é 4111111111111111\"}]}";
    private static final String REDACTED =
            "{\"id\":\"c1\",\"utterances\":[{\"text\":\"é [REDACTED_CREDIT_CARD]\"}],\"entities\":[{\"type\":"
                    + "\"CREDIT_CARD\",\"utterance\":0,\"start\":2,\"end\":18}]}\n";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter err = new StringWriter();

    @Test
    void each_line_is_redacted() {
        assertThat(run(CALL + "\n" + CALL + "\n")).isZero();
        assertThat(out.toString(UTF_8)).isEqualTo(REDACTED + REDACTED);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void a_byte_order_mark_and_carriage_returns_are_put_up_with_and_the_last_line_needs_no_end() {
        assertThat(run("\uFEFF" + CALL + "\r\n" + CALL)).isZero();
        assertThat(out.toString(UTF_8)).isEqualTo(REDACTED + REDACTED);
    }

    @Test
    void a_line_ends_at_lf_only() {
        assertThat(run(CALL.replace(",", ",\r") + "\n")).isZero();
        assertThat(out.toString(UTF_8)).isEqualTo(REDACTED);
    }

    @Test
    void a_line_longer_than_any_buffer_is_redacted() {
        String words = "hello ".repeat(50_000);
        assertThat(run(CALL.replace("é", words) + "\n" + CALL)).isZero();
        assertThat(out.toString(UTF_8))
                .contains(words + " [REDACTED_CREDIT_CARD]")
                .endsWith(REDACTED);
    }

    @Test
    void a_bad_line_is_named_without_its_text_and_the_others_are_done() {
        assertThat(run(CALL + "\n{4111111111111111\n\n" + CALL + "\n")).isEqualTo(1);
        assertThat(out.toString(UTF_8)).isEqualTo(REDACTED + REDACTED);
        assertThat(err.toString().lines())
                .containsExactly(
                        "line 2: expected a JSON object, found a fault of syntax at column 2",
                        "line 3: expected a JSON object, found nothing");
    }

    @Test
    void a_line_that_is_not_utf_8_is_named() {
        assertThat(run((CALL + "\n").getBytes(ISO_8859_1))).isEqualTo(1);
        assertThat(out.toString(UTF_8)).isEmpty();
        assertThat(err.toString().lines()).containsExactly("line 1: expected UTF-8, found other bytes");
    }

    @Test
    void the_mode_comes_from_the_option_or_else_from_the_setting() {
        String order = CALL.replace("4111111111111111", "order 12345678");
        assertThat(run(order)).isZero();
        assertThat(run(order, "--mode", "strict")).isZero();
        assertThat(run(order, "--set", "redaction.mode=strict")).isZero();
        assertThat(run(order, "--set", "redaction.mode=strict", "--mode", "standard"))
                .isZero();
        assertThat(out.toString(UTF_8).lines().map(line -> line.contains("[REDACTED_BANK_ACCOUNT]")))
                .containsExactly(false, true, true, false);
    }

    @Test
    void an_unknown_mode_is_a_usage_error() {
        assertThat(run(CALL, "--mode", "lax")).isEqualTo(2);
        assertThat(err.toString()).contains("--mode: expected standard or strict, found 'lax'");
    }

    private int run(String input, String... args) {
        return run(input.getBytes(UTF_8), args);
    }

    private int run(byte[] input, String... args) {
        return new CommandLine(new RedactCommand(new ByteArrayInputStream(input), out))
                .setErr(new PrintWriter(err))
                .execute(args);
    }
}
