package io.transcripthub.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** As much of Genesys Cloud as a flood of events needs: every transcription that is asked for is there, and done. */
final class MediaVendor implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private final HttpServer server;

    MediaVendor() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** How often each transcription was asked for. */
    Map<String, Integer> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            byte[] answer = answer(exchange, body).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private String answer(HttpExchange exchange, String body) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String last = path.substring(path.lastIndexOf('/') + 1);
        if (last.equals("token")) {
            return "{\"access_token\":\"flood\",\"expires_in\":3600}";
        }
        if (exchange.getRequestMethod().equals("POST")) {
            String mediaId = HubClient.JSON.readTree(body).path("mediaId").asText();
            return "{\"id\":\"tr-" + mediaId + "\",\"status\":\"queued\"}";
        }
        asked.merge(last, 1, Integer::sum);
        return "{\"id\":\"" + last + "\",\"mediaId\":\"media-" + last
                + "\",\"language\":\"en-US\",\"status\":\"completed\","
                + "\"utterances\":[{\"speaker\":\"agent\",\"text\":\"hello\",\"start\":\"2026-03-01T10:00:00Z\"}]}";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
