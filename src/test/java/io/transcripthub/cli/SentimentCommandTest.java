package io.transcripthub.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class SentimentCommandTest {
    private static final String GOOD = "{\"compound\":0.4404,\"pos\":1.000,\"neu\":0.000,\"neg\":0.000}\n";
    private static final String EMPTY = "{\"compound\":0.0000,\"pos\":0.000,\"neu\":0.000,\"neg\":0.000}\n";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter err = new StringWriter();

    @Test
    void each_line_is_answered_an_empty_one_too() {
        assertThat(run("good\n\ngood\n".getBytes(UTF_8))).isZero();
        assertThat(out.toString(UTF_8)).isEqualTo(GOOD + EMPTY + GOOD);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void the_last_line_needs_no_end() {
        assertThat(run("\ngood".getBytes(UTF_8))).isZero();
        assertThat(out.toString(UTF_8)).isEqualTo(EMPTY + GOOD);
    }

    @Test
    void no_line_has_no_answer() {
        assertThat(run(new byte[0])).isZero();
        assertThat(out.size()).isZero();
    }

    @Test
    void a_line_ends_at_lf_only() {
        assertThat(run("good\r\n\r\nnot\rgood\u2028\u0085\n".getBytes(UTF_8))).isZero();
        assertThat(out.toString(UTF_8))
                .isEqualTo(GOOD + EMPTY + "{\"compound\":-0.3412,\"pos\":0.000,\"neu\":0.294,\"neg\":0.706}\n");
    }

    @Test
    void a_byte_order_mark_is_not_part_of_the_first_text() {
        assertThat(run("\uFEFFgood".getBytes(UTF_8))).isZero();
        assertThat(out.toString(UTF_8)).isEqualTo(GOOD);
    }

    @Test
    void a_line_that_is_not_utf_8_is_named_and_scored_all_the_same() {
        assertThat(run("good\nth\u00E9 good\n".getBytes(ISO_8859_1))).isZero();
        assertThat(out.toString(UTF_8))
                .isEqualTo(GOOD + "{\"compound\":0.4404,\"pos\":0.744,\"neu\":0.256,\"neg\":0.000}\n");
        assertThat(err.toString().lines())
                .containsExactly("line 2: expected UTF-8, found other bytes, which were replaced");
    }

    @Test
    void a_replacement_character_that_came_in_is_no_fault() {
        assertThat(run("\uFFFD good".getBytes(UTF_8))).isZero();
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void an_answer_does_not_wait_for_the_next_line() throws Exception {
        PipedInputStream answers = new PipedInputStream();
        PipedOutputStream answerer = new PipedOutputStream(answers);
        PipedInputStream questions = new PipedInputStream();
        Thread command = new Thread(() -> new CommandLine(new SentimentCommand(questions, answerer)).execute());
        try (PipedOutputStream asker = new PipedOutputStream(questions)) {
            command.start();
            for (int i = 0; i < 2; i++) {
                asker.write("good\n".getBytes(UTF_8));
                asker.flush();
                assertThat(line(answers)).isEqualTo(GOOD);
            }
        }
        command.join();
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        while (line.indexOf("\n") < 0) {
            line.append((char) in.read());
        }
        return line.toString();
    }

    private int run(byte[] input) {
        return new CommandLine(new SentimentCommand(new ByteArrayInputStream(input), out))
                .setErr(new PrintWriter(err))
                .execute();
    }
}
