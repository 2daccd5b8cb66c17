package io.transcripthub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.transcripthub.sandbox.Faults;
import io.transcripthub.sandbox.Sandbox;
import io.transcripthub.sandbox.SandboxOptions;
import io.transcripthub.sandbox.SandboxStats;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub that is killed with many chats on their way. */
class ChatsCrashIT {
    private static final int CHATS = 400;
    private static final int KILLS = 3;

    /** As many as the route injects at once. */
    private static final int UNDER_WAY = 20;

    @TempDir
    private Path dir;

    @Test
    void kill_9_loses_no_chat_and_what_may_be_there_twice_is_told() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
            sandbox.use(Faults.parse("slow=150ms,lost-answer=0.02"));
            Map<String, String> settings = TestHub.settings(
                    dir,
                    sandbox,
                    "webhook.url",
                    sandbox.webhookUrl().toString(),
                    "webhook.secret",
                    TestHub.WEBHOOK_SECRET);
            long seed = System.nanoTime();
            Random random = new Random(seed);
            HubProcess hub = HubProcess.start(dir, Path.of("routes"), settings);
            try {
                for (int i = 0; i < CHATS; i++) {
                    String chat = ChatsTest.chat("ext_" + i, "nobody else may read this");
                    assertThat(hub.client().post("/api/v1/chats", chat).status())
                            .isEqualTo(202);
                }
                for (int i = 0; i < KILLS; i++) {
                    hub.kill();
                    hub = HubProcess.start(dir, Path.of("routes"), settings);
                    LockSupport.parkNanos(Duration.ofMillis(random.nextInt(700)).toNanos());
                }
                hub.client().untilEnded(CHATS, Duration.ofMinutes(2));
                List<JsonNode> jobs = hub.client().jobs("&state=DELIVERED");
                assertThat(jobs).hasSize(CHATS);
                eachIsThereOnceOrToldOf(jobs, sandbox.stats(), "with seed " + seed);
                Eventually.until(
                        Duration.ofSeconds(30),
                        "all audit lines",
                        () -> AuditFiles.of(dir).lines("CHAT_INJECTED").size() == CHATS);
                hub.terminate(Duration.ofSeconds(20));
            } finally {
                System.err.println("seed " + seed + "\n" + hub.said());
                hub.close();
            }
            assertThat(AuditFiles.of(dir).verification().intact()).isTrue();
            assertThat(AuditFiles.of(dir).byJob("CHAT_INJECTED").values()).containsOnly(1L);
            assertThat(sandbox.stats().webhooks().eventsUnderSeveralIds()).isZero();
            assertThat(sandbox.stats().webhooks().byType()).containsExactly(Map.entry("chat.injected", (long) CHATS));
        }
    }

    private static void eachIsThereOnceOrToldOf(List<JsonNode> jobs, SandboxStats stats, String seed) {
        Set<String> told = new HashSet<>();
        for (JsonNode job : jobs) {
            if (job.hasNonNull("reason")) {
                assertThat(job.path("reason").asText())
                        .matches("an answer was lost at 20\\S+, so the vendor may have the chat twice");
                told.add(job.path("externalId").asText());
            }
        }
        Map<String, Integer> doubles = stats.duplicateSubmissions();
        long again = doubles.values().stream().mapToLong(times -> times - 1).sum();
        assertThat(stats.submissions() - again).as(seed).isEqualTo(CHATS);
        assertThat(told).as(seed).containsAll(doubles.keySet());
        long lost = stats.faults("chat", io.transcripthub.sandbox.Fault.LOST_ANSWER);
        assertThat(told).as(seed).hasSizeLessThanOrEqualTo((int) lost + KILLS * UNDER_WAY);
    }
}
