package io.transcripthub.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A hub that runs, over its HTTP API. */
final class RunningHub implements JobsAccess {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final URI hub;
    private final String apiKey;

    RunningHub(URI hub, String apiKey) {
        this.hub = hub;
        this.apiKey = apiKey;
    }

    boolean answers() {
        try {
            send("GET", "/observe/health", null);
            return true;
        } catch (CommandFailed away) {
            return false;
        }
    }

    @Override
    public JsonNode list(String state, String account, String after) {
        return call(
                "GET",
                "/api/v1/jobs?limit=100" + parameter("state", state) + parameter("account", account)
                        + parameter("after", after));
    }

    @Override
    public JsonNode job(String jobId) {
        return call("GET", "/api/v1/jobs/" + encoded(jobId));
    }

    @Override
    public JsonNode retry(String jobId) {
        return call("POST", "/api/v1/jobs/" + encoded(jobId) + "/retry");
    }

    @Override
    public JsonNode summary() {
        return call("GET", "/api/v1/jobs/summary");
    }

    @Override
    public JsonNode redeliver(String request) {
        return read(send("POST", "/api/v1/redeliver", request));
    }

    /** Hands in recordings, one request a line. */
    JsonNode submitBatch(String lines) {
        return read(send("POST", "/api/v1/transcriptions/batch", lines));
    }

    JsonNode search(String query) {
        return call("GET", "/api/v1/search?q=" + encoded(query));
    }

    boolean searchAnswers() {
        return send("GET", "/api/v1/search?q=anything", null).statusCode() == 200;
    }

    JsonNode transcript(String jobId) {
        return call("GET", "/api/v1/transcripts/" + encoded(jobId));
    }

    private JsonNode call(String method, String path) {
        return read(send(method, path, ""));
    }

    private HttpResponse<String> send(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(hub.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .method(
                        method,
                        body == null || method.equals("GET")
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!apiKey.isEmpty()) {
            request.header("Authorization", "Bearer " + apiKey);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException away) {
            throw new CommandFailed("no hub answers at " + hub);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted");
        }
    }

    private JsonNode read(HttpResponse<String> response) {
        JsonNode body;
        try {
            body = JSON.readTree(response.body());
        } catch (JsonProcessingException notAHub) {
            throw new CommandFailed("expected a hub at " + hub + ", found something that answers "
                    + response.statusCode() + " without JSON");
        }
        if (response.statusCode() >= 400) {
            throw new CommandFailed(body.path("error").asText("the hub answered " + response.statusCode()));
        }
        return body;
    }

    private static String parameter(String name, String value) {
        return value == null ? "" : "&" + name + "=" + encoded(value);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        // java.net.http keeps nothing that would have to be given back
    }
}
