package io.transcripthub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.transcripthub.app.FatalVendor.Fate;
import io.transcripthub.sandbox.Sandbox;
import io.transcripthub.sandbox.SandboxOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An apply that is killed at work on a speech engine. */
class EnginesCrashIT {
    /** All requests of an apply that change something, in their order. */
    private static final List<String> STEPS = List.of(
            "POST /api/v2/speech/engines",
            "PATCH /api/v2/speech/engines/",
            "POST /api/v2/webhooks",
            "POST /api/v2/audit/logs");

    private static final Path FILE = Path.of("examples", "engine.yaml").toAbsolutePath();

    @TempDir
    private Path dir;

    @ParameterizedTest
    @EnumSource
    void an_apply_that_breaks_off_at_each_step_goes_on_there_and_makes_nothing_twice(Fate fate) throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
                Receiver receiver = new Receiver();
                FatalVendor vendor = new FatalVendor(sandbox.baseUrl())) {
            Map<String, String> settings = TestHub.settings(
                    dir, sandbox, "cxone.speech.base-url", vendor.url(), "webhook.url", receiver.url());
            settings.put("hub.http.port", "9");
            for (String step : STEPS) {
                vendor.prepare(step, fate);
                assertThat(fate == Fate.ANSWER_LOST ? engines("apply", settings) : killed(settings, vendor))
                        .as(step)
                        .isNotZero();
                assertThat(vendor.hasMet()).as(step).isTrue();
            }
            assertThat(engines("apply", settings)).isZero();
            assertThat(engines("plan", settings)).isZero();
            assertThat(sandbox.speechEngines()).hasSize(2);
            assertThat(sandbox.stats().duplicateSubmissions()).isEmpty();

            settings.put("hub.http.port", "0");
            try (TestHub hub = TestHub.start(dir, sandbox, flat(settings))) {
                assertThat(hub.client().summary().path("states")).isEmpty();
                Eventually.until(
                        Duration.ofSeconds(30),
                        "event and audit line",
                        () -> !receiver.received().isEmpty()
                                && !AuditFiles.of(dir).lines("ENGINE_CHANGED").isEmpty());
            }
            assertThat(receiver.received()).hasSize(1);
            assertThat(AuditFiles.of(dir).lines("ENGINE_CHANGED")).hasSize(1);
        }
    }

    @Test
    void a_hub_that_dies_in_an_apply_goes_on_with_it_when_it_is_asked_again() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
                FatalVendor vendor = new FatalVendor(sandbox.baseUrl())) {
            Map<String, String> settings = TestHub.settings(dir, sandbox, "cxone.speech.base-url", vendor.url());
            for (String step : List.of(STEPS.get(0), STEPS.get(2))) {
                vendor.prepare(step, Fate.KILLED_AFTER);
                try (HubProcess hub = HubProcess.start(dir, Path.of("routes"), settings)) {
                    vendor.threaten(hub.process());
                    assertThat(posted(hub)).as("the hub dies before it answers").isCompletedExceptionally();
                }
                assertThat(vendor.hasMet()).isTrue();
            }
            try (HubProcess hub = HubProcess.start(dir, Path.of("routes"), settings)) {
                JsonNode lines = post(hub).json().path("lines");
                assertThat(lines)
                        .extracting(JsonNode::asText)
                        .contains("found at the vendor: webhook quality desk as wh_1");
                assertThat(post(hub).json().path("lines")).isEmpty();
            }
            assertThat(sandbox.speechEngines()).hasSize(2);
            assertThat(sandbox.stats().duplicateSubmissions()).isEmpty();
        }
    }

    private static String[] flat(Map<String, String> settings) {
        return settings.entrySet().stream()
                .flatMap(setting -> Stream.of(setting.getKey(), setting.getValue()))
                .toArray(String[]::new);
    }

    /** As a user calls it when no hub runs. */
    private int engines(String action, Map<String, String> settings) throws Exception {
        return CommandRun.of(arguments(action, settings)).exit();
    }

    /** The same in a process of its own, which the vendor kills. */
    private int killed(Map<String, String> settings, FatalVendor vendor) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.transcripthub.Hub"));
        command.addAll(arguments("apply", settings));
        Path said = Files.createTempFile(dir, "engines-", ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            vendor.threaten(process);
            assertThat(process.waitFor(1, TimeUnit.MINUTES))
                    .as(Files.readString(said))
                    .isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private List<String> arguments(String action, Map<String, String> settings) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "engines",
                action,
                FILE.toString(),
                "--config=" + Files.writeString(dir.resolve("none.properties"), "")));
        settings.forEach((key, value) -> arguments.addAll(List.of("--set", key + "=" + value)));
        return arguments;
    }

    private static CompletableFuture<HubClient.Reply> posted(HubProcess hub) {
        CompletableFuture<HubClient.Reply> reply = new CompletableFuture<>();
        try {
            reply.complete(post(hub));
        } catch (Exception died) {
            reply.completeExceptionally(died);
        }
        return reply;
    }

    private static HubClient.Reply post(HubProcess hub) throws Exception {
        return hub.client().post("/api/v1/engines/apply", Files.readString(FILE));
    }
}
