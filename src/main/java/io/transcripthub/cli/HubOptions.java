package io.transcripthub.cli;

import io.transcripthub.settings.Settings;
import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of commands that look at the ledger. */
final class HubOptions {
    @Mixin
    private ConfigurationOptions configuration;

    @Option(
            names = "--hub",
            paramLabel = "URL",
            description = "The running hub (default: the configured host and port).")
    private URI hub;

    @Option(names = "--api-key", paramLabel = "KEY", description = "Its API key (default: the configured one).")
    private String apiKey;

    Settings settings() {
        return configuration.settings();
    }

    /** Whether another hub was named than the configured one. */
    boolean isElsewhere() {
        return hub != null;
    }

    /** The running hub; the ledger itself when no hub answers at the configured place. */
    JobsAccess jobs() {
        RunningHub running = named();
        return hub != null || running.answers() ? running : StoppedHub.open(settings());
    }

    /** As {@link #jobs()}, to hand in what a hub will work on; a ledger is made where there is none. */
    JobsAccess intake() {
        RunningHub running = named();
        return hub != null || running.answers() ? running : StoppedHub.openOrCreate(settings());
    }

    /** The running hub; one in this process when none answers at the configured place. */
    HubAtWork atWork() throws Exception {
        RunningHub running = named();
        return hub != null || running.answers() ? HubAtWork.running(running) : HubAtWork.start(settings());
    }

    /** As {@link #jobs()}, for interaction analytics. */
    AnalyticsAccess analytics(PrintWriter err) throws Exception {
        RunningHub running = named();
        if (hub == null && !running.answers()) {
            return OwnAnalytics.open(settings(), err);
        }
        List<String> unheard = configuration.overridden().stream()
                .filter(key -> !key.startsWith("hub."))
                .toList();
        if (!unheard.isEmpty()) {
            err.println("the hub at " + running.address() + " does the work with its own configuration, without --set "
                    + String.join(", ", unheard));
        }
        return new RemoteAnalytics(running, err);
    }

    /** @throws CommandFailed when no hub answers */
    JobsAccess running() {
        RunningHub running = named();
        if (!running.answers()) {
            throw new CommandFailed("no hub answers at " + running.address() + ", so there is nothing to wait for");
        }
        return running;
    }

    /** The hub that was named, or is configured, whether it runs or not. */
    RunningHub named() {
        Settings settings = settings();
        String key = apiKey == null ? settings.get("hub.api-key") : apiKey;
        String configured = "http://" + settings.get("hub.http.host") + ":" + settings.get("hub.http.port");
        return new RunningHub(hub == null ? URI.create(configured) : hub, key);
    }
}
