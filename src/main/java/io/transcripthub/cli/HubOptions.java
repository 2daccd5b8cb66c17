package io.transcripthub.cli;

import io.transcripthub.settings.Settings;
import java.net.URI;
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
        Settings settings = configuration.settings();
        String key = apiKey == null ? settings.get("hub.api-key") : apiKey;
        if (hub != null) {
            return new RunningHub(hub, key);
        }
        RunningHub configured = new RunningHub(
                URI.create("http://" + settings.get("hub.http.host") + ":" + settings.get("hub.http.port")), key);
        return configured.answers() ? configured : StoppedHub.open(settings);
    }
}
