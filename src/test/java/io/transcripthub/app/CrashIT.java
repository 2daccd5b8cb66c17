package io.transcripthub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.transcripthub.sandbox.Fault;
import io.transcripthub.sandbox.Faults;
import io.transcripthub.sandbox.Sandbox;
import io.transcripthub.sandbox.SandboxOptions;
import io.transcripthub.sandbox.SandboxStats;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub that is killed, or asked to end, with its hands full. */
class CrashIT {
    private static final int JOBS = 2_000;
    private static final int KILLS = 6;
    private static final Path ROUTES = Path.of("routes");

    @TempDir
    private Path dir;

    @Test
    void kill_9_loses_nothing_and_repeats_nothing() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
                BulkServer search = new BulkServer()) {
            Map<String, String> settings = settings(sandbox, search);
            long seed = System.nanoTime();
            Random random = new Random(seed);
            HubProcess hub = HubProcess.start(dir, ROUTES, settings);
            try {
                hub.client().submitAll(recordings("rec-crash-"));
                for (int i = 0; i < KILLS; i++) {
                    LockSupport.parkNanos(
                            Duration.ofMillis(100 + random.nextInt(2_000)).toNanos());
                    hub.kill();
                    hub = HubProcess.start(dir, ROUTES, settings);
                }
                hub.client().untilEnded(JOBS, Duration.ofMinutes(3));
                assertThat(hub.client().count(java.util.Set.of("DELIVERED"))).isEqualTo(JOBS);
                Eventually.until(
                        Duration.ofSeconds(30),
                        "the end of all deliveries",
                        () -> AuditFiles.of(dir).lines("DELIVERY_SETTLED").size() == JOBS);
                assertThat(hub.terminate(Duration.ofSeconds(20))).isLessThan(Duration.ofSeconds(20));
            } finally {
                System.err.println("seed " + seed + "\n" + hub.said());
                hub.close();
            }
            System.err.println(sandbox.stats());
            assertThat(search.documents()).as("documents, with seed " + seed).hasSize(JOBS);
            everyEventHasOneId(sandbox.stats());
            theChainTellsOfEachJobOnce();
            assertThat(sandbox.stats().duplicateSubmissions().size()).isLessThanOrEqualTo(KILLS * 200);
        }
    }

    private static void everyEventHasOneId(SandboxStats stats) {
        assertThat(stats.webhooks().distinct()).isEqualTo(JOBS);
        assertThat(stats.webhooks().eventsUnderSeveralIds()).isZero();
        assertThat(stats.webhooks().byType()).containsOnlyKeys("transcript.completed");
    }

    private void theChainTellsOfEachJobOnce() throws Exception {
        AuditFiles audit = AuditFiles.of(dir);
        assertThat(audit.verification().chains()).hasSize(1);
        assertThat(audit.verification().intact())
                .as(audit.verification().toString())
                .isTrue();
        Map<String, Long> completed = audit.byJob("TRANSCRIPTION_COMPLETED");
        assertThat(completed).hasSize(JOBS);
        assertThat(completed.values()).containsOnly(1L);
        assertThat(audit.byJob("DELIVERY_SETTLED").values()).hasSize(JOBS).containsOnly(1L);
    }

    @Test
    void sigterm_ends_the_hub_within_20_seconds_though_nobody_answers_it() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
                BulkServer search = new BulkServer();
                HubProcess hub = HubProcess.start(dir, ROUTES, settings(sandbox, search))) {
            hub.client().until(hub.client().jobId("rec-before"), "DELIVERED");
            search.hang();
            hub.client().until(hub.client().jobId("rec-search-hangs"), "COMPLETED");
            sandbox.use(Faults.parse("hang"));
            hub.client().post("/api/v1/analytics", "{\"from\":\"2026-03-01\",\"to\":\"2026-03-02\"}");
            hub.client().submitAll(recordings("rec-hang-"));
            Eventually.until(
                    Duration.ofSeconds(20),
                    "requests hang",
                    () -> sandbox.stats().faults("submit", Fault.HANG) >= 100
                            && sandbox.stats().faults("conversations", Fault.HANG) >= 1);
            assertThat(hub.terminate(Duration.ofSeconds(30))).isLessThan(Duration.ofSeconds(20));
            assertThat(hub.exitCode()).as(hub.said()).isZero();
        }
    }

    @Test
    void sigterm_under_load_leaves_nothing_half_done() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
                BulkServer search = new BulkServer()) {
            Map<String, String> settings = settings(sandbox, search);
            try (HubProcess hub = HubProcess.start(dir, ROUTES, settings)) {
                hub.client().submitAll(recordings("rec-term-"));
                Eventually.until(
                        Duration.ofSeconds(20),
                        "submissions",
                        () -> sandbox.stats().submissions() > 500);
                assertThat(hub.terminate(Duration.ofSeconds(30))).isLessThan(Duration.ofSeconds(20));
                assertThat(hub.said()).doesNotContain("ERROR");
            }
            assertThat(sandbox.stats().duplicateSubmissions()).isEmpty();
            try (HubProcess hub = HubProcess.start(dir, ROUTES, settings)) {
                List<JsonNode> jobs = hub.client().jobs("&state=SUBMITTED");
                assertThat(jobs).isNotNull();
                hub.client().untilEnded(JOBS, Duration.ofMinutes(2));
                assertThat(hub.client().count(java.util.Set.of("DELIVERED"))).isEqualTo(JOBS);
                Eventually.until(
                        Duration.ofSeconds(30),
                        "the end of all deliveries",
                        () -> AuditFiles.of(dir).lines("DELIVERY_SETTLED").size() == JOBS);
            }
            assertThat(sandbox.stats().duplicateSubmissions()).isEmpty();
            assertThat(sandbox.stats().webhooks().duplicates()).isZero();
            everyEventHasOneId(sandbox.stats());
            theChainTellsOfEachJobOnce();
        }
    }

    private Map<String, String> settings(Sandbox sandbox, BulkServer search) {
        return TestHub.settings(
                dir,
                sandbox,
                "search.hosts",
                search.url(),
                "cxone.analytics.base-url",
                sandbox.baseUrl().toString(),
                "webhook.url",
                sandbox.webhookUrl().toString(),
                "webhook.secret",
                TestHub.WEBHOOK_SECRET,
                "polling.initial-interval",
                "500ms",
                "polling.max-interval",
                "1s");
    }

    private static List<String> recordings(String prefix) {
        return IntStream.range(0, JOBS).mapToObj(i -> prefix + i).toList();
    }
}
