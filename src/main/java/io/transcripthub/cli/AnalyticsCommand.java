package io.transcripthub.cli;

import io.transcripthub.analytics.Outputs;
import io.transcripthub.analytics.Period;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./hub analytics}: what the conversations of a period are like. */
@Command(
        name = "analytics",
        description = {
            "Fetches the conversations and transcripts of a period from CXone, as far as they are not there yet, and writes",
            "interactions.csv, four charts, report.html and summary.json into a folder.",
            "It may be stopped and called again. Transcripts that could not be had are named in the report; another call",
            "asks for them again. The exit code is 1 when not all pages could be read; what was read is written."
        })
final class AnalyticsCommand implements Callable<Integer> {
    @Mixin
    private HubOptions hub;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "T",
            description = "Begin: a date, or a time such as 2026-03-01T00:00:00Z. Without an offset it is of"
                    + " analytics.time-zone.")
    private String from;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "T",
            description = "End, which does not belong to the period.")
    private String to;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder of the files.")
    private Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Period period = period();
        makeFolder();
        PrintWriter err = spec.commandLine().getErr();
        try (AnalyticsAccess access = hub.analytics(err)) {
            AnalyticsAccess.Outcome ended = access.run(period, out);
            ended.messages().forEach(words -> err.println("analytics: " + words));
            if (ended.summary() != null) {
                spec.commandLine().getOut().println(ended.summary());
                spec.commandLine().getOut().flush();
            }
            return ended.complete() ? 0 : HubCommand.FAILED;
        } catch (FileSystemException failed) {
            throw unwritable(failed);
        }
    }

    /** Before anything is fetched. */
    private void makeFolder() throws IOException {
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new ParameterException(spec.commandLine(), "--out: expected a folder, found a file at " + out);
        }
        try {
            Files.delete(Files.createTempFile(Files.createDirectories(out), ".writable-", null));
        } catch (FileSystemException failed) {
            throw unwritable(failed);
        }
    }

    private static CommandFailed unwritable(FileSystemException failed) {
        return new CommandFailed("--out: cannot write " + failed.getFile() + ": " + Outputs.reason(failed));
    }

    private Period period() {
        try {
            return Period.of(from, to, ZoneId.of(hub.settings().get("analytics.time-zone")));
        } catch (Period.Unusable unusable) {
            throw new ParameterException(spec.commandLine(), "--" + unusable.end() + ": " + unusable.getMessage());
        }
    }
}
