package io.transcripthub.cli;

import io.transcripthub.settings.InvalidSetting;
import io.transcripthub.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Option;

/** Options that every command has. */
final class ConfigurationOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration file (default: application.properties, where there is one).")
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

    /** Keys that the command line gives values of. */
    Set<String> overridden() {
        return Collections.unmodifiableSet(overrides.keySet());
    }

    /** @throws InvalidSetting which ends the command with exit code 2 */
    Settings settings() {
        if (file != null && !Files.isRegularFile(file)) {
            throw new InvalidSetting("--config: expected a file, found none at " + file);
        }
        Path chosen = file == null ? Path.of("application.properties") : file;
        return Settings.load(chosen, System.getenv(), overrides);
    }
}
