package io.transcripthub.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands before a vendor, and has one request end badly: for who sent it, or for its answer only. */
final class FatalVendor implements AutoCloseable {
    /** What becomes of the request. */
    enum Fate {
        /** Whoever sent it dies, and the vendor never hears of it. */
        KILLED_BEFORE,
        /** The vendor does it, and whoever sent it dies. */
        KILLED_AFTER,
        /** The vendor does it, and nobody is told. */
        ANSWER_LOST
    }

    private static final Set<String> PASSED_ON = Set.of("authorization", "content-type", "accept");

    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final URI vendor;
    private final HttpServer server;
    private volatile String fatal = "";
    private volatile Fate fate;
    private volatile Process victim;
    private volatile boolean met;

    FatalVendor(URI vendor) throws IOException {
        this.vendor = vendor;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /**
     * Once, for the next such request.
     *
     * @param what method and beginning of the path
     */
    void prepare(String what, Fate becomes) {
        fate = becomes;
        met = false;
        fatal = what;
    }

    /** Who dies of it. */
    void threaten(Process process) {
        victim = process;
    }

    /** Whether the request has come. */
    boolean hasMet() {
        return met;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String what =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath();
            boolean strikes = !fatal.isEmpty() && what.startsWith(fatal);
            if (strikes) {
                fatal = "";
                met = true;
            }
            if (strikes && fate == Fate.KILLED_BEFORE) {
                victim.destroyForcibly();
                return;
            }
            HttpResponse<byte[]> answer = ask(exchange);
            if (strikes && fate == Fate.KILLED_AFTER) {
                victim.destroyForcibly();
            }
            if (!strikes) {
                exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
                exchange.getResponseBody().write(answer.body());
            }
        }
    }

    private HttpResponse<byte[]> ask(HttpExchange exchange) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        vendor.resolve(exchange.getRequestURI().toString()))
                .method(
                        exchange.getRequestMethod(),
                        BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (PASSED_ON.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                request.setHeader(name, values.get(0));
            }
        });
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
