package io.transcripthub.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.transcripthub.intake.RequestLine;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A hub that runs, over its HTTP API. */
final class RunningHub implements JobsAccess {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ANALYTICS = "/api/v1/analytics";
    private static final String BATCH = "/api/v1/transcriptions/batch";
    private static final Handed NOTHING = new Handed(0, 0, Collections.emptySortedMap());

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
    public JsonNode notices(String state, String after) {
        return call("GET", "/api/v1/notices?limit=100" + parameter("state", state) + parameter("after", after));
    }

    @Override
    public JsonNode notice(String eventId) {
        return call("GET", "/api/v1/notices/" + encoded(eventId));
    }

    @Override
    public JsonNode retryNotice(String eventId) {
        return call("POST", "/api/v1/notices/" + encoded(eventId) + "/retry");
    }

    @Override
    public JsonNode summary() {
        return call("GET", "/api/v1/jobs/summary");
    }

    @Override
    public JsonNode redeliver(String request) {
        return read(send("POST", "/api/v1/redeliver", request));
    }

    /** Where the hub is, or should be. */
    URI address() {
        return hub;
    }

    @Override
    public Handed submit(List<RequestLine> requests) {
        SortedMap<Long, String> rejected = new TreeMap<>();
        List<RequestLine> usable = new ArrayList<>();
        for (RequestLine line : requests) {
            if (line.isUsable()) {
                usable.add(line);
            } else {
                rejected.put(line.line(), line.error());
            }
        }
        return new Handed(0, 0, rejected).and(usable.isEmpty() ? NOTHING : handIn(usable));
    }

    /** Halves what is too large for the hub, which alone knows its limit. */
    private Handed handIn(List<RequestLine> usable) {
        String body = usable.stream().map(line -> line.request().toString()).collect(Collectors.joining("\n"));
        HttpResponse<String> response = send("POST", BATCH, body);
        if (response.statusCode() == 413 && usable.size() > 1) {
            int half = usable.size() / 2;
            return handIn(usable.subList(0, half)).and(handIn(usable.subList(half, usable.size())));
        }
        if (response.statusCode() == 413) {
            String words = "the line is larger than the hub's hub.http.max-body";
            return new Handed(0, 0, new TreeMap<>(Map.of(usable.get(0).line(), words)));
        }
        JsonNode answer = read(response);
        SortedMap<Long, String> rejected = new TreeMap<>();
        for (JsonNode line : answer.path("rejected")) {
            rejected.put(
                    usable.get(line.path("line").asInt() - 1).line(),
                    line.path("error").asText());
        }
        return new Handed(
                answer.path("accepted").asLong(), answer.path("duplicates").asLong(), rejected);
    }

    /** Hands in recordings, one request a line. */
    JsonNode submitBatch(String lines) {
        return read(send("POST", BATCH, lines));
    }

    /** An answer that is no failure of the hub. */
    record Reply(int status, JsonNode body) {}

    /** Hands in a chat: 202 or 200 with its job, 400 or 413 with the error. */
    Reply inject(String chat) {
        HttpResponse<String> response = send("POST", "/api/v1/chats", chat);
        boolean refused = response.statusCode() == 400 || response.statusCode() == 413;
        return new Reply(response.statusCode(), refused ? json(response) : read(response));
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

    /** Begins interaction analytics. */
    JsonNode startAnalytics(String request) {
        return read(send("POST", ANALYTICS, request));
    }

    JsonNode analytics(String runId) {
        return call("GET", ANALYTICS + "/" + encoded(runId));
    }

    /** Fetches a file of an analysis that has ended. */
    void analyticsFile(String runId, String name, Path file) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        hub.resolve(ANALYTICS + "/" + encoded(runId) + "/files/" + encoded(name)))
                .timeout(Duration.ofMinutes(10));
        try {
            int status = client.send(authorized(request).build(), BodyHandlers.ofFile(file))
                    .statusCode();
            if (status != 200) {
                throw new CommandFailed("expected the hub to hand out " + name + ", found status " + status);
            }
        } catch (IOException away) {
            throw new CommandFailed(name + " could not be fetched from the hub, or not be written to " + file);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted");
        }
    }

    private HttpRequest.Builder authorized(HttpRequest.Builder request) {
        return apiKey.isEmpty() ? request : request.header("Authorization", "Bearer " + apiKey);
    }

    private JsonNode call(String method, String path) {
        return read(send(method, path, ""));
    }

    /** What a hub says to a command about a speech engine, be it good or bad. */
    EngineReply engines(String operation, String request) {
        HttpResponse<String> response = send("POST", "/api/v1/engines/" + operation, request, Duration.ofMinutes(10));
        return EngineReply.of(response.statusCode(), response.body());
    }

    private HttpResponse<String> send(String method, String path, String body) {
        return send(method, path, body, Duration.ofSeconds(60));
    }

    private HttpResponse<String> send(String method, String path, String body, Duration timeout) {
        HttpRequest.Builder request = HttpRequest.newBuilder(hub.resolve(path))
                .timeout(timeout)
                .method(
                        method,
                        body == null || method.equals("GET")
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        try {
            return client.send(authorized(request).build(), BodyHandlers.ofString());
        } catch (IOException away) {
            throw new CommandFailed("no hub answers at " + hub);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted");
        }
    }

    private JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException notAHub) {
            throw new CommandFailed("expected a hub at " + hub + ", found something that answers "
                    + response.statusCode() + " without JSON");
        }
    }

    private JsonNode read(HttpResponse<String> response) {
        JsonNode body = json(response);
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
