package io.transcripthub.app;

import io.transcripthub.sandbox.Sandbox;
import io.transcripthub.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A hub in this process, on a free port, with vendors of a sandbox and polling that a test can wait for. */
final class TestHub implements AutoCloseable {
    /** Where nothing listens: port 9 is for what is discarded. */
    static final String NOWHERE = "http://127.0.0.1:9";

    static final String WEBHOOK_SECRET = "whsec_c2VjcmV0LW9mLXRoZS10ZXN0LWh1Yg==";

    private final HubApplication application;
    private final HubClient client;

    private TestHub(HubApplication application) {
        this.application = application;
        this.client = new HubClient(application.port());
    }

    /** @param overrides key, value, key, value */
    static TestHub start(Path dir, Sandbox sandbox, String... overrides) throws Exception {
        return start(dir, sandbox, Path.of("routes"), overrides);
    }

    static TestHub start(Path dir, Sandbox sandbox, Path routes, String... overrides) throws Exception {
        Settings settings = Settings.load(dir.resolve("none.properties"), Map.of(), settings(dir, sandbox, overrides));
        return new TestHub(HubApplication.start(settings, routes, InstantSource.system()));
    }

    static Map<String, String> settings(Path dir, Sandbox sandbox, String... overrides) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "hub.data-dir",
                dir.resolve("data").toString(),
                "hub.http.port",
                "0",
                "hub.node",
                "test",
                "cxone.recordings.base-url",
                sandbox.baseUrl().toString(),
                "cxone.chat.base-url",
                sandbox.baseUrl().toString(),
                "genesys.base-url",
                sandbox.baseUrl().toString(),
                "search.hosts",
                NOWHERE,
                "polling.initial-interval",
                "100ms",
                "polling.max-interval",
                "300ms"));
        for (int i = 0; i < overrides.length; i += 2) {
            settings.put(overrides[i], overrides[i + 1]);
        }
        return settings;
    }

    /** The routes, with a shorter timeout for requests to vendors. */
    static Path impatientRoutes(Path dir, int timeoutMillis) throws IOException {
        Path routes = dir.resolve("routes");
        try (Stream<Path> files = Files.walk(Path.of("routes"))) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path copy = routes.resolve(Path.of("routes").relativize(file));
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, Files.readString(file).replace("timeout: 15000", "timeout: " + timeoutMillis));
            }
        }
        return routes;
    }

    HubClient client() {
        return client;
    }

    int port() {
        return application.port();
    }

    @Override
    public void close() {
        application.close();
    }

    static List<Path> files(Path dir) throws IOException {
        try (Stream<Path> files = Files.walk(dir)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
