package io.transcripthub.cli;

import io.transcripthub.files.Utf8Lines;
import io.transcripthub.sentiment.Vader;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./hub sentiment}: texts in, their VADER scores out. */
@Command(
        name = "sentiment",
        description = {
            "Scores English texts with VADER, as Python's vaderSentiment 3.3.2 does.",
            "In:  one text a line (UTF-8). A line ends at LF; an empty one is answered, too.",
            "Out: {\"compound\":0.6369,\"pos\":0.412,\"neu\":0.588,\"neg\":0.000} for each line.",
            "A line that is not UTF-8 is named on standard error, and scored with U+FFFD in place of the other bytes."
        })
public final class SentimentCommand implements Callable<Integer> {
    private static final char REPLACEMENT = '\uFFFD';
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final InputStream in;
    private final OutputStream out;

    @Mixin
    private ConfigurationOptions configuration;

    @Spec
    private CommandSpec spec;

    public SentimentCommand() {
        this(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
    }

    /** For other streams than the process's own; they are not closed. */
    public SentimentCommand(InputStream in, OutputStream out) {
        this.in = in;
        this.out = new BufferedOutputStream(out, 1 << 16);
    }

    @Override
    public Integer call() throws IOException {
        configuration.settings();
        Vader vader = new Vader();
        Utf8Lines lines = new Utf8Lines(new AnsweredFirst(in, out));
        for (byte[] line = lines.nextBytes(); line != null; line = lines.nextBytes()) {
            String text = text(line, lines.number());
            out.write(vader.score(text).toJson().getBytes(StandardCharsets.US_ASCII));
            out.write('\n');
        }
        out.flush();
        return 0;
    }

    private String text(byte[] line, long number) {
        String text = new String(line, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0 && !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), line)) {
            report(number);
        }
        return number == 1 && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private void report(long line) {
        spec.commandLine()
                .getErr()
                .println("line " + line + ": expected UTF-8, found other bytes, which were replaced");
    }

    /** Standard input, which lets out the answers so far before it waits for more. */
    private static final class AnsweredFirst extends FilterInputStream {
        private final OutputStream out;

        AnsweredFirst(InputStream in, OutputStream out) {
            super(in);
            this.out = out;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            out.flush();
            return super.read(buffer, offset, length);
        }
    }
}
