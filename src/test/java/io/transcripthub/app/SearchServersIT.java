package io.transcripthub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.transcripthub.sandbox.Sandbox;
import io.transcripthub.sandbox.SandboxOptions;
import io.transcripthub.search.RunningServer;
import io.transcripthub.search.SearchServer;
import io.transcripthub.search.ServerUnderTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.http.util.EntityUtils;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole hub before real search servers. */
class SearchServersIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SCHEDULE = "0s" + ",500ms".repeat(200);

    @TempDir
    private Path dir;

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());

    @AfterEach
    void close() {
        sandbox.close();
    }

    @ParameterizedTest
    @EnumSource(ServerUnderTest.class)
    void a_server_that_is_away_at_start_and_killed_in_between_has_each_transcript_once(ServerUnderTest kind)
            throws Exception {
        int port = freePort();
        try (TestHub hub = hub("http://127.0.0.1:" + port)) {
            hub.client().submitAll(recordings(0, 50));
            Eventually.until(PATIENCE, "a failed attempt", () -> hub.client().jobs("").stream()
                    .anyMatch(job -> job.path("reason").asText().contains("Connection refused")));

            RunningServer first = kind.start(dir.resolve("search"), port);
            hub.client().submitAll(recordings(50, 250));
            Eventually.until(PATIENCE, "deliveries", () -> delivered(hub) >= 60);
            first.kill();
            hub.client().submitAll(recordings(250, 300));

            try (RunningServer second = kind.start(dir.resolve("search"), port);
                    RestClient client = SearchServer.of(second.address()).connect()) {
                hub.client().untilEnded(300, PATIENCE);
                assertThat(delivered(hub)).isEqualTo(300);
                assertThat(recordingsIn(client)).containsExactlyInAnyOrderElementsOf(recordings(0, 300));
            }
            Eventually.until(
                    PATIENCE,
                    "the end of each delivery",
                    () -> AuditFiles.of(dir).lines("DELIVERY_SETTLED").size() == 300);
        }
        assertThat(AuditFiles.of(dir).byJob("DELIVERY_SETTLED").values()).containsOnly(1L);
    }

    @ParameterizedTest
    @EnumSource(ServerUnderTest.class)
    void a_document_that_conflicts_with_a_mapping_is_a_dead_letter_with_its_reason_and_can_be_sent_again(
            ServerUnderTest kind) throws Exception {
        try (RunningServer server = kind.start(dir.resolve("search"), 0);
                RestClient client = SearchServer.of(server.address()).connect();
                TestHub hub = hub(server.address().toString())) {
            makeIndex(client, "{\"recordingId\":{\"type\":\"integer\"}}");

            String number = hub.client().jobId("10001");
            String word = hub.client().jobId("rec-of-words");
            hub.client().until(number, "DELIVERED");
            JsonNode dead = Eventually.value(
                    PATIENCE,
                    "a dead letter",
                    () -> hub.client().job(word),
                    job -> job.path("deliveries").path("search").asText().equals("DEAD"));

            assertThat(dead.path("reason").asText())
                    .containsPattern(
                            "400 (mapper|document)_parsing_exception: .*failed to parse field .recordingId. of type .integer.")
                    .doesNotContain("rec-of-words");
            assertThat(recordingsIn(client)).containsExactly("10001");

            client.performRequest(new Request("DELETE", "/transcripts"));
            makeIndex(client, "{\"recordingId\":{\"type\":\"keyword\"}}");
            assertThat(hub.client().retry(word).status()).isEqualTo(202);
            hub.client().until(word, "DELIVERED");
            assertThat(recordingsIn(client)).containsExactly("rec-of-words");
        }
    }

    private TestHub hub(String hosts) throws Exception {
        return TestHub.start(dir, sandbox, "search.hosts", hosts, "delivery.retry-schedule", SCHEDULE);
    }

    private static int delivered(TestHub hub) throws Exception {
        return hub.client().summary().path("states").path("DELIVERED").asInt();
    }

    private static List<String> recordings(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "rec-" + i).toList();
    }

    private static void makeIndex(RestClient client, String fields) throws IOException {
        Request request = new Request("PUT", "/transcripts");
        request.setJsonEntity("{\"mappings\":{\"properties\":" + fields + "}}");
        client.performRequest(request);
    }

    private static List<String> recordingsIn(RestClient client) throws IOException {
        client.performRequest(new Request("POST", "/transcripts/_refresh"));
        Request search = new Request("POST", "/transcripts/_search");
        search.setJsonEntity("{\"size\":1000}");
        JsonNode answer = HubClient.JSON.readTree(
                EntityUtils.toString(client.performRequest(search).getEntity()));
        List<String> found = new ArrayList<>();
        answer.at("/hits/hits")
                .forEach(hit -> found.add(hit.at("/_source/recordingId").asText()));
        return found;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
