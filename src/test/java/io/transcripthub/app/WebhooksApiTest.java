package io.transcripthub.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.transcripthub.app.HubClient.Reply;
import io.transcripthub.events.Openssl;
import io.transcripthub.sandbox.Sandbox;
import io.transcripthub.sandbox.SandboxOptions;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events as vendors send them, and as others would like to. The hub has an API key, which nobody here has. */
class WebhooksApiTest {
    private static final String GENESYS = "/webhooks/genesys";
    private static final String CXONE = "/webhooks/cxone";
    private static final String NEW_SECRET = "the new secret";
    private static final String OLD_SECRET = "the old one";
    private static final AtomicInteger NEXT = new AtomicInteger();

    @TempDir
    private static Path dir;

    private static Sandbox sandbox;
    private static TestHub hub;
    private static HubClient client;

    @BeforeAll
    static void start() throws Exception {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        String url = sandbox.baseUrl().toString();
        hub = TestHub.start(
                dir,
                sandbox,
                "hub.api-key",
                "a key that no vendor has",
                "hub.http.max-body",
                "20KB",
                "hub.accounts",
                "cxone,genesys,other",
                "genesys.webhook-secret",
                NEW_SECRET + ", " + OLD_SECRET,
                "cxone.webhook-secret",
                "the token",
                "other.type",
                "genesys",
                "other.base-url",
                url,
                "other.webhook-secret",
                "the other's");
        client = hub.client();
    }

    @AfterAll
    static void close() {
        hub.close();
        sandbox.close();
    }

    /** An event that was not sent before. */
    private static String event() {
        int number = NEXT.incrementAndGet();
        return "{\"id\":\"evt-" + number + "\",\"type\":\"quality.transcription.completed\",\"transcriptionId\":\"gt-"
                + number + "\"}";
    }

    private static String hex(String body) {
        return Openssl.hex(NEW_SECRET, body.getBytes(UTF_8));
    }

    private static Reply signed(String body) throws Exception {
        return client.post(GENESYS, body, "X-Genesys-Signature", hex(body));
    }

    private static Reply cxone(String body) throws Exception {
        return client.post(CXONE, body, "X-QA-Signature", "the token");
    }

