package io.transcripthub.cli;

import io.transcripthub.settings.Settings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./hub demo}: the main job on invented calls, against simulated vendors, ended by a summary. */
@Command(
        name = "demo",
        description = {
            "Runs the main job on invented calls against simulated vendors, in an emptied data/demo, and sums it up.",
            "Nothing outside this machine is called, whatever the configuration says."
        })
final class DemoCommand implements Callable<Integer> {
    private static final Path FOLDER = Path.of("data", "demo");
    private static final int MOST_RECORDINGS = 100_000;

    @Mixin
    private ConfigurationOptions configuration;

    @Option(
            names = "--recordings",
            paramLabel = "N",
            defaultValue = "60",
            description = "How many recordings to hand in, and as many media (default: ${DEFAULT-VALUE}).")
    private int recordings;

    @Option(names = "--stay", description = "Keeps the hub up until SIGTERM or SIGINT.")
    private boolean stay;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (recordings < 1 || recordings > MOST_RECORDINGS) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--recordings: expected 1 to %d, found %d".formatted(MOST_RECORDINGS, recordings));
        }
        Settings settings = configuration.settings();
        try (DemoFolder folder = DemoFolder.emptied(FOLDER);
                DemoRun run = DemoRun.start(
                        settings, folder.path(), spec.commandLine().getErr())) {
            DemoReport report = run.run(DemoSubmission.list(recordings));
            print(DemoSummary.lines(report, stay));
            return stay ? stay(run, report) : report.asExpected() ? 0 : HubCommand.FAILED;
        }
    }

    private int stay(DemoRun run, DemoReport report) throws InterruptedException {
        return Termination.closing(() -> {
                    run.close();
                    if (!report.asExpected()) {
                        throw new CommandFailed("not everything had ended as expected");
                    }
                })
                .await();
    }

    private void print(List<String> lines) {
        PrintWriter out = spec.commandLine().getOut();
        lines.forEach(out::println);
        out.flush();
    }
}
