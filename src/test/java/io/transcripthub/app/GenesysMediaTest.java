package io.transcripthub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.transcripthub.app.HubClient.Reply;
import io.transcripthub.events.Openssl;
import io.transcripthub.sandbox.Faults;
import io.transcripthub.sandbox.Sandbox;
import io.transcripthub.sandbox.SandboxOptions;
import io.transcripthub.sandbox.Vendor;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Media from the request to the sinks, with a vendor that calls back. A poll that nobody asked for would take an hour. */
class GenesysMediaTest {
    private static final String SECRET = "a shared secret";
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path dir;

    private BulkServer search;
    private Sandbox sandbox;
    private TestHub hub;
    private HubClient client;

    @AfterEach
    void close() {
        hub.close();
        sandbox.close();
        search.close();
    }

    /** A hub that the vendor tells of transcriptions, and polls that never end one. */
    private void start(String faults, String... overrides) throws Exception {
        search = new BulkServer();
        sandbox = Sandbox.start(SandboxOptions.defaults()
                .withPolls(1_000)
                .withWork(Duration.ofMillis(300))
                .withFaults(faults.isEmpty() ? Faults.NONE : Faults.parse(faults)));
        List<String> settings = new ArrayList<>(List.of(
                "search.hosts",
                search.url(),
                "genesys.webhook-secret",
                SECRET,
                "genesys.polling.initial-interval",
                "1h",
                "genesys.polling.max-interval",
                "1h",
                "genesys.polling.deadline",
                "2h"));
        settings.addAll(List.of(overrides));
        hub = TestHub.start(dir, sandbox, settings.toArray(String[]::new));
        client = hub.client();
        sandbox.sendEvents(Vendor.GENESYS, URI.create("http://127.0.0.1:" + hub.port() + "/webhooks/genesys"), SECRET);
    }

    private String submit(String mediaId) throws Exception {
        Reply reply = client.submitBody("{\"account\":\"genesys\",\"mediaId\":\"" + mediaId + "\"}");
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(202);
        return reply.json().path("jobId").asText();
    }

    private JsonNode ended(String jobId, String state) throws Exception {
        return Eventually.value(
                SOON, jobId + " is " + state, () -> client.job(jobId), job -> state.equals(HubClient.state(job)));
    }

    @Test
    void an_event_brings_a_transcript_to_the_sinks_long_before_a_poll_would() throws Exception {
        start("");
        String jobId = submit("media-by-event");
        JsonNode job = ended(jobId, "DELIVERED");

        assertThat(job.path("deliveries").path("search").asText()).isEqualTo("DELIVERED");
        assertThat(job.path("attempts").asInt()).as("a submission and a poll").isEqualTo(2);
        JsonNode transcript = client.get("/api/v1/transcripts/" + jobId).json();
        assertThat(transcript.path("mediaId").asText()).isEqualTo("media-by-event");
        assertThat(transcript.path("account").asText()).isEqualTo("genesys");
        JsonNode utterances = transcript.path("utterances");
        assertThat(utterances.size())
                .isEqualTo(transcript.path("metrics").path("utterance_count").asInt())
                .isPositive();
        assertThat(utterances.path(0).path("start").asDouble(-1)).isZero();
        double first = utterances.path(0).path("start_epoch").asDouble();
        for (JsonNode utterance : utterances) {
            assertThat(utterance.path("start_epoch").asDouble() - first)
                    .isCloseTo(utterance.path("start").asDouble(), org.assertj.core.data.Offset.offset(0.002));
            assertThat(utterance.path("start").asDouble())
                    .as("seconds into a call")
                    .isBetween(0.0, 3_600.0);
        }
        AuditFiles audit = AuditFiles.of(dir);
        Eventually.until(SOON, "audited", () -> audit.lines("DELIVERY_SETTLED").size() == 1);
        assertThat(audit.byJob("TRANSCRIPTION_COMPLETED"))
                .containsOnlyKeys(jobId)
                .containsValue(1L);
        assertThat(audit.lines("TRANSCRIPTION_COMPLETED").get(0).path("mediaId").asText())
                .isEqualTo("media-by-event");
        assertThat(search.documents()).hasSize(1);
    }

