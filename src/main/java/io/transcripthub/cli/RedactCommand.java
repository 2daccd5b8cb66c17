package io.transcripthub.cli;

import io.transcripthub.app.RedactionSettings;
import io.transcripthub.files.UnusableLine;
import io.transcripthub.files.Utf8Lines;
import io.transcripthub.redaction.RedactLines;
import io.transcripthub.redaction.RedactLines.InvalidLine;
import io.transcripthub.redaction.RedactionMode;
import io.transcripthub.redaction.RedactionRules;
import io.transcripthub.redaction.Redactor;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./hub redact}: calls as JSON lines in, the same without personal data out. */
@Command(
        name = "redact",
        description = {
            "Takes personal data out of calls: JSON lines in, JSON lines out.",
            "In:  {\"id\":\"c1\",\"utterances\":[{\"speaker\":\"customer\",\"text\":\"...\"}]}, optionally \"language\":\"en-US\".",
            "Out: the same with [REDACTED_<TYPE>] in the texts, and \"entities\" with offsets into the texts that came in.",
            "A line that is not such JSON is named on standard error, the others are done, and the exit code is 1."
        })
public final class RedactCommand implements Callable<Integer> {

    private final InputStream in;
    private final OutputStream out;

    @Mixin
    private ConfigurationOptions configuration;

    @Spec
    private CommandSpec spec;

    @Option(names = "--mode", paramLabel = "standard|strict", description = "Default: the setting redaction.mode.")
    private String mode;

    public RedactCommand() {
        this(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
    }

    /** For other streams than the process's own; they are not closed. */
    public RedactCommand(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        RedactLines calls = new RedactLines(new Redactor(rules()));
        OutputStream lines = new BufferedOutputStream(out, 1 << 16);
        Utf8Lines source = new Utf8Lines(in);
        boolean complete = true;
        for (boolean more = true; more; ) {
            try {
                String line = source.next();
                more = line != null;
                if (more) {
                    write(calls.redact(line), lines);
                }
            } catch (InvalidLine | UnusableLine fault) {
                complete = false;
                report(source.number(), fault);
            }
        }
        return complete ? 0 : 1;
    }

    private RedactionRules rules() {
        RedactionRules configured = RedactionSettings.rules(configuration.settings());
        return mode == null ? configured : configured.in(mode());
    }

    private RedactionMode mode() {
        try {
            return RedactionMode.of(mode);
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(spec.commandLine(), "--mode: " + unknown.getMessage());
        }
    }

    private static void write(String line, OutputStream out) throws IOException {
        out.write(line.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
        out.flush();
    }

    private void report(long line, Exception fault) {
        spec.commandLine().getErr().println("line " + line + ": " + fault.getMessage());
    }
}
