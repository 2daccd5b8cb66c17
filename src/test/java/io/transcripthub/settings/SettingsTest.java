package io.transcripthub.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name_the_file() {
        file = folder.resolve("application.properties");
    }

    @Test
    void without_any_configuration_everything_has_its_default() {
        Settings settings = load();
        assertThat(settings.get("hub.data-dir")).isEqualTo("data");
        assertThat(settings.number("hub.http.port")).isEqualTo(8080);
        assertThat(settings.bytes("hub.http.max-body")).isEqualTo(10 * 1024 * 1024);
        assertThat(settings.list("hub.accounts")).containsExactly("cxone", "genesys");
        assertThat(settings.duration("polling.deadline")).isEqualTo(Duration.ofMinutes(10));
        assertThat(settings.path("audit.dir")).isEqualTo(Path.of("data", "audit"));
        assertThat(settings.get("hub.node")).matches("[A-Za-z0-9._-]+");
        assertThat(settings.has("webhook.url")).isFalse();
    }

    @Test
    void the_file_wins_over_the_default() throws IOException {
        write("hub.http.port=9000");
        assertThat(load().number("hub.http.port")).isEqualTo(9000);
    }

    @Test
    void the_environment_wins_over_the_file() throws IOException {
        write("hub.http.port=9000", "hub.data-dir=from-file");
        Settings settings = load(Map.of("HUB_HTTP_PORT", "9001"), Map.of());
        assertThat(settings.number("hub.http.port")).isEqualTo(9001);
        assertThat(settings.get("hub.data-dir")).isEqualTo("from-file");
    }

    @Test
    void set_wins_over_the_environment() throws IOException {
        write("hub.http.port=9000");
        Settings settings = load(Map.of("HUB_HTTP_PORT", "9001"), Map.of("hub.http.port", "9002"));
        assertThat(settings.number("hub.http.port")).isEqualTo(9002);
    }

    @Test
    void an_empty_value_means_not_set() throws IOException {
        write("webhook.url=http://example.com/hook", "search.index=calls");
        Settings settings = load(Map.of("SEARCH_INDEX", ""), Map.of("webhook.url", ""));
        assertThat(settings.has("webhook.url")).isFalse();
        assertThat(settings.get("search.index")).isEqualTo("transcripts");
    }

    @Test
    void a_secret_may_stand_in_a_file_that_the_environment_names() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "from a file\n");
        Settings settings = load(Map.of("CXONE_CLIENT_SECRET_FILE", secret.toString()), Map.of());
        assertThat(settings.get("cxone.client-secret")).isEqualTo("from a file");
    }

    @Test
    void a_secret_file_that_is_not_there_is_named() {
        refused(Map.of("CXONE_CLIENT_SECRET_FILE", "/no/such/file"), Map.of())
                .withMessage("CXONE_CLIENT_SECRET_FILE: expected a readable file in UTF-8, found /no/such/file");
    }

    @Test
    void an_unknown_key_is_named_with_its_line_and_what_was_meant() throws IOException {
        write("# a comment: hub.inbx", "", "hub.node=n1", "  search.hots = http://localhost:9200");
        refused().withMessage(file + ":4: unknown key 'search.hots'; did you mean 'search.hosts'?");
    }

    @Test
    void an_unknown_key_that_resembles_none_is_named_without_a_guess() {
        refused(Map.of(), Map.of("what.is.this.key.about", "1"))
                .withMessage("--set: unknown key 'what.is.this.key.about'");
    }

    @Test
    void a_key_of_an_account_that_is_not_listed_is_unknown() throws IOException {
        write("hub.accounts=cxone", "genesys.client-id=x");
        refused().withMessageStartingWith(file + ":2: unknown key 'genesys.client-id'");
    }

    @Test
    void variables_of_the_environment_that_are_not_ours_are_left_alone() {
        assertThat(load(Map.of("HUB_COLOUR", "blue", "PATH", "/bin"), Map.of()).asMap())
                .isEqualTo(load().asMap());
    }

    @ParameterizedTest
    @CsvSource({"analytics.outcomes.sold,' '", "analytics.outcomes.,Success"})
    void an_outcome_has_a_disposition_and_a_name(String key, String value) {
        refused(Map.of(), Map.of(key, value))
                .withMessage("--set: " + key + ": expected analytics.outcomes.<disposition>=<outcome>, found '" + value
                        + "'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hub.http.port | 70000 | a port from 0 to 65535",
                "hub.http.port | http | a port from 0 to 65535",
                "hub.http.max-body | 10 MB | a size such as 512KB, 10MB or 1GB",
                "hub.node | a b | letters, digits, '.', '_' or '-'",
                "hub.accounts | cxone,,genesys | names of letters, digits, '_' or '-', separated by commas",
                "cxone.type | zoom | cxone or genesys",
                "cxone.budget | 150 | requests a period such as 150/5m",
                "cxone.recordings.base-url | api.example.com | an http:// or https:// address",
                "cxone.recordings.token-url | /token | an http:// or https:// address",
                "genesys.adopt-unknown | yes | true or false",
                "polling.initial-interval | 10 | a duration such as 250ms, 10s, 5m, 1h or 7d",
                "polling.initial-interval | -1s | a duration such as 250ms, 10s, 5m, 1h or 7d",
                "polling.multiplier | 0.5 | a number of at least 1",
                "cxone.polling.max-interval | soon | a duration such as 250ms, 10s, 5m, 1h or 7d",
                "redaction.mode | lax | standard or strict",
                "search.hosts | localhost:9200 | embedded, or http:// or https:// addresses separated by commas",
                "proxy.url | https://proxy:3128 | http://host:port, with its user in proxy.username and proxy.password",
                "proxy.url | http://proxy | http://host:port, with its user in proxy.username and proxy.password",
                "proxy.url | proxy:3128 | http://host:port, with its user in proxy.username and proxy.password",
                "proxy.bypass | 10.0.0.0/8 | host names such as search.corp, or .corp for all below it, separated by commas",
                "delivery.retry-schedule | 0s,,5s | durations such as 0s,5s,5m separated by commas",
                "analytics.time-zone | Mars/Olympus | a time zone such as UTC or Europe/Berlin"
            })
    void a_value_that_does_not_fit_is_refused_with_what_was_expected(String key, String found, String expected) {
        refused(Map.of(), Map.of(key, found))
                .withMessage("--set: " + key + ": expected " + expected + ", found '" + found + "'");
    }

    @Test
    void a_wrong_value_is_placed_where_it_was_set_last() throws IOException {
        write("hub.node=n1", "hub.http.port=1", "hub.http.port=x");
        refused().withMessageStartingWith(file + ":3: hub.http.port: ");
        refused(Map.of("HUB_HTTP_PORT", "y"), Map.of())
                .withMessageStartingWith("environment variable HUB_HTTP_PORT: hub.http.port: ");
    }

    @Test
    void a_secret_is_never_shown() throws IOException {
        write("webhook.secret=hunter2");
        refused()
                .withMessage(file + ":1: webhook.secret: expected whsec_ followed by base64, several separated by"
                        + " commas, found something else");
    }

    @Test
    void secrets_are_masked_where_settings_are_shown() {
        Settings settings = load(
                Map.of(),
                Map.of(
                        "cxone.client-secret", "hunter2",
                        "hub.api-key", "hunter2",
                        "search.password", "hunter2",
                        "search.hosts", "https://elastic:hunter2@search:9200",
                        "hub.db.url", "jdbc:postgresql://db/hub?user=hub&password=hunter2&ssl=true"));
        assertThat(settings.masked().toString()).doesNotContain("hunter2");
        assertThat(settings.masked())
                .containsEntry("hub.api-key", "********")
                .containsEntry("search.api-key", "")
                .containsEntry("search.hosts", "https://********@search:9200")
                .containsEntry("hub.db.url", "jdbc:postgresql://db/hub?user=hub&password=********&ssl=true")
                .containsEntry("hub.http.port", "8080");
    }

    @Test
    void an_account_of_another_name_has_the_keys_of_its_type() {
        Settings settings = load(
                Map.of(),
                Map.of("hub.accounts", "emea, cxone", "emea.type", "genesys", "emea.base-url", "https://emea.example"));
        assertThat(settings.list("hub.accounts")).containsExactly("emea", "cxone");
        assertThat(settings.get("emea.token-url")).isEqualTo("https://emea.example/oauth/token");
        assertThat(settings.asMap()).doesNotContainKey("genesys.base-url");
    }

    @Test
    void an_account_of_another_name_needs_a_type() {
        refused(Map.of(), Map.of("hub.accounts", "emea"))
                .withMessage("emea.type: expected cxone or genesys, found nothing; an account that is not named after"
                        + " its type needs this key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hub", "polling", "search", "camel", "chat", "proxy", "tls"})
    void an_account_cannot_be_named_like_the_hubs_own_keys(String name) {
        refused(Map.of(), Map.of("hub.accounts", name))
                .withMessage("--set: hub.accounts: expected names that no other key begins with, found '" + name + "'");
    }

    @ParameterizedTest
    @CsvSource({
        "cxone.recordings, /api/v2/auth/oauth2/token",
        "cxone.speech, /oauth/token",
        "cxone.analytics, /oauth2/token",
        "cxone.chat, /api/v2/oauth/token",
        "genesys, /oauth/token"
    })
    void a_token_url_follows_its_base_url(String api, String path) {
        Settings settings = load(Map.of(), Map.of(api + ".base-url", "https://api.example/"));
        assertThat(settings.get(api + ".token-url")).isEqualTo("https://api.example" + path);
    }

    @Test
    void a_token_url_that_is_given_stays() {
        Settings settings = load(
                Map.of(),
                Map.of(
                        "cxone.recordings.base-url", "https://api.example",
                        "cxone.recordings.token-url", "https://login.example/token"));
        assertThat(settings.get("cxone.recordings.token-url")).isEqualTo("https://login.example/token");
    }

    @Test
    void an_account_polls_as_all_do_unless_it_says_otherwise() {
        Settings settings = load(Map.of(), Map.of("polling.deadline", "1h", "cxone.polling.initial-interval", "250ms"));
        assertThat(settings.duration("cxone.polling.initial-interval")).isEqualTo(Duration.ofMillis(250));
        assertThat(settings.duration("cxone.polling.deadline")).isEqualTo(Duration.ofHours(1));
        assertThat(settings.duration("genesys.polling.initial-interval")).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void other_machines_are_let_in_only_with_an_api_key() {
        refused(Map.of(), Map.of("hub.http.host", "0.0.0.0"))
                .withMessage("--set: hub.http.host: expected a loopback address as long as hub.api-key is not set,"
                        + " found '0.0.0.0'");
        assertThat(load(Map.of(), Map.of("hub.http.host", "0.0.0.0", "hub.api-key", "k"))
                        .get("hub.http.host"))
                .isEqualTo("0.0.0.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1"})
    void this_machine_is_let_in_without_an_api_key(String host) {
        assertThat(load(Map.of(), Map.of("hub.http.host", host)).get("hub.http.host"))
                .isEqualTo(host);
    }

    @Test
    void keys_of_Camel_pass_through() throws IOException {
        write("camel.component.vertx-http.connect-timeout=2000");
        assertThat(load().asMap()).containsEntry("camel.component.vertx-http.connect-timeout", "2000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camel.ssl.trustAllCertificates",
                "camel.ssl.trust-all-certificates",
                "camel.component.http.x509-hostname-verifier",
                "camel.component.http.x509HostnameVerifier"
            })
    void no_key_has_certificates_believed_unseen(String key) {
        refused(Map.of(), Map.of(key, "true"))
                .withMessage("--set: " + key + ": expected that certificates are checked, with the CA of your own in"
                        + " tls.ca-bundle, found a key that switches it off");
        assertThat(load(Map.of(), Map.of(key, "false")).get(key)).isEqualTo("false");
    }

    @Test
    void an_own_bundle_wins_over_the_common_one() {
        Settings settings = load(Map.of(), Map.of("tls.ca-bundle", "corp.pem", "search.tls.ca-bundle", "search.pem"));
        assertThat(settings.get("cxone.tls.ca-bundle")).isEqualTo("corp.pem");
        assertThat(settings.get("webhook.tls.ca-bundle")).isEqualTo("corp.pem");
        assertThat(settings.get("search.tls.ca-bundle")).isEqualTo("search.pem");
        assertThat(settings.place("webhook.tls.ca-bundle")).isEqualTo("--set");
    }

    @Test
    void the_user_of_a_proxy_does_not_belong_into_its_url_and_is_not_shown() {
        refused(Map.of(), Map.of("proxy.url", "http://hub:hunter2@proxy:3128"))
                .withMessageContaining("found 'http://********@proxy:3128'");
    }

    @Test
    void the_file_of_a_key_is_no_secret() {
        Settings settings = load(
                Map.of(), Map.of("cxone.tls.client-key", "hub-key.pem", "cxone.tls.client-key-password", "hunter2"));
        assertThat(settings.masked())
                .containsEntry("cxone.tls.client-key", "hub-key.pem")
                .containsEntry("cxone.tls.client-key-password", "********");
    }

    @Test
    void a_file_that_is_not_UTF_8_is_refused() throws IOException {
        Files.write(file, new byte[] {'a', '=', (byte) 0xff});
        refused().withMessage("--config: expected a readable file in UTF-8, found " + file);
    }

    @Test
    void a_broken_escape_is_refused() throws IOException {
        write("hub.data-dir=C:\\users");
        refused().withMessage(file + ": expected \\u to be followed by four hexadecimal digits");
    }

    private void write(String... lines) throws IOException {
        Files.write(file, List.of(lines));
    }

    private Settings load() {
        return load(Map.of(), Map.of());
    }

    private Settings load(Map<String, String> environment, Map<String, String> overrides) {
        return Settings.load(file, environment, overrides);
    }

    private ThrowableAssertAlternative<InvalidSetting> refused() {
        return refused(Map.of(), Map.of());
    }

    private ThrowableAssertAlternative<InvalidSetting> refused(
            Map<String, String> environment, Map<String, String> overrides) {
        return assertThatExceptionOfType(InvalidSetting.class).isThrownBy(() -> load(environment, overrides));
    }
}
