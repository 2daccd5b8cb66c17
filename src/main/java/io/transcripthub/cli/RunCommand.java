package io.transcripthub.cli;

import io.transcripthub.app.HubApplication;
import io.transcripthub.app.RouteFiles;
import io.transcripthub.ledger.LedgerUnavailable;
import io.transcripthub.network.InTheClear;
import io.transcripthub.routes.RouteReport;
import io.transcripthub.sandbox.SandboxDefaults;
import io.transcripthub.settings.InvalidSetting;
import io.transcripthub.settings.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./hub run}: the hub, until SIGTERM. */
@Command(name = "run", description = "Runs the hub until SIGTERM, which lets it end what is under way.")
final class RunCommand implements Callable<Integer> {
    @Mixin
    private ConfigurationOptions configuration;

    @Option(names = "--routes", paramLabel = "DIR", description = "Folder of the route files.")
    private Path routes;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Settings settings = configuration.settings();
        HubApplication hub = start(settings, RouteFiles.folder(routes));
        Termination termination = Termination.closing(hub);
        List<String> simulated = atSandbox(settings);
        if (!simulated.isEmpty()) {
            tell("still at the sandbox: " + String.join(", ", simulated));
        }
        List<String> clear = inTheClear(settings);
        if (!clear.isEmpty()) {
            tell("secrets go in the clear, as these are http: " + String.join(", ", clear));
        }
        tell("ready at http://" + settings.get("hub.http.host") + ":" + hub.port());
        return termination.await();
    }

    /** Mistakes in the routes are told as {@code routes check} tells them. */
    private static HubApplication start(Settings settings, Path folder) throws Exception {
        try {
            return HubApplication.start(settings, folder, InstantSource.system());
        } catch (InvalidSetting | LedgerUnavailable known) {
            throw known;
        } catch (Exception failed) {
            RouteReport report = RouteFiles.check(folder, settings);
            if (report.findings().isEmpty()) {
                throw failed;
            }
            throw new CommandFailed("the routes in " + folder + " cannot be run"
                    + report.findings().stream().map(each -> "\n" + each).collect(Collectors.joining()));
        }
    }

    private void tell(String message) {
        spec.commandLine().getErr().println("hub: " + message);
    }

    private static List<String> inTheClear(Settings settings) {
        return settings.asMap().entrySet().stream()
                .filter(entry -> entry.getKey().matches(".*(token|base)-url"))
                .filter(entry -> InTheClear.is(URI.create(entry.getValue())))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Who has recordings transcribed may never use the vendor's other APIs. */
    private static List<String> atSandbox(Settings settings) {
        return settings.asMap().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("base-url"))
                .filter(entry -> !entry.getKey().matches(".*\\.(speech|analytics|chat)\\.base-url")
                        || !settings.place(entry.getKey()).equals("default"))
                .filter(entry -> entry.getValue().equals(SandboxDefaults.BASE_URL))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