    @Test
    void an_event_is_accepted_once_and_a_duplicate_is_told_so() throws Exception {
        String event = event();
        Reply first = signed(event);
        assertThat(first.status()).isEqualTo(202);
        assertThat(first.json().path("status").asText()).isEqualTo("accepted");
        Reply again = signed(event);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("status").asText()).isEqualTo("duplicate");
    }

    @Test
    void an_event_without_an_id_is_known_by_its_transcription() throws Exception {
        String first = "{\"type\":\"quality.transcription.completed\",\"transcriptionId\":\"gt-no-id\"}";
        String again = "{\"transcriptionId\":\"gt-no-id\", \"type\":\"quality.transcription.completed\",\"n\":2}";
        assertThat(signed(first).status()).isEqualTo(202);
        assertThat(signed(again).status()).isEqualTo(200);
    }

    @Test
    void either_header_and_either_secret_will_do() throws Exception {
        String event = event();
        byte[] bytes = event.getBytes(UTF_8);
        String base64 = Openssl.base64(OLD_SECRET, bytes);
        assertThat(client.post(GENESYS, event, "X-Hub-Signature-256", base64).status())
                .isEqualTo(202);
        String hex = Openssl.hex(OLD_SECRET, bytes).toUpperCase(Locale.ROOT);
        assertThat(client.post(GENESYS, event, "x-genesys-signature", hex).status())
                .isEqualTo(200);
        assertThat(client.post(GENESYS, event, "X-Genesys-Signature", hex(event), "X-Hub-Signature-256", base64)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void the_raw_bytes_are_signed_whatever_they_are_called() throws Exception {
        for (String type : new String[] {
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/json; charset=utf-16",
            "text/plain",
            "nonsense"
        }) {
            String event = " \r\n" + event() + "\n\n";
            Reply reply = client.post(GENESYS, event, "X-Genesys-Signature", hex(event), "Content-Type", type);
            assertThat(reply.status()).as(type + ": " + reply.raw().body()).isEqualTo(202);
        }
    }

    @Test
    void without_a_right_signature_an_event_is_refused_and_leaves_nothing() throws Exception {
        String event = event();
        byte[] bytes = event.getBytes(UTF_8);
        String foreign = Openssl.hex("the other's", bytes);
        String[][] wrong = {
            {},
            {"X-Genesys-Signature", foreign},
            {"X-Genesys-Signature", hex(event + " ")},
            {"X-Genesys-Signature", hex(event).substring(1)},
            {"X-Hub-Signature-256", Openssl.base64("guess", bytes)},
            {"X-Hub-Signature-256", hex(event)},
            {"X-QA-Signature", NEW_SECRET},
            {"X-Genesys-Signature", hex(event), "X-Hub-Signature-256", "sha256="},
            {"Authorization", "Bearer a key that no vendor has"},
            {"X-Genesys-Signature", ""}
        };
        for (String[] headers : wrong) {
            Reply reply = client.post(GENESYS, event, headers);
            assertThat(reply.status()).as(String.join(" ", headers)).isEqualTo(401);
            assertThat(reply.error())
                    .contains("expected X-Genesys-Signature or X-Hub-Signature-256", "genesys.webhook-secret")
                    .doesNotContain(NEW_SECRET, OLD_SECRET, hex(event));
        }
        assertThat(signed(event).status()).as("not a duplicate").isEqualTo(202);
    }

    @Test
    void an_accounts_secret_is_worth_nothing_at_another() throws Exception {
        String event = event();
        String others = Openssl.hex("the other's", event.getBytes(UTF_8));
        assertThat(client.post(GENESYS, event, "X-Genesys-Signature", others).status())
                .isEqualTo(401);
        assertThat(client.post("/webhooks/other", event, "X-Genesys-Signature", hex(event))
                        .status())
                .isEqualTo(401);
        assertThat(client.post("/webhooks/other", event, "X-Genesys-Signature", others)
                        .status())
                .isEqualTo(202);
        assertThat(signed(event).status())
                .as("the same event of another account")
                .isEqualTo(202);
    }

    @Test
    void a_header_that_is_there_twice_counts_for_nothing() throws Exception {
        RawHttp raw = new RawHttp(hub.port());
        String event = event();
        String right = "X-Genesys-Signature: " + hex(event);
        assertThat(raw.post(GENESYS, event, "Host: x", right, "X-Genesys-Signature: 00"))
                .isEqualTo(401);
        assertThat(raw.post(GENESYS, event, "Host: x", right, right)).isEqualTo(401);
        assertThat(raw.post(
                        GENESYS,
                        event,
                        "Host: x",
                        "X-Genesys-Signature: 00",
                        "X-Genesys-Signature: 00",
                        "X-Hub-Signature-256: " + Openssl.base64(NEW_SECRET, event.getBytes(UTF_8))))
                .isEqualTo(401);
        assertThat(raw.post(GENESYS, event, "Host: x", right)).isEqualTo(202);
    }

    @Test
    void the_signature_is_looked_at_before_the_event() throws Exception {
        for (String body : new String[] {"", "nonsense", "{\"type\":\"other\"}"}) {
            assertThat(client.post(GENESYS, body).status()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "null",
                "{",
                "{}",
                "{\"type\":\"quality.transcription.completed\"}",
                "{\"type\":\"quality.transcription.completed\",\"transcriptionId\":\"../users\"}",
                "{\"type\":\"quality.transcription.completed\",\"transcriptionId\":\"gt-1\",\"transcriptionId\":\"gt-2\"}",
                "\u0000"
            })
    void what_is_no_event_is_refused_in_words(String body) throws Exception {
        Reply reply = signed(body);
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(400);
        assertThat(reply.error()).contains("expected", "found");
    }

    @Test
    void another_type_is_refused_by_its_name() throws Exception {
        Reply reply = signed("{\"type\":\"quality.evaluation.done\",\"transcriptionId\":\"gt-1\"}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.field()).isEqualTo("type");
        assertThat(reply.error()).contains("quality.transcription.completed", "'quality.evaluation.done'");
    }

    @ParameterizedTest
    @CsvSource({"/webhooks/nobody", "/webhooks/CXONE", "/webhooks/%2e%2e", "/webhooks/genesys%20"})
    void an_account_that_there_is_not_is_not_found(String path) throws Exception {
        String event = event();
        Reply reply = client.post(path, event, "X-Genesys-Signature", hex(event), "X-QA-Signature", "the token");
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/webhooks",
                "/webhooks/",
                "/webhooks/genesys/more",
                "/webhooks/../api/v1/jobs",
                "/api/v1/webhooks/genesys"
            })
    void there_is_nothing_beside_the_accounts(String path) throws Exception {
        String event = event();
        assertThat(new RawHttp(hub.port()).post(path, event, "Host: 127.0.0.1", "X-Genesys-Signature: " + hex(event)))
                .isIn(401, 404, 405);
        assertThat(signed(event).status()).as("not a duplicate").isEqualTo(202);
    }

    @Test
    void a_parameter_or_header_does_not_choose_the_account() throws Exception {
        String event = event();
        for (String path : new String[] {GENESYS + "?account=other", GENESYS + "?account=cxone&account=other"}) {
            Reply reply = client.post(
                    path,
                    event,
                    "X-Genesys-Signature",
                    Openssl.hex("the other's", event.getBytes(UTF_8)),
                    "account",
                    "other",
                    "X-QA-Signature",
                    "the token");
            assertThat(reply.status()).as(reply.raw().body()).isEqualTo(401);
            assertThat(reply.error()).contains("genesys.webhook-secret");
        }
        assertThat(client.post(GENESYS + "?account=other", event, "X-Genesys-Signature", hex(event))
                        .status())
                .isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH"})
    void only_posting_is_allowed(String method) throws Exception {
        Reply reply = client.send(method, GENESYS, BodyPublishers.noBody());
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(405);
        assertThat(reply.error()).contains(method, GENESYS);
    }

    @Test
    void a_body_over_the_limit_is_refused() throws Exception {
        String large = event().replace("}", ",\"more\":\"" + "x".repeat(30_000) + "\"}");
        Reply reply = signed(large);
        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.error()).contains("hub.http.max-body");
        byte[] bytes = large.getBytes(UTF_8);
        Reply chunked = client.send(
                "POST",
                GENESYS,
                BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(bytes)),
                "X-Genesys-Signature",
                hex(large));
        assertThat(chunked.status()).isEqualTo(413);
        String fitting = event().replace("}", ",\"more\":\"" + "x".repeat(10_000) + "\"}");
        assertThat(signed(fitting).status()).isEqualTo(202);
    }

    @Test
    void cxone_shows_its_token_and_may_send_what_is_only_kept() throws Exception {
        String update = "{\"type\":\"speechEngineUpdated\",\"id\":\"cx-1\",\"engineId\":\"e1\"}";
        assertThat(client.post(CXONE, update).status()).isEqualTo(401);
        assertThat(client.post(CXONE, update, "X-QA-Signature", "the toke").status())
                .isEqualTo(401);
        assertThat(client.post(CXONE, update, "X-Genesys-Signature", Openssl.hex("the token", update.getBytes(UTF_8)))
                        .status())
                .isEqualTo(401);
        assertThat(cxone(update).status()).isEqualTo(202);
        assertThat(cxone(update).status()).isEqualTo(200);
        assertThat(cxone("{\"type\":\"speechEngineTrafficSplit\",\"id\":\"cx-2\"}")
                        .status())
                .isEqualTo(202);
        assertThat(cxone("{\"type\":\"something.quite.new\",\"id\":\"cx-3\"}").status())
                .isEqualTo(202);
        assertThat(cxone("{\"type\":\"recordings.transcription.completed\",\"transcriptionId\":\"tr-1\"}")
                        .status())
                .isEqualTo(202);
        assertThat(cxone("{\"id\":\"cx-4\"}").status()).isEqualTo(400);

        AuditFiles audit = AuditFiles.of(dir);
        Eventually.value(
                Duration.ofSeconds(10), "three kept", () -> audit.lines("EVENT_KEPT"), kept -> kept.size() == 3);
        assertThat(audit.lines("EVENT_KEPT"))
                .extracting(line -> line.path("eventType").asText())
                .containsExactly("speechEngineUpdated", "speechEngineTrafficSplit", "something.quite.new");
    }

    @Test
    void hostile_headers_mean_nothing() throws Exception {
        String event = event();
        RawHttp raw = new RawHttp(hub.port());
        String right = "X-Genesys-Signature: " + hex(event);
        String[] hostile = {
            "CamelHttpUri: http://127.0.0.1:9/",
            "CamelHttpMethod: DELETE",
            "camelhttppath: /x",
            "org.apache.camel.x: y",
            "account: other",
            "CamelVertxPlatformHttpRemoteAddress: 10.0.0.1:1",
            "body: ${body}",
            "X-Long: " + "x".repeat(4_000),
            "Cookie: a=b",
            "Expect-Not: 100"
        };
        for (String header : hostile) {
            int status = raw.post(GENESYS, event, "Host: hub.example", right, header);
            assertThat(status).as(header).isIn(200, 202);
        }
        assertThat(raw.post(GENESYS, event, "Host: hub.example", "X-Genesys-Signature: " + "f".repeat(7_000)))
                .isIn(401, 431);
        assertThat(raw.post(GENESYS, event, "Host: hub.example", "X-Genesys-Signature: \u00e9\u20ac"))
                .isEqualTo(401);
        assertThat(raw.post(GENESYS, event, "Host: hub.example", "X-Hub-Signature-256: sha256=\u00e9"))
                .isEqualTo(401);
    }

    @Test
    void the_api_still_asks_for_its_key() throws Exception {
        assertThat(client.get("/api/v1/jobs").status()).isEqualTo(401);
    }
}
