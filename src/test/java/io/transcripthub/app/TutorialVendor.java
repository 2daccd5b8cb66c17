package io.transcripthub.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** As much of the speech engines API as the tutorial shows: it lists neither engines nor webhooks. */
final class TutorialVendor implements AutoCloseable {
    /** @param what method and path */
    record Request(String what, JsonNode body) {}

    private static final Map<String, String> ANSWERS = Map.of(
            "POST /oauth/token", "{\"access_token\":\"t\",\"expires_in\":3600}",
            "GET /api/v2/speech/models",
                    "{\"entities\":[{\"id\":\"us-en-acoustic-model-v4\",\"locale\":\"en_US\",\"tier\":\"gold\"}]}",
            "GET /api/v2/speech/profiles",
                    "{\"entities\":[{\"id\":\"us-en-language-profile\",\"locale\":\"en-US\"}],\"nextPageToken\":null}",
            "POST /api/v2/speech/engines", "{\"speechEngineId\":\"se/1\"}",
            "PATCH /api/v2/speech/engines/se%2F1", "{}",
            "POST /api/v2/webhooks", "{\"webhookId\":\"w1\"}",
            "POST /api/v2/audit/logs", "{\"logId\":\"l1\"}");

    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile String losing = "";

    TutorialVendor() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Does what such a request asks, from now on, and answers nothing. */
    void lose(String what) {
        losing = what;
    }

    List<JsonNode> bodies(String what) {
        return requests.stream()
                .filter(request -> request.what().equals(what))
                .map(Request::body)
                .toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String what =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(new Request(what, body.startsWith("{") ? HubClient.JSON.readTree(body) : null));
            if (!what.equals(losing)) {
                byte[] answer = ANSWERS.getOrDefault(what, "{\"message\":\"no such path\"}")
                        .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(ANSWERS.containsKey(what) ? 200 : 404, answer.length);
                exchange.getResponseBody().write(answer);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
