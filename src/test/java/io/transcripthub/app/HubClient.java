package io.transcripthub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Speaks to a hub as its users do. */
final class HubClient {
    static final ObjectMapper JSON = new ObjectMapper();
    static final Set<String> ENDED = Set.of("DELIVERED", "FAILED", "DEAD");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI hub;

    HubClient(int port) {
        this.hub = URI.create("http://127.0.0.1:" + port);
    }

    /** An answer of the API, with its body read as JSON. */
    record Reply(int status, JsonNode json, HttpResponse<String> raw) {
        String error() {
            return json.path("error").asText();
        }

        String field() {
            return json.path("field").asText(null);
        }
    }

    Reply get(String path, String... headers) throws Exception {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    /** An answer that is no JSON. */
    String text(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(hub.resolve(path)).build(), BodyHandlers.ofString())
                .body();
    }

    Reply post(String path, String body, String... headers) throws Exception {
        return send("POST", path, BodyPublishers.ofString(body), headers);
    }

    Reply send(String method, String path, BodyPublisher body, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(hub.resolve(path)).timeout(PATIENCE).method(method, body);
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        return new Reply(response.statusCode(), json(response.body()), response);
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException notJson) {
            throw new AssertionError("expected JSON, found " + body, notJson);
        }
    }

    Reply submitBody(String body) throws Exception {
        return post("/api/v1/transcriptions", body, "Content-Type", "application/json");
    }

    Reply submit(String recordingId) throws Exception {
        return submitBody(request(recordingId));
    }

    String jobId(String recordingId) throws Exception {
        Reply reply = submit(recordingId);
        assertThat(reply.status()).as(reply.raw().body()).isIn(200, 202);
        return reply.json().path("jobId").asText();
    }

    Reply submitLines(String lines) throws Exception {
        return post("/api/v1/transcriptions/batch", lines, "Content-Type", "application/x-ndjson");
    }

    void submitAll(List<String> recordingIds) throws Exception {
        Reply reply = submitLines(recordingIds.stream().map(HubClient::request).collect(Collectors.joining("\n")));
        assertThat(reply.json().path("accepted").asInt()).as(reply.raw().body()).isEqualTo(recordingIds.size());
    }

    static String request(String recordingId) {
        return "{\"account\":\"cxone\",\"recordingId\":\"" + recordingId + "\"}";
    }

    JsonNode job(String jobId) throws Exception {
        return get("/api/v1/jobs/" + jobId).json();
    }

    Reply retry(String jobId) throws Exception {
        return post("/api/v1/jobs/" + jobId + "/retry", "");
    }

    JsonNode until(String jobId, String state) throws Exception {
        return Eventually.value(PATIENCE, jobId + " is " + state, () -> job(jobId), job -> state.equals(state(job)));
    }

    static String state(JsonNode job) {
        return job.path("state").asText();
    }

    JsonNode summary() throws Exception {
        return get("/api/v1/jobs/summary").json();
    }

    /** How many jobs are in one of the states. */
    int count(Set<String> states) throws Exception {
        JsonNode counts = summary().path("states");
        return states.stream().mapToInt(state -> counts.path(state).asInt()).sum();
    }

    void untilEnded(int jobs, Duration atMost) throws Exception {
        Eventually.value(
                atMost,
                jobs + " jobs ended",
                this::summary,
                summary -> ENDED.stream()
                                .mapToInt(state ->
                                        summary.path("states").path(state).asInt())
                                .sum()
                        == jobs);
    }

    List<JsonNode> jobs(String filter) throws Exception {
        List<JsonNode> jobs = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = get("/api/v1/jobs?limit=1000" + filter + (after.isEmpty() ? "" : "&after=" + after))
                    .json();
            page.path("jobs").forEach(jobs::add);
            after = page.path("next").isNull() ? "" : page.path("next").asText();
        } while (!after.isEmpty());
        return jobs;
    }
}
