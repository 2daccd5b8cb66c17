package io.transcripthub.cli;

import io.transcripthub.settings.Settings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Options that every command has. */
final class ConfigurationOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            defaultValue = "application.properties",
            description = "Configuration file (default: ${DEFAULT-VALUE}).")
    private Path file;

    @Option(
            names = "--set",
            paramLabel = "key=value",
            description = "Overrides one key of the configuration; may be repeated.")
    private final Map<String, String> overrides = new LinkedHashMap<>();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    private boolean help;

    /** @throws io.transcripthub.settings.InvalidSetting which ends the command with exit code 2 */
    Settings settings() {
        return Settings.load(file, System.getenv(), overrides);
    }
}
