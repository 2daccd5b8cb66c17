package io.transcripthub.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.transcripthub.network.TestAuthority;
import io.transcripthub.network.TestAuthority.Issued;
import io.transcripthub.network.TestProxy;
import io.transcripthub.network.TlsFront;
import io.transcripthub.sandbox.Sandbox;
import io.transcripthub.sandbox.SandboxOptions;
import io.transcripthub.settings.InvalidSetting;
import io.transcripthub.settings.Settings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of the way to the others: proxy, authorities, client certificates. */
class DoctorNetworkTest {
    @TempDir
    private static Path certificates;

    private static TestAuthority corporate;
    private static Issued server;
    private static Issued client;
    private static Sandbox sandbox;

    @TempDir
    private Path folder;

    private final Map<String, String> overrides = new HashMap<>();

    @BeforeAll
    static void issue() throws Exception {
        corporate = TestAuthority.named(certificates, "Corporate CA");
        server = corporate.issue("server", "DNS:vendor.corp.test,IP:127.0.0.1");
        client = corporate.issue("client", "DNS:hub.corp.test");
        sandbox = Sandbox.start(SandboxOptions.defaults());
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void alone() {
        overrides.putAll(Map.of("hub.accounts", "cxone", "hub.data-dir", folder.toString(), "hub.http.port", "0"));
    }

    @Test
    void nothing_configured_is_told_as_that() {
        Map<String, Diagnosis> found = examine();
        assertThat(found.get("proxy")).hasToString("not configured");
        assertThat(found.get("tls"))
                .hasToString("OK, cxone, search, webhook: believes Java's authorities, shows no certificate");
    }

    @Test
    void all_goes_the_way_that_the_hub_would_take() throws Exception {
        try (TestProxy proxy = new TestProxy();
                TlsFront vendor = TlsFront.demanding(sandbox.port(), corporate, server)) {
            through(proxy, TestProxy.PASSWORD);
            set("tls.ca-bundle", corporate.certificate());
            set("cxone.tls.client-cert", client.certificate());
            set("cxone.tls.client-key", client.key());
            set("cxone.recordings.base-url", "https://vendor.corp.test:" + vendor.port());
            set("webhook.url", "https://vendor.corp.test:" + vendor.port());
            Map<String, Diagnosis> found = examine();
            assertThat(found.get("token cxone.recordings").toString())
                    .matches("OK, from https://vendor.corp.test:\\d+/api/v2/auth/oauth2/token, for 3600 s");
            assertThat(found.get("proxy").toString())
                    .startsWith("OK, " + proxy.url() + " as hub, but not for localhost");
            assertThat(found.get("tls").toString())
                    .startsWith("OK, cxone: believes Java's authorities and 1 more (the first expires at ")
                    .contains("shows 'CN=client', which expires at ")
                    .contains("search, webhook: believes");
            assertThat(found.get("webhook").toString())
                    .startsWith("FAILED")
                    .contains("the server asks for another client certificate");
            assertThat(found.toString()).doesNotContain(TestProxy.PASSWORD);
            assertThat(vendor.clients()).containsOnly("CN=client");
        }
    }

    @Test
    void an_unknown_authority_is_told_by_its_name_with_what_to_do() throws Exception {
        try (TlsFront vendor = TlsFront.before(sandbox.port(), corporate, server)) {
            String address = "https://127.0.0.1:" + vendor.port();
            set("cxone.recordings.base-url", address);
            set("webhook.url", address);
            set("search.hosts", address);
            String words = "the server's certificate is signed by 'CN=Corporate CA', which is not known;"
                    + " put that CA's certificate into tls.ca-bundle";
            Map<String, Diagnosis> found = examine();
            assertThat(found.get("token cxone.recordings")).hasToString("FAILED, " + address + ": " + words);
            assertThat(found.get("webhook")).hasToString("FAILED, " + address + ": " + words + "; check webhook.url");
            assertThat(found.get("search").toString()).startsWith("FAILED").contains(words);
        }
    }

    @Test
    void a_proxy_that_wants_other_credentials_is_told() throws Exception {
        try (TestProxy proxy = new TestProxy()) {
            through(proxy, "wr0ng");
            set("cxone.recordings.base-url", "https://vendor.corp.test");
            set("search.hosts", "https://search.corp.test");
            Map<String, Diagnosis> found = examine();
            String words = "the proxy asks for other credentials (407); check proxy.username and proxy.password";
            assertThat(found.get("token cxone.recordings")).hasToString("FAILED, https://vendor.corp.test: " + words);
            assertThat(found.get("search").toString()).contains(words);
            assertThat(found.toString()).doesNotContain("wr0ng");
        }
    }

    @Test
    void a_proxy_that_is_away_is_told() {
        set("proxy.url", "http://127.0.0.1:9");
        assertThat(examine().get("proxy")).hasToString("FAILED, nothing listens at 127.0.0.1:9; check proxy.url");
    }

    @Test
    void a_token_that_would_go_in_the_clear_is_told() throws Exception {
        try (TestProxy proxy = new TestProxy()) {
            through(proxy, TestProxy.PASSWORD);
            set("cxone.recordings.base-url", "http://vendor.corp.test:" + sandbox.port());
            assertThat(examine().get("token cxone.recordings").toString())
                    .startsWith("OK, from http://vendor.corp.test:")
                    .endsWith(" s; client secret and token go in the clear: use https");
        }
    }

    @Test
    void files_that_cannot_be_used_end_it() {
        set("tls.ca-bundle", folder.resolve("none.pem"));
        assertThatExceptionOfType(InvalidSetting.class)
                .isThrownBy(this::examine)
                .withMessage(
                        "--set: tls.ca-bundle: " + folder + "/none.pem: expected a file that can be read, found none");
    }

    private void through(TestProxy proxy, String password) {
        set("proxy.url", proxy.url());
        set("proxy.username", TestProxy.USER);
        set("proxy.password", password);
    }

    private void set(String key, Object value) {
        overrides.put(key, value.toString());
    }

    private Map<String, Diagnosis> examine() {
        Settings settings = Settings.load(folder.resolve("none.properties"), Map.of(), overrides);
        return Doctor.examine(settings, InstantSource.system());
    }
}
