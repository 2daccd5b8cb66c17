package io.transcripthub.app;

import io.transcripthub.settings.InvalidSetting;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the route files are. */
public final class RouteFiles {
    private static final String HOME = "hub.home";

    private RouteFiles() {}

    /**
     * The folder that was asked for, else {@code routes} in the working directory, else the one beside the launcher.
     *
     * @param asked null when none was
     * @throws InvalidSetting when there is no such folder
     */
    public static Path folder(Path asked) {
        Path here = Path.of("routes");
        Path chosen = asked != null ? asked : Files.isDirectory(here) ? here : beside();
        if (!Files.isDirectory(chosen)) {
            throw new InvalidSetting("--routes: expected a folder of route files, found none at " + chosen);
        }
        return chosen;
    }

    /** The folder beside the launcher. */
    public static Path beside() {
        return Path.of(System.getProperty(HOME, "."), "routes");
    }
}
