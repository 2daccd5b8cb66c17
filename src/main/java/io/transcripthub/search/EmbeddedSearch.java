package io.transcripthub.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * An OpenSearch server inside this JVM, on loopback and without authentication, from {@link #start} to {@link #close}.
 * Its classes live in a class loader of their own, so that neither its Lucene nor its Netty meets the hub's. Several
 * can run at once and one can follow another, each on its own data folder.
 */
public final class EmbeddedSearch implements AutoCloseable {
    private final URLClassLoader loader;
    private final EmbeddedNode node;
    private final URI address;
    private final Duration startTime;

    private EmbeddedSearch(URLClassLoader loader, EmbeddedNode node, URI address, Duration startTime) {
        this.loader = loader;
        this.node = node;
        this.address = address;
        this.startTime = startTime;
    }

    /**
     * Starts the server and returns when it answers, usually after two to six seconds.
     *
     * @param dataDir its documents, and its warnings in {@code logs/server.log}; made when missing
     * @param serverJars the folder of the OpenSearch jars, {@code search-server} of the distribution
     * @param port the HTTP port on 127.0.0.1, 0 for a free one
     * @throws IllegalStateException when the jars are missing, the folder or the port is in use, or it does not start
     */
    public static EmbeddedSearch start(Path dataDir, Path serverJars, int port) {
        long begin = System.nanoTime();
        URLClassLoader loader =
                new URLClassLoader("search-server", jars(serverJars), ClassLoader.getPlatformClassLoader());
        try {
            EmbeddedNode node = EmbeddedNode.start(loader, dataDir.toAbsolutePath(), port);
            URI address = URI.create("http://127.0.0.1:" + node.port());
            return new EmbeddedSearch(loader, node, address, Duration.ofNanos(System.nanoTime() - begin));
        } catch (RuntimeException e) {
            close(loader);
            throw e;
        }
    }

    /** For {@code search.hosts}, such as {@code http://127.0.0.1:9200}. */
    public URI address() {
        return address;
    }

    /** How long {@link #start} took. */
    public Duration startTime() {
        return startTime;
    }

    /** Stops the server; what it acknowledged is on disk. */
    @Override
    public void close() {
        node.close();
        close(loader);
    }

    private static URL[] jars(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("embedded search: expected the server's jars in " + folder
                    + ", found no such folder (mvn package makes it)");
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .map(EmbeddedSearch::url)
                    .toArray(URL[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void close(URLClassLoader loader) {
        try {
            loader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