    @Test
    void early_and_doubled_events_bring_each_transcript_once() throws Exception {
        start("early=0.5,doubled=0.5,forged=0.3,seed=7");
        for (int i = 0; i < 20; i++) {
            submit("media-many-" + i);
        }
        client.untilEnded(20, SOON);

        assertThat(client.count(Set.of("DELIVERED"))).isEqualTo(20);
        assertThat(search.documents()).hasSize(20);
        assertThat(AuditFiles.of(dir).byJob("TRANSCRIPTION_COMPLETED").values())
                .hasSize(20)
                .containsOnly(1L);
        Eventually.until(
                SOON, "all events answered", () -> sandbox.stats().events().pending() == 0);
        assertThat(sandbox.stats().events().answered().keySet()).isSubsetOf(200, 202);
        assertThat(sandbox.stats().events().answeredForged().keySet()).isSubsetOf(401);
    }

    @Test
    void a_job_whose_event_is_lost_is_found_by_polling() throws Exception {
        start("lost=1", "genesys.polling.initial-interval", "200ms", "genesys.polling.max-interval", "500ms");
        JsonNode job = ended(submit("media-lost-event"), "DELIVERED");

        assertThat(job.path("attempts").asInt()).isGreaterThan(1);
        assertThat(sandbox.stats().events().lost()).isEqualTo(1);
        assertThat(sandbox.stats().events().sent()).isZero();
    }

    @Test
    void a_failed_transcription_says_that_the_vendor_gave_no_message() throws Exception {
        start("");
        JsonNode job = ended(submit("media-fail-1"), "FAILED");

        assertThat(job.path("reason").asText()).isEqualTo("failed without a message");
        assertThat(AuditFiles.of(dir).lines("TRANSCRIPTION_COMPLETED")).isEmpty();
    }

    @Test
    void a_time_that_there_is_not_ends_the_job_with_the_reason() throws Exception {
        start("");
        JsonNode job = ended(submit("media-badtime-1"), "DEAD");

        assertThat(job.path("reason").asText())
                .isEqualTo("utterances[1].end: expected an ISO 8601 time, found other text");
        assertThat(client.get("/api/v1/transcripts/" + job.path("jobId").asText())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void an_unknown_transcription_is_left_alone_unless_it_is_to_be_adopted() throws Exception {
        start("");
        String transcriptionId = foreign("media-foreign-1");
        tell(transcriptionId);
        submit("media-known-1");
        client.untilEnded(1, SOON);

        assertThat(client.jobs("")).hasSize(1);
    }

    @Test
    void an_unknown_transcription_is_adopted_once_and_delivered() throws Exception {
        start("", "genesys.adopt-unknown", "true");
        String transcriptionId = foreign("media-foreign-1");
        tell(transcriptionId);
        client.untilEnded(1, SOON);

        JsonNode job = client.jobs("").get(0);
        assertThat(HubClient.state(job)).isEqualTo("DELIVERED");
        assertThat(job.path("externalId").asText()).isEqualTo("media-foreign-1");
        assertThat(job.path("vendorId").asText()).isEqualTo(transcriptionId);
        assertThat(job.path("kind").asText()).isEqualTo("media");
        assertThat(client.jobs("")).hasSize(1);
        assertThat(client.summary().path("states").path("DELIVERED").asInt()).isEqualTo(1);
        assertThat(search.documents()).hasSize(1);
        assertThat(sandbox.stats().submissions())
                .as("nothing was submitted by the hub")
                .isEqualTo(1);
    }

    /** Has somebody else submit a medium; returns the transcription's id. The vendor tells the hub of it, too. */
    private String foreign(String mediaId) throws Exception {
        HubClient vendor = new HubClient(sandbox.baseUrl().getPort());
        Reply token = vendor.post(
                "/oauth/token",
                "grant_type=client_credentials&client_id=sandbox&client_secret=sandbox-secret",
                "Content-Type",
                "application/x-www-form-urlencoded");
        Reply accepted = vendor.post(
                "/api/v2/quality/transcriptions",
                "{\"mediaId\":\"" + mediaId + "\"}",
                "Authorization",
                "Bearer " + token.json().path("access_token").asText());
        assertThat(accepted.status()).as(accepted.raw().body()).isIn(200, 202);
        return accepted.json().path("id").asText();
    }

    private void tell(String transcriptionId) throws Exception {
        String event = "{\"id\":\"told-twice\",\"type\":\"quality.transcription.completed\",\"transcriptionId\":\""
                + transcriptionId + "\"}";
        String signature = Openssl.hex(SECRET, event.getBytes(StandardCharsets.UTF_8));
        assertThat(client.post("/webhooks/genesys", event, "X-Genesys-Signature", signature)
                        .status())
                .isIn(200, 202);
    }
}
