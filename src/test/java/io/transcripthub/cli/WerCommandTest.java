package io.transcripthub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class WerCommandTest {
    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void the_rate_is_printed_as_json() throws IOException {
        assertThat(wer(file("The cat sat on the mat.\n"), file("the cap sat on mat")))
                .isZero();
        assertThat(out)
                .hasToString("{\"wordErrorRate\":0.3333,\"substitutions\":1,\"deletions\":1,\"insertions\":0,"
                        + "\"referenceWords\":6}" + System.lineSeparator());
    }

    @Test
    void without_reference_words_there_is_no_rate() throws IOException {
        assertThat(wer(file("\uFEFF\n"), file("two words"))).isZero();
        assertThat(out.toString()).startsWith("{\"wordErrorRate\":null,");
    }

    @Test
    void a_file_that_cannot_be_used_is_named_with_its_option() throws IOException {
        assertThat(wer(file("words"), directory.resolve("none"))).isEqualTo(2);
        assertThat(wer(directory, file("words"))).isEqualTo(2);
        Path binary = Files.write(directory.resolve("binary"), new byte[] {(byte) 0xff, 0});
        assertThat(wer(binary, file("words"))).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .contains("--hypothesis: " + directory.resolve("none") + ": no such file")
                .contains("--reference: " + directory + ": cannot be read")
                .contains("--reference: " + binary + ": not UTF-8 text");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(directory, "text", ".txt"), text);
    }

    private int wer(Path reference, Path hypothesis) {
        return new CommandLine(new WerCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute("--reference", reference.toString(), "--hypothesis", hypothesis.toString());
    }
}
