package io.transcripthub.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.transcripthub.events.Openssl;
import io.transcripthub.sandbox.Sandbox;
import io.transcripthub.sandbox.SandboxOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hub without an API key, and an account without a secret: only this machine is believed. */
class UnsignedEventsTest {
    private static final String OPEN = "/webhooks/genesys";
    private static final AtomicInteger NEXT = new AtomicInteger();

    @TempDir
    private static Path dir;

    private static Sandbox sandbox;
    private static TestHub hub;
    private static RawHttp raw;

    @BeforeAll
    static void start() throws Exception {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        hub = TestHub.start(dir, sandbox, "cxone.webhook-secret", "the token");
        raw = new RawHttp(hub.port());
    }

    @AfterAll
    static void close() {
        hub.close();
        sandbox.close();
    }

    private static String event() {
        return "{\"type\":\"quality.transcription.completed\",\"transcriptionId\":\"gt-" + NEXT.incrementAndGet()
                + "\"}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: 127.0.0.1", "Host: localhost:8080", "Host: [::1]:8080"})
    void an_event_from_this_machine_is_taken(String host) throws Exception {
        assertThat(raw.post(OPEN, event(), host)).isEqualTo(202);
        assertThat(raw.post(OPEN, event(), host, "X-Genesys-Signature: 00")).isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-For: 203.0.113.7",
                "x-forwarded-for: 127.0.0.1",
                "X-Forwarded-For:",
                "Forwarded: for=203.0.113.7",
                "X-Forwarded-For: 203.0.113.7\r\nX-Forwarded-For: 127.0.0.1",
                "Forwarded: for=127.0.0.1\r\nForwarded: for=127.0.0.1"
            })
    void what_a_proxy_passes_on_is_not_from_this_machine(String header) throws Exception {
        String event = event();
        assertThat(raw.post(OPEN, event, "Host: 127.0.0.1", header)).isEqualTo(401);
        assertThat(raw.post(OPEN, event, "Host: 127.0.0.1"))
                .as("nothing was kept")
                .isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: hub.example",
                "Host: 127.0.0.1.example.com",
                "Host: 127.0.0.1\r\nHost: hub.example",
                "Host: hub.example\r\nHost: 127.0.0.1",
                "Host: 127.0.0.1\r\nHost: 127.0.0.1",
                "Host: [a, 127.0.0.1]"
            })
    void a_name_that_points_here_is_not_this_machine(String host) throws Exception {
        String event = event();
        assertThat(raw.post(OPEN, event, host)).isIn(400, 401);
        assertThat(raw.post(OPEN, event, "Host: 127.0.0.1"))
                .as("nothing was kept")
                .isEqualTo(202);
    }

    @Test
    void a_page_from_elsewhere_in_a_browser_on_this_machine_is_refused() throws Exception {
        assertThat(raw.post(OPEN, event(), "Host: 127.0.0.1:" + hub.port(), "Origin: https://evil.example"))
                .isEqualTo(403);
    }

    @Test
    void an_account_with_a_secret_takes_what_shows_it_from_anywhere_and_nothing_else_from_here() throws Exception {
        String event = "{\"type\":\"speechEngineUpdated\",\"n\":1}";
        assertThat(raw.post("/webhooks/cxone", event, "Host: 127.0.0.1")).isEqualTo(401);
        assertThat(raw.post(
                        "/webhooks/cxone",
                        event,
                        "Host: hub.example",
                        "X-Forwarded-For: 203.0.113.7",
                        "Forwarded: for=203.0.113.7",
                        "X-QA-Signature: the token"))
                .isEqualTo(202);
    }

    @Test
    void a_signature_does_not_stand_for_a_secret_that_is_not_set() throws Exception {
        String event = event();
        String empty = Openssl.hex("", event.getBytes(StandardCharsets.UTF_8));
        assertThat(raw.post(OPEN, event, "Host: hub.example", "X-Genesys-Signature: " + empty))
                .isEqualTo(401);
    }
}
