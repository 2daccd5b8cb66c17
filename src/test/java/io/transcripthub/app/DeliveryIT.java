package io.transcripthub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.transcripthub.app.Receiver.Received;
import io.transcripthub.sandbox.Sandbox;
import io.transcripthub.sandbox.SandboxOptions;
import io.transcripthub.webhook.StandardWebhook;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sinks that are down, come back, or refuse. */
class DeliveryIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path dir;

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
    private BulkServer search;
    private Receiver receiver;

    @BeforeEach
    void start() throws Exception {
        search = new BulkServer();
        receiver = new Receiver();
    }

    @AfterEach
    void close() {
        search.close();
        receiver.close();
        sandbox.close();
    }

    private TestHub hub(String schedule) throws Exception {
        return TestHub.start(
                dir,
                sandbox,
                "search.hosts",
                search.url(),
                "webhook.url",
                receiver.url(),
                "webhook.secret",
                TestHub.WEBHOOK_SECRET,
                "delivery.retry-schedule",
                schedule);
    }

    @Test
    void a_webhook_is_signed_and_says_what_the_interface_promises() throws Exception {
        try (TestHub hub = hub("0s,1s")) {
            String id = hub.client().jobId("rec-signed");
            hub.client().until(id, "DELIVERED");
            Received webhook = receiver.received().get(0);
            assertThat(new StandardWebhook(TestHub.WEBHOOK_SECRET)
                            .verify(webhook.headers(), webhook.body(), Instant.now(), Duration.ofMinutes(1)))
                    .isTrue();
            assertThat(webhook.headers().keySet()).noneMatch(name -> name.startsWith("camel"));
            JsonNode event = HubClient.JSON.readTree(webhook.body());
            assertThat(event.path("type").asText()).isEqualTo("transcript.completed");
            assertThat(Instant.parse(event.path("timestamp").asText())).isNotNull();
            assertThat(event.path("data").fieldNames())
                    .toIterable()
                    .contains(
                            "account",
                            "recordingId",
                            "transcriptionId",
                            "status",
                            "latencySeconds",
                            "wordErrorRate",
                            "segments",
                            "processedAt");
            assertThat(event.path("data").path("wordErrorRate").isNull()).isTrue();
            JsonNode document = hub.client().get("/api/v1/transcripts/" + id).json();
            assertThat(document.path("transcriptionId"))
                    .isEqualTo(event.path("data").path("transcriptionId"));
            assertThat(search.documents())
                    .containsOnlyKeys(
                            "cxone-" + document.path("transcriptionId").asText());
            JsonNode settled = Eventually.value(
                            PATIENCE,
                            "the end of the deliveries",
                            () -> AuditFiles.of(dir).lines("DELIVERY_SETTLED"),
                            lines -> !lines.isEmpty())
                    .get(0);
            assertThat(settled.path("searchSyncSuccess").asBoolean()).isTrue();
            assertThat(settled.path("webhookSyncSuccess").asBoolean()).isTrue();
        }
    }

    @Test
    void a_receiver_that_was_down_gets_everything_soon_after_it_is_back() throws Exception {
        int port = receiver.port();
        receiver.close();
        try (TestHub hub = hub("0s,1s,3s,1h,1h")) {
            String first = hub.client().jobId("rec-down-1");
            String second = hub.client().jobId("rec-down-2");
            for (String id : new String[] {first, second}) {
                JsonNode waiting = Eventually.value(
                        PATIENCE, "three failed attempts", () -> hub.client().job(id), job -> job.path("reason")
                                .asText()
                                .contains("3 times"));
                assertThat(waiting.path("state").asText()).isEqualTo("COMPLETED");
                assertThat(waiting.path("deliveries").path("webhook").asText()).isEqualTo("PENDING");
                assertThat(waiting.path("deliveries").path("search").asText()).isEqualTo("DELIVERED");
                assertThat(waiting.path("nextAttemptAt").isNull()).isFalse();
            }
            receiver = new Receiver(port);
            String third = hub.client().jobId("rec-down-3");
            for (String id : new String[] {first, second, third}) {
                assertThat(hub.client().until(id, "DELIVERED").path("reason").isNull())
                        .isTrue();
            }
        }
    }

    @Test
    void the_id_stays_the_same_over_all_attempts_and_retries() throws Exception {
        receiver.answerWith(500, Map.of());
        try (TestHub hub = hub("0s,100ms,100ms")) {
            String id = hub.client().jobId("rec-same-id");
            JsonNode job = Eventually.value(
                    PATIENCE,
                    "a dead letter",
                    () -> hub.client().job(id),
                    found -> found.path("deliveries").path("webhook").asText().equals("DEAD"));
            assertThat(job.path("state").asText()).isEqualTo("COMPLETED");
            assertThat(job.path("reason").asText()).contains("webhook", "500");
            assertThat(job.path("nextAttemptAt").isNull()).isTrue();
            assertThat(receiver.received()).hasSize(3);
            receiver.answerWith(200, Map.of());
            assertThat(hub.client().retry(id).status()).isEqualTo(202);
            assertThat(hub.client().until(id, "DELIVERED").path("reason").isNull())
                    .isTrue();
            assertThat(receiver.received().stream()
                            .map(webhook -> webhook.headers().get("webhook-id")))
                    .hasSize(4)
                    .containsOnly(receiver.received().get(0).headers().get("webhook-id"));
            assertThat(hub.client().retry(id).status()).isEqualTo(409);
            assertThat(AuditFiles.of(dir).byJob("TRANSCRIPTION_COMPLETED")).containsEntry(id, 1L);
        }
    }

    @Test
    void gone_is_a_dead_letter_at_once() throws Exception {
        receiver.answerWith(410, Map.of());
        try (TestHub hub = hub("0s,1s,1s")) {
            String id = hub.client().jobId("rec-gone");
            Eventually.value(PATIENCE, "a dead letter", () -> hub.client().job(id), found -> found.path("deliveries")
                    .path("webhook")
                    .asText()
                    .equals("DEAD"));
            assertThat(receiver.received()).hasSize(1);
            assertThat(hub.client().job(id).path("reason").asText()).contains("410");
        }
    }

    @Test
    void a_redirect_is_a_failure() throws Exception {
        for (int status : new int[] {301, 302, 307, 308}) {
            receiver.answerWith(status, Map.of("Location", "/elsewhere"));
            try (TestHub hub = hub("0s,1h")) {
                String id = hub.client().jobId("rec-redirect-" + status);
                JsonNode job = Eventually.value(
                        PATIENCE, "a failed attempt", () -> hub.client().job(id), found -> found.path("reason")
                                .asText()
                                .contains("" + status));
                assertThat(job.path("deliveries").path("webhook").asText()).isEqualTo("PENDING");
            }
        }
        assertThat(receiver.received()).allMatch(webhook -> webhook.path().equals("/hook"));
    }

    @Test
    void the_retry_after_of_a_receiver_wins_over_the_schedule() throws Exception {
        receiver.answerWith(429, Map.of("Retry-After", "2"));
        try (TestHub hub = hub("0s,10ms,10ms,10ms")) {
            String id = hub.client().jobId("rec-throttled");
            Eventually.until(PATIENCE, "an attempt", () -> receiver.received().size() == 1);
            long first = System.nanoTime();
            receiver.answerWith(200, Map.of());
            hub.client().until(id, "DELIVERED");
            assertThat(Duration.ofNanos(System.nanoTime() - first)).isGreaterThan(Duration.ofMillis(1_500));
            assertThat(receiver.received()).hasSize(2);
        }
    }

    @Test
    void search_that_was_down_gets_everything_when_it_is_back() throws Exception {
        int port = search.port();
        search.close();
        try (TestHub hub = hub("0s,1s,1s,1s,1s,1s,1s,1s,1s,1s")) {
            String id = hub.client().jobId("rec-search-down");
            JsonNode job = Eventually.value(
                    PATIENCE, "a failed attempt", () -> hub.client().job(id), found -> found.path("reason")
                            .asText()
                            .contains("search"));
            assertThat(job.path("deliveries").path("webhook").asText()).isIn("DELIVERED", "PENDING");
            search = new BulkServer(port);
            hub.client().until(id, "DELIVERED");
            assertThat(search.documents()).hasSize(1);
        }
    }

    @Test
    void a_document_that_search_rejects_is_a_dead_letter_and_can_be_sent_again() throws Exception {
        search.answerItemsWith(400);
        try (TestHub hub = hub("0s,1s")) {
            String id = hub.client().jobId("rec-rejected");
            Eventually.value(PATIENCE, "a dead letter", () -> hub.client().job(id), found -> found.path("deliveries")
                    .path("search")
                    .asText()
                    .equals("DEAD"));
            JsonNode settled = Eventually.value(
                            PATIENCE,
                            "settled",
                            () -> AuditFiles.of(dir).lines("DELIVERY_SETTLED"),
                            lines -> lines.size() == 1)
                    .get(0);
            assertThat(settled.path("searchSyncSuccess").asBoolean(true)).isFalse();
            assertThat(settled.path("webhookSyncSuccess").asBoolean()).isTrue();
            search.answerItemsWith(201);
            hub.client().retry(id);
            hub.client().until(id, "DELIVERED");
        }
        assertThat(AuditFiles.of(dir).verification().intact()).isTrue();
    }
}
