package io.transcripthub.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.transcripthub.sandbox.Faults;
import io.transcripthub.sandbox.Sandbox;
import io.transcripthub.sandbox.SandboxOptions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job on the ledger of several nodes. */
class PostgresIT {
    @TempDir
    private Path dir;

    @Test
    void two_hubs_share_the_work_on_one_ledger() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withFaults(Faults.parse("503=0.05")));
                BulkServer search = new BulkServer();
                TestHub one = hub(postgres, sandbox, search, "one");
                TestHub two = hub(postgres, sandbox, search, "two")) {
            for (String text : new String[] {"\\u0000", "\\ud800", "plain"}) {
                HubClient.Reply reply = one.client()
                        .submitBody("{\"account\":\"cxone\",\"recordingId\":\"rec-text-" + (text.hashCode() & 0xFFFF)
                                + "\",\"referenceText\":\"hello " + text + "\"}");
                assertThat(reply.status()).as(text + reply.raw().body()).isEqualTo(202);
            }
            one.client()
                    .submitAll(
                            IntStream.range(0, 300).mapToObj(i -> "rec-pg-" + i).toList());
            two.client().untilEnded(303, Duration.ofSeconds(90));
            assertThat(two.client().jobs("&state=DELIVERED")).hasSize(303);
            assertThat(search.documents()).hasSize(303);
            assertThat(sandbox.stats().duplicateSubmissions()).isEmpty();
            assertThat(sandbox.stats().webhooks().distinct()).isEqualTo(303);
            assertThat(sandbox.stats().webhooks().duplicates()).isZero();
        }
        AuditFiles audit = AuditFiles.of(dir);
        assertThat(audit.verification().intact()).isTrue();
        assertThat(audit.verification().chains()).hasSize(2);
        assertThat(audit.byJob("TRANSCRIPTION_COMPLETED").values()).hasSize(303).containsOnly(1L);
    }

    private TestHub hub(EmbeddedPostgres postgres, Sandbox sandbox, BulkServer search, String node) throws Exception {
        return TestHub.start(
                dir,
                sandbox,
                "hub.node",
                node,
                "hub.db.url",
                postgres.getJdbcUrl("postgres", "postgres"),
                "search.hosts",
                search.url(),
                "webhook.url",
                sandbox.webhookUrl().toString(),
                "webhook.secret",
                TestHub.WEBHOOK_SECRET);
    }
}
