package io.transcripthub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final StringWriter err = new StringWriter();

    @Test
    void where_there_is_no_terminal_each_quarter_is_a_line() {
        try (Progress progress = Progress.of(new PrintWriter(err), false, "done", 8)) {
            for (int done = 0; done <= 8; done++) {
                progress.at(done);
                progress.at(done);
            }
        }
        assertThat(err.toString().lines())
                .containsExactly("done: 2 of 8", "done: 4 of 8", "done: 6 of 8", "done: 8 of 8");
    }

    @Test
    void quarters_that_passed_at_once_are_one_line() {
        try (Progress progress = Progress.of(new PrintWriter(err), false, "done", 3)) {
            progress.at(3);
        }
        assertThat(err.toString().lines()).containsExactly("done: 3 of 3");
    }
}
