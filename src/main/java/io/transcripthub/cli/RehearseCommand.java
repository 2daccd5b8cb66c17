package io.transcripthub.cli;

import io.transcripthub.app.HubApplication;
import io.transcripthub.app.RouteFiles;
import io.transcripthub.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * Starts a hub of nobody's and stops it, so that the launcher can have the JVM keep the classes that a start needs: with
 * them, later starts take half the time.
 */
@Command(name = "rehearse", hidden = true, description = "Starts and stops a hub that does nothing.")
final class RehearseCommand implements Callable<Integer> {
    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("hub-rehearsal");
        try (HubApplication hub = HubApplication.start(settings(folder), RouteFiles.beside(), InstantSource.system())) {
            new RunningHub(URI.create("http://127.0.0.1:" + hub.port()), "").list(null, null, null);
        } finally {
            remove(folder);
        }
        return 0;
    }

    /** Nothing listens at port 9 of this machine. */
    private static Settings settings(Path folder) {
        return Settings.load(
                folder.resolve("application.properties"),
                Map.of(),
                Map.of(
                        "hub.data-dir", folder.toString(),
                        "hub.http.port", "0",
                        "hub.accounts", "cxone",
                        "cxone.recordings.base-url", "http://127.0.0.1:9",
                        "search.hosts", "http://127.0.0.1:9",
                        "webhook.url", "http://127.0.0.1:9",
                        "webhook.secret", "whsec_cmVoZWFyc2Fs"));
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
