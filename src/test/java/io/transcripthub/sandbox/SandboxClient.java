package io.transcripthub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A client as a hub would be one, without any of its patience. */
final class SandboxClient {
    static final String FORM = "grant_type=client_credentials&client_id=sandbox&client_secret=sandbox-secret";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI baseUrl;
    private String token = "none";
    private Duration patience = Duration.ofSeconds(10);

    SandboxClient(Sandbox sandbox) {
        baseUrl = sandbox.baseUrl();
    }

    static JsonNode json(HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body());
    }

    SandboxClient authorized() throws Exception {
        token = json(post("/oauth/token", FORM)).path("access_token").asText();
        return this;
    }

    SandboxClient waitingAtMost(Duration timeout) {
        patience = timeout;
        return this;
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(request(path).GET());
    }

    HttpResponse<String> post(String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = request(path).POST(BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    HttpResponse<String> submitBody(String body) throws Exception {
        return post("/api/v2/recordings/transcriptions", body);
    }

    HttpResponse<String> submit(String recordingId) throws Exception {
        return submitBody("{\"recordingId\":\"%s\",\"languageCode\":\"en-US\",\"speakerDiarization\":true}"
                .formatted(recordingId));
    }

    String accepted(String recordingId) throws Exception {
        HttpResponse<String> response = submit(recordingId);
        assertThat(response.statusCode()).isEqualTo(202);
        return json(response).path("transcriptionId").asText();
    }

    HttpResponse<String> poll(String transcriptionId) throws Exception {
        return get("/api/v2/recordings/transcriptions/" + transcriptionId);
    }

    HttpResponse<String> submitMediaBody(String body) throws Exception {
        return post("/api/v2/quality/transcriptions", body);
    }

    HttpResponse<String> submitMedia(String mediaId) throws Exception {
        return submitMediaBody("{\"mediaId\":\"%s\",\"diarization\":true}".formatted(mediaId));
    }

    String acceptedMedia(String mediaId) throws Exception {
        HttpResponse<String> response = submitMedia(mediaId);
        assertThat(response.statusCode()).isIn(200, 202);
        return json(response).path("id").asText();
    }

    HttpResponse<String> pollMedia(String transcriptionId) throws Exception {
        return get("/api/v2/quality/transcriptions/" + transcriptionId);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(baseUrl.resolve(path))
                .timeout(patience)
                .setHeader("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
