package io.transcripthub.app;

import io.transcripthub.routes.RouteReport;
import io.transcripthub.routes.Surroundings;
import io.transcripthub.settings.InvalidSetting;
import io.transcripthub.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Where the route files are, and whether they are sound. */
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

    /**
     * What is wrong with the routes of a folder, as far as it shows without running them.
     *
     * @throws IOException when a file cannot be read
     */
    public static RouteReport check(Path folder, Settings settings) throws IOException {
        Set<String> asked = new HashSet<>(VendorRoutes.ASKED);
        asked.addAll(InteractionRoutes.ASKED);
        Surroundings hub = new Surroundings(settings.asMap().keySet(), Beans.NAMES, asked);
        return RouteReport.of(folder, hub);
    }

    /** The folder beside the launcher. */
    public static Path beside() {
        return Path.of(System.getProperty(HOME, "."), "routes");
    }
}
