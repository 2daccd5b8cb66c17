package io.transcripthub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.transcripthub.sandbox.Fault;
import io.transcripthub.sandbox.Faults;
import io.transcripthub.sandbox.ReceivedChat;
import io.transcripthub.sandbox.Sandbox;
import io.transcripthub.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Chats on their way from the API to CXone. */
class ChatsTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String SAID = "My grandmother's maiden name is Przybylska";

    @TempDir
    private Path dir;

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());

    @AfterEach
    void close() {
        sandbox.close();
    }

    static String chat(String interactionId, String... texts) {
        StringBuilder messages = new StringBuilder();
        for (String text : texts) {
            messages.append(messages.isEmpty() ? "" : ",")
                    .append(
                            "{\"from\":{\"id\":\"cust_1\",\"type\":\"customer\"},\"to\":{\"id\":\"agt_1\",\"type\":\"agent\"},"
                                    + "\"text\":\"" + text + "\",\"timestamp\":\"2024-06-15T09:00:00Z\"}");
        }
        return "{\"interactionId\":\"" + interactionId
                + "\",\"agentId\":\"agt_1\",\"customerId\":\"cust_1\",\"messages\":[" + messages + "]}";
    }

    private TestHub hub(String... overrides) throws Exception {
        return TestHub.start(dir, sandbox, overrides);
    }

    private static HubClient.Reply inject(TestHub hub, String chat) throws Exception {
        return hub.client().post("/api/v1/chats", chat, "Content-Type", "application/json");
    }

    private static String jobId(TestHub hub, String chat) throws Exception {
        HubClient.Reply reply = inject(hub, chat);
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(202);
        return reply.json().path("jobId").asText();
    }

    @Test
    void a_chat_is_injected_once_and_told_of_everywhere() throws Exception {
        Path archive = dir.resolve("archive");
        try (Receiver receiver = new Receiver();
                TestHub hub = hub(
                        "webhook.url", sandbox.webhookUrl().toString(),
                        "webhook.secret", TestHub.WEBHOOK_SECRET,
                        "chat.archive-dir", archive.toString(),
                        "chat.archive-url", receiver.url())) {
            HubClient.Reply first = inject(hub, chat("ext_1", SAID, "Thank you"));
            assertThat(first.status()).isEqualTo(202);
            String id = first.json().path("jobId").asText();
            JsonNode job = hub.client().until(id, "DELIVERED");
            assertThat(job.path("kind").asText()).isEqualTo("chat");
            assertThat(job.path("externalId").asText()).isEqualTo("ext_1");
            assertThat(job.path("vendorId").asText()).startsWith("conv_");
            assertThat(job.path("reason").isNull()).isTrue();
            assertThat(job.path("latencySeconds").asDouble()).isPositive();
            assertThat(job.path("deliveries").properties()).hasSize(4);

            assertThat(inject(hub, chat("ext_1", "another text")).status()).isEqualTo(200);
            ReceivedChat sent = only(sandbox.chats());
            JsonNode payload = HubClient.JSON.readTree(sent.body());
            assertThat(payload.at("/messages/0/text").asText()).isEqualTo(SAID);
            assertThat(payload.at("/messages/1/id").asText()).isEqualTo("msg_1");
            assertThat(payload.at("/properties/interactionId").asText()).isEqualTo("ext_1");

            JsonNode event = HubClient.JSON.readTree(sandbox.webhooks().get(0).body());
            assertThat(event.path("type").asText()).isEqualTo("chat.injected");
            assertThat(event.at("/data/interactionId").asText()).isEqualTo("ext_1");
            assertThat(event.at("/data/conversationId").asText()).isEqualTo(sent.conversationId());
            assertThat(event.at("/data/account").asText()).isEqualTo("cxone");
            JsonNode archived =
                    HubClient.JSON.readTree(archive.resolve(id + ".json").toFile());
            assertThat(archived).isEqualTo(event);
            assertThat(TestHub.files(archive)).hasSize(1);
            assertThat(AuditFiles.of(dir).lines("CHAT_INJECTED")).hasSize(1);
            assertThat(hub.client()
                            .send("GET", "/api/v1/jobs/" + id, java.net.http.HttpRequest.BodyPublishers.noBody())
                            .status())
                    .isEqualTo(200);
        }
        nothingIsLeftOf(SAID);
    }

    private static <T> T only(List<T> list) {
        assertThat(list).hasSize(1);
        return list.get(0);
    }

    /** Not even in the pages of the database file that a deletion left behind. */
    private void nothingIsLeftOf(String text) throws IOException {
        for (Path file : TestHub.files(dir)) {
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                    .as(file.toString())
                    .doesNotContain(text)
                    .doesNotContain(text.substring(0, 20));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ext-invalid-1 | 400 Bad Request: messages[0]: \"…\" is not accepted.",
                "ext-forbidden-1 | 403 Forbidden: The scope conversations:chat:write is missing."
            })
    void a_refusal_ends_it_in_the_vendors_words_and_quotes_nothing(String interactionId, String words)
            throws Exception {
        try (TestHub hub = hub()) {
            String id = jobId(hub, chat(interactionId, SAID));
            assertThat(hub.client().until(id, "FAILED").path("reason").asText()).isEqualTo(words);
            HubClient.Reply retried = hub.client().retry(id);
            assertThat(retried.status()).isEqualTo(409);
            assertThat(retried.error()).contains("hand the chat in again");
            Eventually.until(
                    SOON,
                    "the audit line",
                    () -> AuditFiles.of(dir).lines("CHAT_FAILED").size() == 1);
        }
        nothingIsLeftOf(SAID);
    }

    @Test
    void a_401_with_a_fresh_token_ends_it() throws Exception {
        sandbox.use(Faults.parse("401"));
        try (TestHub hub = hub()) {
            String id = jobId(hub, chat("ext_401", SAID));
            assertThat(hub.client().until(id, "FAILED").path("reason").asText()).startsWith("401");
            assertThat(sandbox.stats().requests("chat", 401)).isEqualTo(2);
        }
    }

    @Test
    void a_chat_that_failed_is_injected_when_it_is_handed_in_again() throws Exception {
        sandbox.use(Faults.parse("403"));
        try (TestHub hub = hub()) {
            String id = jobId(hub, chat("ext_again", SAID));
            hub.client().until(id, "FAILED");
            sandbox.use(Faults.NONE);
            assertThat(jobId(hub, chat("ext_again", "shorter", "but two"))).isEqualTo(id);
            hub.client().until(id, "DELIVERED");
            assertThat(only(sandbox.chats()).body()).contains("but two");
            assertThat(AuditFiles.of(dir).lines("CHAT_RETRIED")).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"503=0.4,seed=5", "429=0.5,retry-after=1s,seed=5", "drop=0.2,seed=1", "slow=20ms"})
    void every_chat_arrives_once_whatever_the_vendor_does(String faults) throws Exception {
        sandbox.use(Faults.parse(faults));
        try (TestHub hub = hub()) {
            for (int i = 0; i < 20; i++) {
                jobId(hub, chat("ext_" + i, SAID));
            }
            hub.client().untilEnded(20, SOON);
            assertThat(hub.client().jobs("&state=DELIVERED")).hasSize(20);
        }
        assertThat(sandbox.stats().duplicateSubmissions()).isEmpty();
        assertThat(sandbox.stats().requestsBeforeRetryAfter()).isZero();
    }

    @Test
    void an_answer_that_was_lost_is_said_for_good() throws Exception {
        sandbox.use(Faults.parse("lost-answer"));
        try (TestHub hub = hub("polling.initial-interval", "500ms")) {
            String id = jobId(hub, chat("ext_lost", SAID));
            Eventually.until(SOON, "a lost answer", () -> sandbox.stats().faults("chat", Fault.LOST_ANSWER) > 0);
            Eventually.value(
                    SOON,
                    "a reason",
                    () -> hub.client().job(id).path("reason").asText(),
                    reason -> reason.contains("an answer was lost at ")
                            && reason.endsWith("the vendor may have the chat already"));
            sandbox.use(Faults.NONE);
            assertThat(hub.client().until(id, "DELIVERED").path("reason").asText())
                    .matches("an answer was lost at 20\\S+, so the vendor may have the chat twice");
            assertThat(sandbox.stats().duplicateSubmissions()).containsKey("ext_lost");
        }
    }

    @Test
    void an_answer_of_a_gateway_is_a_lost_one_and_sent_again_for_longer() throws Exception {
        sandbox.use(Faults.parse("504"));
        try (TestHub hub = hub("polling.initial-interval", "10ms", "polling.max-interval", "10ms")) {
            String id = jobId(hub, chat("ext_gateway", SAID));
            JsonNode waiting = Eventually.value(
                    SOON,
                    "a sixth attempt",
                    () -> hub.client().job(id),
                    job -> job.path("attempts").asInt() > 5);
            assertThat(waiting.path("reason").asText())
                    .startsWith("504 Gateway Timeout: ")
                    .endsWith("the vendor may have the chat already");
            sandbox.use(Faults.NONE);
            assertThat(hub.client().until(id, "DELIVERED").path("reason").asText())
                    .endsWith("the vendor may have the chat twice");
        }
    }

    @Test
    void answers_that_are_always_lost_end_the_chat_after_five_attempts() throws Exception {
        sandbox.use(Faults.parse("lost-answer"));
        try (TestHub hub = hub()) {
            String id = jobId(hub, chat("ext_lost", SAID));
            JsonNode job = hub.client().until(id, "DEAD");
            assertThat(job.path("attempts").asInt()).isEqualTo(5);
            assertThat(job.path("reason").asText()).contains("5 attempts in a row failed", "may have the chat already");
        }
        nothingIsLeftOf(SAID);
    }

    @Test
    void a_201_confirms_even_when_its_answer_is_cut() throws Exception {
        sandbox.use(Faults.parse("truncate"));
        try (TestHub hub = hub()) {
            String id = jobId(hub, chat("ext_cut", SAID));
            JsonNode job = hub.client().until(id, "DELIVERED");
            assertThat(job.path("attempts").asInt()).isEqualTo(1);
            assertThat(job.path("vendorId").isNull()).isTrue();
        }
        assertThat(sandbox.stats().submissions()).isEqualTo(1);
    }

    @Test
    void a_hub_that_stops_in_between_injects_after_its_next_start() throws Exception {
        sandbox.use(Faults.parse("503"));
        String id;
        try (TestHub hub = hub()) {
            id = jobId(hub, chat("ext_restart", SAID));
            Eventually.until(SOON, "an attempt", () -> sandbox.stats().requests("chat", 503) > 0);
        }
        nothingIsLeftOf(SAID);
        Path key = dir.resolve("data").resolve("chat.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        sandbox.use(Faults.NONE);
        try (TestHub hub = hub()) {
            hub.client().until(id, "DELIVERED");
        }
        assertThat(only(sandbox.chats()).body()).contains(SAID);
    }

    @Test
    void without_its_key_a_chat_waits_and_says_so() throws Exception {
        sandbox.use(Faults.parse("503"));
        Path key = dir.resolve("data").resolve("chat.key");
        String id;
        try (TestHub hub = hub()) {
            id = jobId(hub, chat("ext_key", SAID));
        }
        Path kept = Files.move(key, dir.resolve("kept.key"));
        sandbox.use(Faults.NONE);
        try (TestHub hub = hub()) {
            Eventually.value(
                    SOON,
                    "a reason",
                    () -> hub.client().job(id).path("reason").asText(),
                    reason -> reason.contains("sealed with key") && reason.contains("chat.key holds key"));
        }
        try (TestHub hub = hub("chat.key-file", kept.toString())) {
            hub.client().until(id, "DELIVERED");
        }
    }

    @Test
    void an_archive_that_is_away_is_told_later_and_in_the_end_is_a_dead_letter() throws Exception {
        try (TestHub hub = hub("chat.archive-url", TestHub.NOWHERE, "delivery.retry-schedule", "0s,50ms")) {
            String id = jobId(hub, chat("ext_archive", SAID));
            JsonNode job = Eventually.value(
                    SOON, "a dead letter", () -> hub.client().job(id), each -> each.at("/deliveries/archive-url")
                            .asText()
                            .equals("DEAD"));
            assertThat(job.path("state").asText()).isEqualTo("COMPLETED");
            assertThat(job.path("reason").asText()).contains("dead letter at archive-url", "2 attempts used up");
        }
        assertThat(sandbox.stats().submissions()).isEqualTo(1);
    }

    @Test
    void bytes_that_are_no_text_are_refused_and_not_changed_into_some() throws Exception {
        byte[] body = chat("ext_bytes", "halfX").getBytes(StandardCharsets.ISO_8859_1);
        body[new String(body, StandardCharsets.ISO_8859_1).indexOf('X')] = (byte) 0xE9;
        try (TestHub hub = hub()) {
            HubClient.Reply reply = hub.client()
                    .send("POST", "/api/v1/chats", java.net.http.HttpRequest.BodyPublishers.ofByteArray(body));
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.error()).isEqualTo("expected UTF-8, found other bytes");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | interactionId | interactionId: expected text, found nothing",
                "{\"interactionId\":\"e\",\"agentId\":\"a\",\"customerId\":\"c\",\"messages\":[]} | messages | messages: expected at least one message, found none",
                "{\"interactionId\":\"e\",\"text\":\"x\"} | text | text: unknown field, expected account, agentId, customerId, interactionId, messages, properties",
                "[] | | expected a JSON object, found a list"
            })
    void what_is_wrong_is_named(String body, String field, String error) throws Exception {
        try (TestHub hub = hub()) {
            HubClient.Reply reply = inject(hub, body);
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.field()).isEqualTo(field);
            assertThat(reply.error()).isEqualTo(error);
            HubClient.Reply genesys =
                    inject(hub, chat("e", SAID).replace("{\"inter", "{\"account\":\"genesys\",\"inter"));
            assertThat(genesys.error()).isEqualTo("account: expected one of [cxone], found 'genesys'");
        }
    }
}
