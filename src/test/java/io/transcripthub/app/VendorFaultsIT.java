package io.transcripthub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.transcripthub.sandbox.Faults;
import io.transcripthub.sandbox.Sandbox;
import io.transcripthub.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A vendor that misbehaves in every way it can. */
class VendorFaultsIT {
    private static final int JOBS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path dir;

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
    private BulkServer search;

    @BeforeEach
    void start() throws Exception {
        search = new BulkServer();
    }

    @AfterEach
    void close() {
        search.close();
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "503=0.1",
                "429=0.1,retry-after=1s",
                "429=0.3,retry-after=2s",
                "truncate=0.1",
                "drop=0.1",
                "503=0.1,429=0.1,retry-after=1s,truncate=0.05,drop=0.05"
            })
    void every_job_ends_well_and_no_request_comes_before_its_retry_after(String faults) throws Exception {
        sandbox.use(Faults.parse(faults));
        try (TestHub hub = hub()) {
            hub.client().submitAll(recordings());
            hub.client().untilEnded(JOBS, PATIENCE);
            assertThat(hub.client().summary().path("states").path("DELIVERED").asInt())
                    .as(String.valueOf(hub.client().summary()))
                    .isEqualTo(JOBS);
        }
        assertThat(sandbox.stats().requestsBeforeRetryAfter()).isZero();
    }

    @Test
    void revoked_tokens_are_replaced() throws Exception {
        try (TestHub hub = hub()) {
            hub.client().submitAll(recordings());
            Eventually.until(PATIENCE, "answers", () -> sandbox.stats().requests("poll", 200) >= 60);
            sandbox.revokeTokens();
            hub.client().untilEnded(JOBS, PATIENCE);
            assertThat(hub.client().jobs("&state=FAILED")).isEmpty();
            assertThat(sandbox.stats().tokensIssued()).isEqualTo(2);
        }
    }

    @Test
    void a_thousand_cold_jobs_ask_for_one_token() throws Exception {
        try (TestHub hub = hub()) {
            hub.client()
                    .submitAll(IntStream.range(0, 1_000)
                            .mapToObj(i -> "rec-cold-" + i)
                            .toList());
            hub.client().untilEnded(1_000, PATIENCE);
        }
        assertThat(sandbox.stats().tokensIssued()).isEqualTo(1);
    }

    @Test
    void a_token_endpoint_that_is_away_is_not_stormed() throws Exception {
        sandbox.use(Faults.parse("token-503"));
        try (TestHub hub = hub()) {
            hub.client().submitAll(recordings());
            Eventually.until(PATIENCE, "token requests", () -> sandbox.stats().requests("token", 503) >= 3);
            JsonNode waiting = hub.client().jobs("").get(0);
            assertThat(waiting.path("state").asText()).isEqualTo("QUEUED");
            assertThat(waiting.path("attempts").asInt()).isZero();
            Eventually.value(
                    PATIENCE,
                    "a reason",
                    () -> hub.client().jobs("").get(0).path("reason").asText(),
                    reason -> reason.contains("token") || reason.contains("languages"));
            assertThat(sandbox.stats().requests("token", 503)).isLessThan(20);
            sandbox.use(Faults.NONE);
            hub.client().untilEnded(JOBS, PATIENCE);
            assertThat(hub.client().jobs("&state=DELIVERED")).hasSize(JOBS);
        }
    }

    @Test
    void a_vendor_that_never_answers_lets_every_job_end() throws Exception {
        Path impatient = TestHub.impatientRoutes(dir, 300);
        try (TestHub hub = TestHub.start(dir, sandbox, impatient, overrides())) {
            hub.client().until(hub.client().jobId("rec-before"), "DELIVERED");
            sandbox.use(Faults.parse("hang"));
            hub.client().submitAll(List.of("rec-hang-1", "rec-hang-2", "rec-hang-3"));
            hub.client().untilEnded(4, PATIENCE);
            JsonNode dead = hub.client().jobs("&state=DEAD").get(0);
            assertThat(dead.path("reason").asText()).contains("no answer");
            assertThat(dead.path("attempts").asInt()).isPositive();
            sandbox.use(Faults.NONE);
            String id = dead.path("jobId").asText();
            assertThat(hub.client().retry(id).status()).isEqualTo(202);
            hub.client().until(id, "DELIVERED");
        }
    }

    @Test
    void some_requests_that_hang_do_not_end_a_job() throws Exception {
        Path impatient = TestHub.impatientRoutes(dir, 300);
        sandbox.use(Faults.parse("hang=0.1,seed=7"));
        try (TestHub hub = TestHub.start(dir, sandbox, impatient, overrides())) {
            hub.client().submitAll(recordings());
            hub.client().untilEnded(JOBS, PATIENCE);
            assertThat(hub.client().jobs("&state=DELIVERED")).hasSize(JOBS);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rec-fail-1|The audio could not be decoded: no speech energy in any channel.",
                "rec-cancel-1|The job was cancelled by an administrator.",
                "rec-nomessage-1|failed without a message",
                "rec-forbidden-1|The client may not read recording rec-forbidden-1.",
                "rec-missing-1|There is no recording rec-missing-1."
            })
    void a_refusal_is_told_in_the_vendors_words(String recordingId, String words) throws Exception {
        try (TestHub hub =
                hub("webhook.url", sandbox.webhookUrl().toString(), "webhook.secret", TestHub.WEBHOOK_SECRET)) {
            String id = hub.client().jobId(recordingId);
            JsonNode job = hub.client().until(id, "FAILED");
            assertThat(job.path("reason").asText()).contains(words);
            assertThat(job.path("attempts").asInt()).isPositive();
            Eventually.until(
                    PATIENCE,
                    "the event",
                    () -> sandbox.stats().webhooks().byType().containsKey("transcript.failed"));
            JsonNode event = HubClient.JSON.readTree(sandbox.webhooks().get(0).body());
            assertThat(event.path("data").path("status").asText()).isEqualTo("FAILED");
            assertThat(event.path("data").path("reason").asText()).contains(words);
            assertThat(event.path("data").path("recordingId").asText()).isEqualTo(recordingId);
            assertThat(event.path("data").path("account").asText()).isEqualTo("cxone");
            assertThat(event.path("data").has("transcriptionId")).isTrue();
            long before = sandbox.stats().submissions();
            assertThat(hub.client().retry(id).status()).isEqualTo(202);
            Eventually.until(
                    PATIENCE,
                    "another event",
                    () -> sandbox.stats().webhooks().byType().get("transcript.failed") == 2);
            hub.client().until(id, "FAILED");
            boolean accepted = before > 0;
            assertThat(sandbox.stats().submissions()).isEqualTo(accepted ? before + 1 : 0);
            Eventually.until(
                    PATIENCE,
                    "both runs in the audit log",
                    () -> AuditFiles.of(dir).lines("TRANSCRIPTION_FAILED").size() == 2);
        }
        assertThat(AuditFiles.of(dir).verification().intact()).isTrue();
    }

    @Test
    void a_job_past_its_deadline_is_dead_and_polls_on_when_retried() throws Exception {
        try (TestHub hub = hub("polling.deadline", "1s")) {
            String id = hub.client().jobId("rec-stuck-1");
            JsonNode dead = hub.client().until(id, "DEAD");
            assertThat(dead.path("reason").asText()).contains("1s");
            assertThat(hub.client().retry(id).json().path("state").asText()).isEqualTo("SUBMITTED");
            JsonNode again = hub.client().until(id, "DEAD");
            assertThat(again.path("vendorId")).isEqualTo(dead.path("vendorId"));
            assertThat(again.path("attempts").asInt())
                    .isGreaterThan(dead.path("attempts").asInt());
        }
        assertThat(sandbox.stats().submissions()).isEqualTo(1);
    }

    @Test
    void a_language_that_nobody_could_check_at_intake_fails_before_submission() throws Exception {
        sandbox.use(Faults.parse("503"));
        try (TestHub hub = hub()) {
            HubClient.Reply reply = hub.client()
                    .submitBody("{\"account\":\"cxone\",\"recordingId\":\"rec-klingon\",\"languageCode\":\"tlh\"}");
            assertThat(reply.status()).isEqualTo(202);
            sandbox.use(Faults.NONE);
            JsonNode job = hub.client().until(reply.json().path("jobId").asText(), "FAILED");
            assertThat(job.path("reason").asText()).contains("languageCode", "tlh");
            assertThat(job.path("attempts").asInt()).isLessThanOrEqualTo(1);
        }
        assertThat(sandbox.stats().requests("submit", 400)).isZero();
    }

    @Test
    void a_large_batch_is_taken_quickly_though_the_vendor_hangs() throws Exception {
        sandbox.use(Faults.parse("hang"));
        try (TestHub hub = hub()) {
            long begin = System.nanoTime();
            hub.client().submitAll(recordings());
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(8));
        }
    }

    private TestHub hub(String... more) throws Exception {
        return TestHub.start(dir, sandbox, overrides(more));
    }

    private String[] overrides(String... more) {
        String[] overrides = java.util.Arrays.copyOf(more, more.length + 2);
        overrides[more.length] = "search.hosts";
        overrides[more.length + 1] = search.url();
        return overrides;
    }

    private static List<String> recordings() {
        return IntStream.range(0, JOBS).mapToObj(i -> "rec-faulty-" + i).toList();
    }
}
