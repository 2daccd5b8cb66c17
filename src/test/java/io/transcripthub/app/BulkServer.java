package io.transcripthub.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** As much of a search server as the hub's deliveries need; it keeps the last text of each document. */
final class BulkServer implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, String> documents = new ConcurrentHashMap<>();
    private final HttpServer server;
    private volatile int itemStatus = 201;
    private volatile boolean hanging;

    BulkServer() throws IOException {
        this(0);
    }

    BulkServer(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    int port() {
        return server.getAddress().getPort();
    }

    Map<String, String> documents() {
        return documents;
    }

    /** What the items of each bulk request are answered with from now on. */
    void answerItemsWith(int status) {
        itemStatus = status;
    }

    /** Takes requests from now on, and answers none. */
    void hang() {
        hanging = true;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (hanging) {
                closed.await();
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            if (!exchange.getRequestURI().getPath().endsWith("/_bulk")) {
                exchange.sendResponseHeaders(200, -1);
                return;
            }
            byte[] answer = bulk(body.lines().toList()).toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private JsonNode bulk(List<String> lines) throws IOException {
        ObjectNode answer = HubClient.JSON.createObjectNode();
        ArrayNode items = answer.putArray("items");
        for (int i = 0; i < lines.size(); i += 2) {
            JsonNode action = HubClient.JSON.readTree(lines.get(i));
            String operation = action.fieldNames().next();
            String id = action.path(operation).path("_id").asText();
            ObjectNode result = items.addObject().putObject(operation).put("status", itemStatus);
            if (itemStatus < 300) {
                documents.put(id, lines.get(i + 1));
            } else {
                result.putObject("error").put("type", "some_exception").put("reason", "as the test wants it");
            }
        }
        return answer;
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdown();
    }
}
