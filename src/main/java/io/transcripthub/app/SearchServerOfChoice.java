package io.transcripthub.app;

import io.transcripthub.network.Connection;
import io.transcripthub.search.EmbeddedSearch;
import io.transcripthub.search.SearchServer;
import io.transcripthub.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The search server that the settings name. The embedded one starts in the background: until it answers it is a search
 * server that is away, which the delivery copes with.
 */
final class SearchServerOfChoice implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SearchServerOfChoice.class);

    private final String hosts;
    private final SearchServer server;
    private final CompletableFuture<EmbeddedSearch> embedded;

    private SearchServerOfChoice(String hosts, SearchServer server, CompletableFuture<EmbeddedSearch> embedded) {
        this.hosts = hosts;
        this.server = server;
        this.embedded = embedded;
    }

    static SearchServerOfChoice of(Settings settings, Connection connection) {
        if (!settings.get("search.hosts").equals("embedded")) {
            String hosts = settings.get("search.hosts");
            SearchServer server = SearchServer.of(
                            hosts,
                            settings.get("search.username"),
                            settings.get("search.password"),
                            settings.get("search.api-key"))
                    .over(connection);
            return new SearchServerOfChoice(hosts, server, CompletableFuture.completedFuture(null));
        }
        int port = freePort();
        String host = "http://127.0.0.1:" + port;
        Path dataDir = settings.path("hub.data-dir").resolve("search");
        return new SearchServerOfChoice(
                host, SearchServer.of(host, "", "", ""), CompletableFuture.supplyAsync(() -> start(dataDir, port)));
    }

    private static EmbeddedSearch start(Path dataDir, int port) {
        try {
            EmbeddedSearch search = EmbeddedSearch.start(dataDir, jars(), port);
            LOG.info(
                    "Embedded search at {} after {} ms",
                    search.address(),
                    search.startTime().toMillis());
            return search;
        } catch (RuntimeException failed) {
            LOG.error("The embedded search does not start: {}", failed.getMessage());
            throw failed;
        }
    }

    /** Beside the hub's jar, or beside its classes. */
    private static Path jars() {
        try {
            Path code = Path.of(SearchServerOfChoice.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return code.resolveSibling("search-server");
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException("no free port for the embedded search", none);
        }
    }

    String hosts() {
        return hosts;
    }

    SearchServer server() {
        return server;
    }

    @Override
    public void close() {
        EmbeddedSearch running = embedded.exceptionally(failed -> null).join();
        if (running != null) {
            running.close();
        }
    }
}
