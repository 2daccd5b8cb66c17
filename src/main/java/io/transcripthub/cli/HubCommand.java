package io.transcripthub.cli;

import io.transcripthub.ledger.LedgerUnavailable;
import io.transcripthub.settings.InvalidSetting;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./hub}: the commands, and how they end. */
@Command(
        name = "hub",
        description = "Takes call recordings to be transcribed, redacts and scores what comes back, and delivers it.",
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            SandboxCommand.class,
            SubmitCommand.class,
            ChatCommand.class,
            JobsCommand.class,
            ExplainCommand.class,
            RetryCommand.class,
            RedeliverCommand.class,
            EnginesCommand.class,
            RedactCommand.class,
            WerCommand.class,
            SentimentCommand.class,
            AnalyticsCommand.class,
            AuditCommand.class,
            RoutesCommand.class,
            DoctorCommand.class,
            RehearseCommand.class
        })
public final class HubCommand implements Runnable {
    /** The work failed or was refused. */
    static final int FAILED = 1;

    /** The command line or the configuration is wrong. */
    static final int USAGE = 2;

    @Mixin
    private ConfigurationOptions configuration;

    @Spec
    private CommandSpec spec;

    /** @return exit code: 0 done, 1 failed or refused, 2 wrong usage or configuration */
    public static int run(String... args) {
        return failing(new CommandLine(new HubCommand()))
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .execute(args);
    }

    /** Has the command fail in words and with the exit codes above. */
    static CommandLine failing(CommandLine command) {
        return command.setExecutionExceptionHandler((failure, failed, parsed) -> failed(failure, failed));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected a command");
    }

    private static int failed(Exception failure, CommandLine command) {
        command.getErr().println("hub: " + words(failure));
        return cause(failure, InvalidSetting.class) ? USAGE : FAILED;
    }

    private static String words(Exception failure) {
        for (Throwable known = failure; known != null; known = known.getCause()) {
            if (known instanceof InvalidSetting
                    || known instanceof LedgerUnavailable
                    || known instanceof CommandFailed) {
                return known.getMessage();
            }
        }
        if (failure instanceof IOException && failure.getMessage() != null) {
            return failure.getMessage();
        }
        LoggerFactory.getLogger(HubCommand.class).error("Unexpected failure", failure);
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }

    private static boolean cause(Throwable failure, Class<?> type) {
        return failure != null && (type.isInstance(failure) || cause(failure.getCause(), type));
    }
}
