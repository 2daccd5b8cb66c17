package io.transcripthub.cli;

import io.transcripthub.intake.RequestFile;
import io.transcripthub.intake.RequestLine;
import io.transcripthub.intake.UnusableFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./hub submit FILE}: hands in a file of recordings, as large as it may be. */
@Command(
        name = "submit",
        description = {
            "Hands in the recordings of a CSV or JSON Lines file.",
            "CSV: the header holds the JSON field names, with dots for nested ones (media.duration).",
            "A line that is not taken is named on standard error, the others are taken, and the exit code is 1."
        })
final class SubmitCommand implements Callable<Integer> {
    @Mixin
    private HubOptions hub;

    @Parameters(paramLabel = "FILE", description = "FILE.csv or FILE.jsonl, in UTF-8.")
    private Path file;

    @Option(names = "--account", paramLabel = "A", description = "Account of the lines that name none.")
    private String account;

    @Option(names = "--wait", description = "Waits until all have ended; exit code 1 if one ends FAILED or DEAD.")
    private boolean wait;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        String name = file.getFileName().toString();
        if (!RequestFile.isNamedSo(name)) {
            throw unusable("expected FILE.csv or FILE.jsonl, found " + name);
        }
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw unusable(file + ": no such file, or it cannot be read");
        }
        JobIds jobs = new JobIds();
        try (JobsAccess access = wait ? hub.running() : hub.intake();
                RequestFile requests = RequestFile.open(name, Files.newInputStream(file))) {
            boolean complete = handIn(requests, access, jobs);
            return (!wait || await(access, jobs)) && complete ? 0 : HubCommand.FAILED;
        } catch (UnusableFile refused) {
            throw new CommandFailed(file + ": " + refused.getMessage());
        }
    }

    private ParameterException unusable(String words) {
        return new ParameterException(spec.commandLine(), words);
    }

    /** @return whether all lines were taken */
    private boolean handIn(RequestFile requests, JobsAccess access, JobIds jobs) throws IOException {
        long accepted = 0;
        long duplicates = 0;
        long rejected = 0;
        try (Progress progress = progress("submit: KB read", 1 + Files.size(file) / 1024, Progress.onTerminal())) {
            for (List<RequestLine> block = block(requests); !block.isEmpty(); block = block(requests)) {
                Handed handed = submit(access, block, accepted + duplicates + rejected);
                handed.rejected().forEach(this::report);
                accepted += handed.accepted();
                duplicates += handed.duplicates();
                rejected += handed.rejected().size();
                remember(block, handed, jobs);
                progress.at(requests.bytesRead() / 1024);
            }
        }
        out().println("accepted " + accepted + ", duplicates " + duplicates + ", rejected " + rejected);
        out().flush();
        return rejected == 0;
    }

    private static Handed submit(JobsAccess access, List<RequestLine> block, long before) {
        try {
            return access.submit(block);
        } catch (CommandFailed stopped) {
            throw new CommandFailed(stopped.getMessage() + "; " + before
                    + " lines were handed in before that. The file may be handed in again: nothing is taken twice");
        }
    }

    private List<RequestLine> block(RequestFile requests) throws IOException {
        List<RequestLine> block = requests.nextBlock();
        return account == null
                ? block
                : block.stream().map(line -> line.forAccount(account)).toList();
    }

    private void report(long line, String error) {
        spec.commandLine().getErr().println("line " + line + ": " + error);
    }

    private void remember(List<RequestLine> block, Handed handed, JobIds jobs) {
        if (wait) {
            block.stream()
                    .filter(line -> !handed.rejected().containsKey(line.line()))
                    .forEach(line -> jobs.add(line.jobId()));
        }
    }

    /** @return whether all ended well */
    private boolean await(JobsAccess access, JobIds jobs) throws InterruptedException {
        if (jobs.size() == 0) {
            return true;
        }
        JobWatch watch = new JobWatch(access, jobs);
        try (Progress progress = progress("submit: ended", jobs.size(), true)) {
            watch.await(progress);
        }
        long failed = watch.ended("FAILED");
        long dead = watch.ended("DEAD");
        long undelivered = watch.ended("COMPLETED");
        out().println("ended: failed " + failed + ", dead " + dead + ", with a dead letter " + undelivered
                + ", all others delivered");
        out().flush();
        return failed + dead + undelivered == 0;
    }

    private Progress progress(String task, long max, boolean shown) {
        PrintWriter err = shown ? spec.commandLine().getErr() : new PrintWriter(Writer.nullWriter());
        return Progress.of(err, Progress.onTerminal(), task, max);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
