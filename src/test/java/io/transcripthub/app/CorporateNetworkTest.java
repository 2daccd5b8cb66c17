package io.transcripthub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.transcripthub.network.TestAuthority;
import io.transcripthub.network.TestAuthority.Issued;
import io.transcripthub.network.TestProxy;
import io.transcripthub.network.TlsFront;
import io.transcripthub.sandbox.Sandbox;
import io.transcripthub.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole hub whose vendor, tokens, search and webhook are behind TLS of an authority that Java does not know. */
class CorporateNetworkTest {
    @TempDir
    private static Path certificates;

    private static TestAuthority corporate;
    private static Issued server;

    @TempDir
    private Path folder;

    private final List<String> settings = new ArrayList<>();
    private Sandbox sandbox;
    private BulkServer search;
    private Receiver receiver;

    @BeforeAll
    static void issue() throws Exception {
        corporate = TestAuthority.named(certificates, "Corporate CA");
        server = corporate.issue("server", "DNS:*.corp.test,IP:127.0.0.1");
        for (String target : List.of("cxone", "search", "webhook")) {
            corporate.issue(target, "DNS:hub.corp.test");
        }
    }

    @BeforeEach
    void start() throws Exception {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        search = new BulkServer();
        receiver = new Receiver();
    }

    @AfterEach
    void stop() {
        sandbox.close();
        search.close();
        receiver.close();
    }

    @Test
    void each_is_reached_through_the_proxy_and_shown_its_own_certificate_alone() throws Exception {
        try (TestProxy proxy = new TestProxy();
                TlsFront vendor = TlsFront.demanding(sandbox.port(), corporate, server);
                TlsFront index = TlsFront.demanding(search.port(), corporate, server);
                TlsFront hook = TlsFront.demanding(receiver.port(), corporate, server)) {
            set("tls.ca-bundle", corporate.certificate());
            set("proxy.url", proxy.url());
            set("proxy.username", TestProxy.USER);
            set("proxy.password", TestProxy.PASSWORD);
            List.of("cxone", "search", "webhook").forEach(this::identify);
            at(
                    "vendor.corp.test:" + vendor.port(),
                    "search.corp.test:" + index.port(),
                    "hook.corp.test:" + hook.port());
            try (TestHub hub = hub()) {
                JsonNode job = hub.client().until(hub.client().jobId("rec-lost-card-1"), "DELIVERED");
                assertThat(job.path("deliveries").path("webhook").asText()).isEqualTo("DELIVERED");
            }
            assertThat(search.documents()).hasSize(1);
            assertThat(receiver.received()).hasSize(1);
            assertThat(proxy.targets())
                    .contains(
                            "vendor.corp.test:" + vendor.port(),
                            "search.corp.test:" + index.port(),
                            "hook.corp.test:" + hook.port());
            assertThat(vendor.clients()).containsOnly("CN=cxone");
            assertThat(index.clients()).containsOnly("CN=search");
            assertThat(hook.clients()).containsOnly("CN=webhook");
        }
    }

    @Test
    void without_a_proxy_and_client_certificates_the_bundle_is_enough() throws Exception {
        try (TlsFront vendor = TlsFront.before(sandbox.port(), corporate, server);
                TlsFront index = TlsFront.before(search.port(), corporate, server);
                TlsFront hook = TlsFront.before(receiver.port(), corporate, server)) {
            set("tls.ca-bundle", corporate.certificate());
            at("127.0.0.1:" + vendor.port(), "127.0.0.1:" + index.port(), "127.0.0.1:" + hook.port());
            try (TestHub hub = hub()) {
                hub.client().until(hub.client().jobId("rec-lost-card-1"), "DELIVERED");
            }
            assertThat(vendor.clients()).containsOnly("nobody");
            assertThat(receiver.received()).hasSize(1);
        }
    }

    @Test
    void a_vendor_of_an_unknown_authority_gets_neither_credentials_nor_jobs_and_the_job_says_why() throws Exception {
        try (TlsFront vendor = TlsFront.before(sandbox.port(), corporate, server)) {
            at("127.0.0.1:" + vendor.port(), "127.0.0.1:9", "127.0.0.1:9");
            try (TestHub hub = hub()) {
                assertThat(reason(hub, hub.client().jobId("rec-lost-card-1")))
                        .contains("/oauth2/token: the server's certificate is signed by 'CN=Corporate CA'")
                        .endsWith("put that CA's certificate into tls.ca-bundle");
            }
            assertThat(sandbox.stats().tokensIssued()).isZero();
            assertThat(vendor.clients()).isEmpty();
        }
    }

    @Test
    void sinks_of_an_unknown_authority_get_nothing_and_the_job_says_why() throws Exception {
        try (TlsFront index = TlsFront.before(search.port(), corporate, server);
                TlsFront hook = TlsFront.before(receiver.port(), corporate, server)) {
            at("127.0.0.1:9", "127.0.0.1:" + index.port(), "127.0.0.1:" + hook.port());
            set("cxone.recordings.base-url", sandbox.baseUrl());
            try (TestHub hub = hub()) {
                String jobId = hub.client().jobId("rec-lost-card-1");
                hub.client().until(jobId, "COMPLETED");
                assertThat(reason(hub, jobId)).contains("signed by 'CN=Corporate CA'");
            }
            assertThat(search.documents()).isEmpty();
            assertThat(receiver.received()).isEmpty();
        }
    }

    private static String reason(TestHub hub, String jobId) throws Exception {
        return Eventually.value(
                        Duration.ofSeconds(20),
                        "a reason",
                        () -> hub.client().job(jobId).path("reason").asText(""),
                        reason -> reason.contains("certificate"))
                .toString();
    }

    private TestHub hub() throws Exception {
        return TestHub.start(folder, sandbox, settings.toArray(String[]::new));
    }

    private void at(String vendor, String search, String webhook) {
        set("cxone.recordings.base-url", "https://" + vendor);
        set("search.hosts", "https://" + search);
        set("webhook.url", "https://" + webhook + "/hook");
    }

    private void identify(String target) {
        set(target + ".tls.client-cert", certificates.resolve(target + ".pem"));
        set(target + ".tls.client-key", certificates.resolve(target + "-key.pem"));
    }

    private void set(String key, Object value) {
        settings.addAll(List.of(key, value.toString()));
    }
}
