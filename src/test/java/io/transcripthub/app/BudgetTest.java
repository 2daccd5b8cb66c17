package io.transcripthub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.transcripthub.sandbox.Faults;
import io.transcripthub.sandbox.Sandbox;
import io.transcripthub.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An account whose vendor may not be asked as often as there are jobs. */
class BudgetTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path dir;

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void requests_keep_to_the_budget_and_a_live_one_comes_before_bulk() throws Exception {
        try (BulkServer search = new BulkServer();
                TestHub hub = TestHub.start(dir, sandbox, "search.hosts", search.url(), "cxone.budget", "20/1s")) {
            long begin = System.nanoTime();
            hub.client()
                    .submitAll(IntStream.range(0, 40)
                            .mapToObj(i -> "rec-bulk-" + i)
                            .toList());
            String live = hub.client().jobId("rec-live-1");
            hub.client().until(live, "DELIVERED");
            JsonNode summary = hub.client().summary();
            assertThat(summary.path("states").path("DELIVERED").asInt())
                    .as(summary.toString())
                    .isLessThan(20);
            hub.client().untilEnded(41, PATIENCE);
            double seconds = (System.nanoTime() - begin) / 1e9;
            long requests =
                    sandbox.stats().requests("submit", 202) + sandbox.stats().requests("poll", 200);
            assertThat(requests).isGreaterThan(41 * 2);
            assertThat((double) requests).isLessThanOrEqualTo(20 * (1 + Math.ceil(seconds)));
        }
    }

    @Test
    void a_429_pauses_the_whole_account() throws Exception {
        try (TestHub hub = TestHub.start(dir, sandbox)) {
            hub.client().until(hub.client().jobId("rec-before"), "COMPLETED");
            sandbox.use(Faults.parse("429=1,retry-after=2s"));
            String first = hub.client().jobId("rec-busy-1");
            Eventually.until(PATIENCE, "a 429", () -> sandbox.stats().requests("submit", 429) == 1);
            Eventually.value(PATIENCE, "its reason", () -> hub.client().job(first), job -> job.path("reason")
                    .asText()
                    .startsWith("429"));
            sandbox.use(Faults.NONE);
            long begin = System.nanoTime();
            String second = hub.client().jobId("rec-busy-2");
            hub.client().until(second, "SUBMITTED");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofSeconds(1));
        }
        assertThat(sandbox.stats().requestsBeforeRetryAfter()).isZero();
    }
}
