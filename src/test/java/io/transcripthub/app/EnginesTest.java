package io.transcripthub.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.transcripthub.audit.CanonicalJson;
import io.transcripthub.sandbox.Faults;
import io.transcripthub.sandbox.Sandbox;
import io.transcripthub.sandbox.SandboxOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ./hub engines} as a user calls it, with a hub that runs and without one. */
class EnginesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TOKEN = "replace-me";

    @TempDir
    private Path dir;

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());

    @AfterEach
    void close() {
        sandbox.close();
    }

    /** How a command ended, and what it said. */
    private record Ran(int exit, List<String> out, String err) {}

    @Test
    void what_a_plan_shows_is_there_after_an_apply_and_a_second_apply_changes_nothing() throws Exception {
        Path file = file("1.0.0");
        Ran plan = alone("plan", file);
        assertThat(plan.exit()).isEqualTo(3);
        assertThat(plan.out())
                .allMatch(line -> line.startsWith("+ "))
                .contains("+ version: \"1.0.0\"", "+ webhooks[quality desk].headers.X-QA-Signature: ********")
                .noneMatch(line -> line.contains(TOKEN));
        assertThat(alone("apply", file).out()).first().isEqualTo("created: version 1.0.0 as eng_1");
        assertThat(alone("plan", file)).isEqualTo(new Ran(0, List.of(), "nothing to do"));
        assertThat(alone("apply", file)).isEqualTo(new Ran(0, List.of(), "nothing to do"));
        assertThat(sandbox.speechEngines()).hasSize(2);
        assertThat(sandbox.auditEntries()).hasSize(1);
    }

    @Test
    void the_vendor_gets_what_the_file_says_and_the_hash_of_what_made_the_engine() throws Exception {
        try (TutorialVendor vendor = new TutorialVendor()) {
            Ran applied = run("apply", file("1.0.0"), "cxone.speech.base-url=" + vendor.url());
            assertThat(applied.exit()).as(applied.err()).isZero();
            JsonNode creation = vendor.bodies("POST /api/v2/speech/engines").get(0);
            assertThat(creation.path("trafficSplit").asInt()).isEqualTo(10);
            assertThat(creation.path("abTestingEnabled").asBoolean()).isTrue();
            assertThat(creation.path("acousticFeatureExtraction").asText()).isEqualTo("high_decibel");
            assertThat(creation.path("grammarConstraints").get(0).path("type").asText())
                    .isEqualTo("json");
            JsonNode audio =
                    vendor.bodies("PATCH /api/v2/speech/engines/se%2F1").get(0);
            assertThat(audio.at("/audioProcessingOptions/noiseSuppression/noiseFloorDb")
                            .asInt())
                    .isEqualTo(-45);
            JsonNode webhook = vendor.bodies("POST /api/v2/webhooks").get(0);
            assertThat(webhook.at("/filter/speechEngineIds/0").asText()).isEqualTo("se/1");
            assertThat(webhook.at("/headers/X-QA-Signature").asText()).isEqualTo(TOKEN);
            assertThat(vendor.bodies("POST /api/v2/audit/logs")
                            .get(0)
                            .path("payloadHash")
                            .asText())
                    .isEqualTo(sha256(CanonicalJson.of(HubClient.JSON.convertValue(creation, Map.class))));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "lost-answer, no answer from the vendor: connection lost",
        "504, 'no answer from the vendor, but one from a gateway: 504 Gateway Timeout'"
    })
    void an_apply_that_broke_off_is_gone_on_with_and_nothing_is_made_twice(String fault, String words)
            throws Exception {
        Path file = file("1.0.0");
        sandbox.use(Faults.parse(fault));
        Ran lost = alone("apply", file);
        assertThat(lost.exit()).isEqualTo(1);
        assertThat(lost.err()).contains(words, "it may have been done all the same");
        assertThat(sandbox.speechEngines()).hasSize(1);
        assertThat(alone("apply", file).out()).containsExactly("found at the vendor: version 1.0.0 as eng_1");
        sandbox.use(Faults.NONE);
        assertThat(alone("apply", file).exit()).isZero();
        assertThat(sandbox.speechEngines()).hasSize(2);
        assertThat(sandbox.stats().duplicateSubmissions()).isEmpty();
        assertThat(alone("plan", file).exit()).isZero();
    }

    @Test
    void where_the_vendor_lists_nothing_an_operator_decides_about_a_lost_answer() throws Exception {
        Path file = file("1.0.0");
        try (TutorialVendor vendor = new TutorialVendor()) {
            String url = "cxone.speech.base-url=" + vendor.url();
            vendor.lose("POST /api/v2/speech/engines");
            assertThat(run("apply", file, url).exit()).isEqualTo(1);
            vendor.lose("POST /api/v2/webhooks");
            assertThat(run("apply", file, url).err()).contains("step 'create'", "--lost ID");
            assertThat(run("apply", file, url, "--lost", "se/1").exit()).isEqualTo(1);
            vendor.lose("");
            assertThat(run("apply", file, url).err()).contains("step 'webhook quality desk'");
            assertThat(run("apply", file, url, "--lost", "again").exit()).isZero();
            assertThat(vendor.bodies("POST /api/v2/speech/engines")).hasSize(1);
            assertThat(vendor.bodies("POST /api/v2/webhooks")).hasSize(2);
        }
    }

    @Test
    void a_page_that_is_too_large_is_asked_for_again_half_as_large() throws Exception {
        sandbox.use(Faults.parse("429-large-page"));
        assertThat(alone("plan", file("1.0.0")).exit()).isEqualTo(3);
        assertThat(sandbox.stats().requests("speech", 429)).isEqualTo(4);
    }

    @Test
    void a_403_is_told_as_licence_or_permission_in_the_vendors_words() throws Exception {
        sandbox.use(Faults.parse("403"));
        Ran refused = alone("plan", file("1.0.0"));
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err())
                .contains("licence or a permission: 403 Forbidden: The organization's licence has no speech engines.");
    }

    @Test
    void what_the_vendor_does_not_offer_is_named_with_file_and_line() throws Exception {
        Path file = file("1.0.0");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("us-en-acoustic-model-v4", "us-en-acoustic-model-v5")
                        .replace("us-en-language-profile", "profile-1"));
        Ran refused = alone("plan", file);
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err())
                .isEqualTo(file + ":6: acousticModelId: expected one of the 47 that the vendor lists, found"
                        + " 'us-en-acoustic-model-v5'; did you mean 'us-en-acoustic-model-v3'?");
        Files.writeString(file, Files.readString(file).replace("-model-v5", "-model-v3"));
        assertThat(alone("plan", file).err().lines())
                .containsExactly(
                        file
                                + ":7: languageProfileId: expected a profile of the model's locale, en-US, found 'profile-1'"
                                + " of de-DE",
                        file + ":25: acousticFeatureExtraction.mode: expected standard, as the model's tier standard"
                                + " allows, found high_decibel");
    }

    @Test
    void a_file_that_is_wrong_is_refused_before_the_vendor_is_asked() throws Exception {
        Path file = file("1.0.0");
        Files.writeString(file, Files.readString(file).replace("trafficSplit: 10", "trafficSplit: 110"));
        assertThat(alone("apply", file))
                .isEqualTo(new Ran(
                        1, List.of(), file + ":8: trafficSplit: expected a whole number from 0 to 100, found 110"));
        assertThat(sandbox.stats().tokensIssued()).isZero();
    }

    @Test
    void a_changed_file_of_the_same_version_changes_only_what_it_says() throws Exception {
        Path file = file("1.0.0");
        alone("apply", file);
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("noiseFloorDb: -45", "noiseFloorDb: -50")
                        .replace(TOKEN, "another")
                        .replace("trafficSplit: 10", "trafficSplit: 20"));
        assertThat(alone("plan", file).out())
                .containsExactly(
                        "~ noiseSuppression.noiseFloorDb: -45 -> -50",
                        "~ trafficSplit: 10 -> 20",
                        "~ webhooks[quality desk].headers.X-QA-Signature: ******** -> ********");
        assertThat(alone("apply", file).out())
                .startsWith("done: audio", "done: split", "done: webhook quality desk", "done: audit");
        assertThat(sandbox.speechEngines()).hasSize(2);
        assertThat(sandbox.speechEngines().get(0)).containsEntry("trafficSplit", 20);
        Files.writeString(file, Files.readString(file).replaceAll("(?s)webhooks:.*promotion:", "promotion:"));
        assertThat(alone("apply", file).out()).contains("removed: webhook quality desk");
        assertThat(sandbox.speechEngines()).hasSize(1);
    }

    @Test
    void a_version_is_promoted_only_while_it_holds_and_each_move_is_told() throws Exception {
        Path old = file("1.0.0");
        Path next = file("1.1.0");
        try (Receiver receiver = new Receiver();
                TestHub hub = TestHub.start(
                        dir,
                        sandbox,
                        "cxone.speech.base-url",
                        sandbox.baseUrl().toString(),
                        "webhook.url",
                        receiver.url())) {
            String url = "--hub=http://127.0.0.1:" + hub.port();
            sandbox.recognise("1.0.0", 0.09, 5_000L, 1);
            sandbox.recognise("1.1.0", 0.05, 400L, 1);
            assertThat(command("apply", old, url).exit()).isZero();
            assertThat(command("apply", next, url).exit()).isZero();
            assertThat(command("promote", next, url).err())
                    .contains("expected at least 500 recognitions (minSamples), found 400");
            sandbox.recognise("1.1.0", 0.05, 4_000L, 1);
            assertThat(command("status", next, url).out()).last().asString().startsWith("verdict: better");
            assertThat(command("promote", next, url).out()).last().isEqualTo("promoted: traffic split 10 -> 25");
            assertThat(command("promote", old, url).err()).contains("at most 0.0800 (maxErrorRate), found 0.0900");
            assertThat(command("rollback", next, url).out()).containsExactly("rolled back: traffic split 25 -> 0");
            Eventually.until(PATIENCE, "four events", () -> receiver.received().size() == 4);
            List<String> changes = new ArrayList<>();
            for (Receiver.Received event : receiver.received()) {
                JsonNode json = HubClient.JSON.readTree(event.body());
                assertThat(json.path("type").asText()).isEqualTo("engine.changed");
                changes.add(json.at("/data/version").asText() + " "
                        + json.at("/data/change").asText() + " "
                        + json.at("/data/trafficSplit").asText());
            }
            assertThat(changes)
                    .containsExactlyInAnyOrder(
                            "1.0.0 applied 10", "1.1.0 applied 10", "1.1.0 promoted 25", "1.1.0 rolled back 0");
            Eventually.until(
                    PATIENCE,
                    "four audit lines",
                    () -> AuditFiles.of(dir).lines("ENGINE_CHANGED").size() == 4);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "io.transcripthub.engines.EngineRefused | hub: the change board has not approved it",
                "java.lang.IllegalStateException | hub: the run broke off at a step of its route: IllegalStateException"
            })
    void a_step_that_asks_for_an_approval_ends_an_apply_with_nothing_done(String thrown, String words)
            throws Exception {
        Path routes = TestHub.impatientRoutes(dir, 15_000);
        Path engines = routes.resolve("2-vendors").resolve("cxone-speech-engines.camel.yaml");
        String step = "              - throwException:\n                  exceptionType: " + thrown
                + "\n                  message: the change board has not approved it\n";
        String first = "              - to:\n                  description: A step before this one";
        Files.writeString(engines, Files.readString(engines).replace(first, step + first));
        try (TestHub hub = TestHub.start(
                dir, sandbox, routes, "cxone.speech.base-url", sandbox.baseUrl().toString())) {
            Ran refused = command("apply", file("1.0.0"), "--hub=http://127.0.0.1:" + hub.port());
            assertThat(refused.exit()).isEqualTo(1);
            assertThat(refused.err()).isEqualTo(words);
            assertThat(sandbox.speechEngines()).isEmpty();
        }
    }

    @Test
    void a_webhook_is_not_taken_for_another_whose_name_ends_so() throws Exception {
        Path file = file("1.0.0");
        String two =
                """
                webhooks:
                  - {name: desk, callbackUrl: 'https://qa.example.com/', eventTypes: [a]}
                  - {name: quality desk, callbackUrl: 'https://qa.example.com/', eventTypes: [a]}
                """;
        Files.writeString(file, Files.readString(file).replaceAll("(?s)webhooks:.*promotion:", two + "promotion:"));
        assertThat(alone("apply", file).out())
                .contains("registered: webhook desk as wh_1", "registered: webhook quality desk as wh_2");
    }

    @Test
    void a_move_whose_answer_was_lost_is_told_and_made_again() throws Exception {
        Path file = file("1.0.0");
        alone("apply", file);
        sandbox.use(Faults.parse("lost-answer"));
        assertThat(alone("rollback", file).err()).contains("it may have been done all the same");
        assertThat(sandbox.speechEngines().get(0)).containsEntry("trafficSplit", 0);
        sandbox.use(Faults.NONE);
        String unsure =
                "the answer to the last move was lost, the vendor may have another split; promote or roll back again";
        assertThat(alone("status", file).out())
                .contains(unsure)
                .anyMatch(line -> line.matches("traffic split.* 10 +-"));
        assertThat(alone("rollback", file).out()).containsExactly("rolled back: traffic split 10 -> 0");
        assertThat(alone("status", file).out()).doesNotContain(unsure);
    }

    @Test
    void status_counts_our_own_transcripts_that_name_the_version() throws Exception {
        Path file = file("1.0.0");
        try (TestHub hub = TestHub.start(
                dir, sandbox, "cxone.speech.base-url", sandbox.baseUrl().toString())) {
            String url = "--hub=http://127.0.0.1:" + hub.port();
            assertThat(command("status", file, url).err()).contains("found that it was not applied");
            command("apply", file, url);
            JsonNode job = hub.client()
                    .submitBody("{\"account\":\"cxone\",\"recordingId\":\"rec-lost-card-1\","
                            + "\"referenceText\":\"hello\",\"engine\":\"Support line 1.0.0\"}")
                    .json();
            hub.client().until(job.path("jobId").asText(), "COMPLETED");
            assertThat(command("status", file, url).out())
                    .anyMatch(line -> line.matches("own scored transcripts +1 +-"))
                    .anyMatch(line -> line.matches("own word error rate +\\d+\\.\\d{4} +-"));
        }
    }

    @Test
    void an_event_that_cannot_be_delivered_is_tried_again_and_becomes_a_dead_letter() throws Exception {
        try (Receiver receiver = new Receiver();
                TestHub hub = TestHub.start(
                        dir,
                        sandbox,
                        "cxone.speech.base-url",
                        sandbox.baseUrl().toString(),
                        "webhook.url",
                        receiver.url(),
                        "delivery.retry-schedule",
                        "0s,100ms")) {
            receiver.answerWith(503, Map.of());
            command("apply", file("1.0.0"), "--hub=http://127.0.0.1:" + hub.port());
            Eventually.until(
                    PATIENCE,
                    "a dead letter",
                    () -> hub.client().summary().at("/deliveries/webhook/DEAD").asInt() == 1);
            assertThat(receiver.received()).hasSize(2);
            String id = receiver.received().get(0).headers().get("webhook-id");
            assertThat(receiver.received().get(1).headers()).containsEntry("webhook-id", id);

            String at = "--hub=http://127.0.0.1:" + hub.port();
            assertThat(CommandRun.of(List.of("jobs", "--state", "DEAD", at)).out())
                    .contains(id, "engine.changed", "dead letter at webhook: 2 attempts used up: 503");
            assertThat(CommandRun.of(List.of("explain", id, at)).out()).contains("is DEAD", "./hub retry " + id);
            receiver.answerWith(200, Map.of());
            assertThat(CommandRun.of(List.of("retry", "--all-dead", at)).out())
                    .contains(id + " is PENDING", "1 jobs and notices sent again");
            Eventually.until(
                    PATIENCE,
                    "it is delivered",
                    () -> hub.client()
                                    .summary()
                                    .at("/deliveries/webhook/DELIVERED")
                                    .asInt()
                            == 1);
            assertThat(receiver.received().get(2).headers()).containsEntry("webhook-id", id);
            assertThat(hub.client().post("/api/v1/notices/" + id + "/retry", "").status())
                    .isEqualTo(409);
            assertThat(hub.client().get("/api/v1/notices/evt_none").status()).isEqualTo(404);
            assertThat(hub.client().get("/api/v1/notices?state=LOST").field()).isEqualTo("state");
            assertThat(CommandRun.of(List.of("redeliver", "--sink", "webhook", at))
                            .out())
                    .contains("0 transcripts and 1 notices sent again to webhook");
            Eventually.until(
                    PATIENCE, "it comes again", () -> receiver.received().size() == 4);
        }
    }

    private Ran alone(String action, Path file) {
        return run(action, file, "cxone.speech.base-url=" + sandbox.baseUrl());
    }

    private Ran run(String action, Path file, String setting, String... more) {
        List<String> options = new ArrayList<>(List.of(
                "--config=" + dir.resolve("none.properties"),
                "--set=hub.data-dir=" + dir.resolve("data"),
                "--set=hub.http.port=9",
                "--set=" + setting));
        options.addAll(List.of(more));
        return command(action, file, options.toArray(String[]::new));
    }

    private Ran command(String action, Path file, String... options) {
        try {
            Files.writeString(dir.resolve("none.properties"), "");
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
        List<String> arguments = new ArrayList<>(List.of("engines", action, file.toString()));
        arguments.addAll(List.of(options));
        CommandRun ran = CommandRun.of(arguments);
        return new Ran(ran.exit(), withoutLog(ran.out()), String.join("\n", withoutLog(ran.err())));
    }

    private static List<String> withoutLog(String said) {
        return said.lines()
                .filter(line -> !line.matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} .*"))
                .toList();
    }

    private Path file(String version) throws Exception {
        Path file = dir.resolve("engine-" + version + ".yaml");
        return Files.writeString(
                file, Files.readString(Path.of("examples/engine.yaml")).replace("1.0.0", version));
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    }
}
