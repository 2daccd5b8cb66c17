package io.transcripthub.cli;

import io.transcripthub.app.RouteFiles;
import io.transcripthub.routes.RouteReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code routes check [DIR]}. */
@Command(name = "routes", description = "Looks after the route files.", subcommands = RoutesCommand.Check.class)
final class RoutesCommand implements Callable<Integer> {
    @Mixin
    private ConfigurationOptions configuration;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "expected a subcommand: check");
    }

    /** Exits 0 when nothing is wrong, 1 when something is. */
    @Command(
            name = "check",
            description =
                    "Looks for mistakes in route files and Kamelets without running them, and names file, line and"
                            + " column, route and step.")
    static final class Check implements Callable<Integer> {
        @Mixin
        private ConfigurationOptions configuration;

        @Parameters(
                arity = "0..1",
                paramLabel = "DIR",
                description = "Folder of the route files (default: as run finds it).")
        private Path folder;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            if (folder != null && !Files.isDirectory(folder)) {
                throw new ParameterException(
                        spec.commandLine(), "DIR: expected a folder of route files, found none at " + folder);
            }
            Path chosen = RouteFiles.folder(folder);
            try {
                RouteReport report = RouteFiles.check(chosen, configuration.settings());
                PrintWriter out = spec.commandLine().getOut();
                report.findings().forEach(out::println);
                out.println(report.summary());
                out.flush();
                return report.findings().isEmpty() ? 0 : HubCommand.FAILED;
            } catch (IOException unreadable) {
                throw new CommandFailed("cannot read the routes in " + chosen + ": " + unreadable.getMessage());
            }
        }
    }
}
