package io.transcripthub.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A receiver of webhooks that answers as it is told, and keeps what came. */
final class Receiver implements AutoCloseable {
    /** @param headers first values, by lower-case name */
    @SuppressWarnings("ArrayRecordComponent") // a received body is compared by nobody
    record Received(String path, Map<String, String> headers, byte[] body) {}

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile int status = 200;
    private volatile Map<String, String> headers = Map.of();

    Receiver() throws IOException {
        this(0);
    }

    Receiver(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/hook";
    }

    List<Received> received() {
        return received;
    }

    void answerWith(int status, Map<String, String> headers) {
        this.headers = headers;
        this.status = status;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> came = new TreeMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> came.put(name.toLowerCase(java.util.Locale.ROOT), values.get(0)));
            byte[] body = exchange.getRequestBody().readAllBytes();
            int answer = exchange.getRequestURI().getPath().equals("/hook") ? status : 200;
            headers.forEach(exchange.getResponseHeaders()::set);
            received.add(new Received(exchange.getRequestURI().getPath(), came, body));
            exchange.sendResponseHeaders(answer, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
