package io.transcripthub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.transcripthub.sandbox.Call;
import io.transcripthub.sandbox.Calls;
import io.transcripthub.sandbox.Sandbox;
import io.transcripthub.sandbox.SandboxOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What callers said that nobody may keep is nowhere, whatever became of the calls. */
class LeakIT {
    @TempDir
    private Path dir;

    @Test
    void no_secret_of_any_call_reaches_disk_log_search_or_webhook() throws Exception {
        List<Call.Secret> secrets =
                Calls.all().stream().flatMap(call -> call.secrets().stream()).toList();
        assertThat(secrets).hasSizeGreaterThan(20);
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
                BulkServer search = new BulkServer();
                Receiver receiver = new Receiver()) {
            Map<String, String> settings = TestHub.settings(
                    dir,
                    sandbox,
                    "search.hosts",
                    search.url(),
                    "webhook.url",
                    receiver.url(),
                    "delivery.retry-schedule",
                    "0s,500ms,500ms");
            try (HubProcess hub = HubProcess.start(dir, Path.of("routes"), settings)) {
                for (Call call : Calls.all()) {
                    assertThat(hub.client().submitBody(request(call)).status()).isEqualTo(202);
                }
                receiver.answerWith(500, Map.of());
                for (Call.Secret secret : secrets) {
                    hub.client().submitBody("{\"referenceText\":\"" + secret.value() + "\",");
                    hub.client().submitLines("{\"x\":\"" + secret.value() + "\"}\n" + secret.value());
                }
                Eventually.until(
                        Duration.ofSeconds(60),
                        "all delivered to search",
                        () -> search.documents().size() == Calls.all().size());
                Eventually.until(
                        Duration.ofSeconds(60),
                        "all webhooks",
                        () -> receiver.received().stream()
                                        .map(webhook -> webhook.headers().get("webhook-id"))
                                        .distinct()
                                        .count()
                                == Calls.all().size());
                hub.terminate(Duration.ofSeconds(20));
            }
            for (Call.Secret secret : secrets) {
                String value = secret.value();
                assertThat(search.documents().values()).as(secret.type()).noneMatch(text -> text.contains(value));
                assertThat(receiver.received())
                        .as(secret.type())
                        .noneMatch(webhook -> new String(webhook.body(), StandardCharsets.UTF_8).contains(value));
            }
            assertNowhereOnDisk(secrets);
        }
    }

    /** The data folder with ledger and audit, what the hub said, and whatever else it may have left in its folder. */
    private void assertNowhereOnDisk(List<Call.Secret> secrets) throws Exception {
        for (Path file : TestHub.files(dir)) {
            byte[] bytes = Files.readAllBytes(file);
            String eight = new String(bytes, StandardCharsets.ISO_8859_1);
            for (Call.Secret secret : secrets) {
                String utf8 = new String(secret.value().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
                String utf16 =
                        new String(secret.value().getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
                assertThat(eight.contains(utf8) || eight.contains(utf16))
                        .as(secret.type() + " in " + dir.relativize(file))
                        .isFalse();
            }
        }
    }

    private static String request(Call call) {
        ObjectNode request = HubClient.JSON
                .createObjectNode()
                .put("account", "cxone")
                .put("recordingId", "rec-" + call.name() + "-1")
                .put("languageCode", call.language())
                .put("referenceText", call.reference() == null ? call.text() : call.reference() + " " + call.text());
        return request.toString();
    }
}
