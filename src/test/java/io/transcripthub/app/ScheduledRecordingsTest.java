package io.transcripthub.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.transcripthub.sandbox.Faults;
import io.transcripthub.sandbox.Sandbox;
import io.transcripthub.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings that nobody hands in: the vendor is asked for them. */
class ScheduledRecordingsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LISTED = 23;

    @TempDir
    private Path dir;

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void all_pages_are_taken_in_at_start_and_a_restart_asks_from_the_watermark_on() throws Exception {
        try (TestHub hub = hub("0 0 0 1 1 ? 2099")) {
            Eventually.until(PATIENCE, "all pages", () -> hub.client().jobs("").size() >= LISTED);
            assertThat(hub.client().jobs("").get(0).path("externalId").asText()).startsWith("rec-listed-");
        }
        long asked = sandbox.stats().requests("list", 200);
        assertThat(asked).isGreaterThanOrEqualTo(3);
        try (TestHub hub = hub("0 0 0 1 1 ? 2099")) {
            int before = hub.client().jobs("").size();
            Eventually.until(PATIENCE, "one page", () -> sandbox.stats().requests("list", 200) == asked + 1);
            assertThat(hub.client().jobs("")).hasSizeLessThanOrEqualTo(before + 1);
        }
    }

    @Test
    void quartz_asks_again_and_again_and_what_failed_is_asked_for_later() throws Exception {
        sandbox.use(Faults.parse("503"));
        try (TestHub hub = hub("* * * * * ?")) {
            Eventually.until(PATIENCE, "refusals", () -> sandbox.stats().requests("list", 503) >= 2);
            assertThat(hub.client().jobs("")).isEmpty();
            sandbox.use(Faults.NONE);
            Eventually.until(PATIENCE, "all pages", () -> hub.client().jobs("").size() >= LISTED);
        }
    }

    @Test
    void without_the_key_nobody_is_asked() throws Exception {
        try (TestHub hub = TestHub.start(dir, sandbox)) {
            hub.client().until(hub.client().jobId("rec-other-1"), "COMPLETED");
            assertThat(sandbox.stats().requests("list", 200)).isZero();
        }
    }

    private TestHub hub(String cron) throws Exception {
        return TestHub.start(dir, sandbox, "cxone.recordings.sync", "true", "cxone.recordings.sync.cron", cron);
    }
}
