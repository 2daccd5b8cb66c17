package io.transcripthub.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** An Elasticsearch node in a process of its own, on loopback; it ends with the tests, however they end. */
final class ElasticsearchProcess implements RunningServer {
    private static final Path SERVERS = Path.of("target/search-servers");
    private static final String PROGRAM = "src/test/search-servers/ElasticsearchNode.java";

    private final Process process;
    private final URI address;

    private ElasticsearchProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    static RunningServer start(String name, Path javaHome, Path folder, int port) {
        Path home = SERVERS.resolve(name);
        if (!Files.isDirectory(home)) {
            throw new IllegalStateException("expected the server in " + home
                    + ", found no such folder (mvn antrun:run@search-servers-for-tests makes it)");
        }
        try {
            Files.createDirectories(folder.resolve("config"));
            int http = port == 0 ? freePort() : port;
            ElasticsearchProcess server =
                    new ElasticsearchProcess(run(javaHome, home, folder, http), URI.create("http://127.0.0.1:" + http));
            server.awaitStart(folder);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public URI address() {
        return address;
    }

    @Override
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitEnd();
    }

    private static Process run(Path javaHome, Path home, Path folder, int port) throws IOException {
        return new ProcessBuilder(
                        javaHome.resolve("bin/java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        home.resolve("lib") + "/*",
                        PROGRAM,
                        home.toString(),
                        folder.toString(),
                        Integer.toString(port))
                .redirectError(log(folder).toFile())
                .start();
    }

    private void awaitStart(Path folder) throws IOException {
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); !"started".equals(line); line = output.readLine()) {
            if (line == null) {
                throw new IllegalStateException("Elasticsearch did not start: " + Files.readString(log(folder)));
            }
        }
        URI health = address.resolve("/_cluster/health?wait_for_status=yellow&timeout=30s");
        ((HttpURLConnection) health.toURL().openConnection()).getResponseCode();
    }

    private void awaitEnd() {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static Path log(Path folder) {
        return folder.resolve("process.log");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
