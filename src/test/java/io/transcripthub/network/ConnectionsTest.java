package io.transcripthub.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.transcripthub.network.TestAuthority.Issued;
import io.transcripthub.settings.InvalidSetting;
import io.transcripthub.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that make a connection, and what is said of those that do not. */
class ConnectionsTest {
    private static final String PASSWORD = "open sesame";

    @TempDir
    private static Path folder;

    private static TestAuthority authority;
    private static Issued client;

    private final Map<String, String> settings = new HashMap<>();
    private InstantSource clock = InstantSource.system();

    @BeforeAll
    static void issue() throws Exception {
        authority = TestAuthority.named(folder, "Corporate CA");
        client = authority.issue("hub", "DNS:hub.test");
    }

    @Test
    void nothing_is_configured_by_default() {
        assertThat(read().to("cxone")).satisfies(connection -> {
            assertThat(connection.proxy()).isEmpty();
            assertThat(connection.tls()).isEqualTo("believes Java's authorities, shows no certificate");
        });
    }

    @Test
    void a_bundle_is_for_all_targets_but_those_with_their_own() throws IOException {
        Path two = Files.writeString(
                folder.resolve("two.pem"),
                "Subject: CN=Corporate CA\n" + Files.readString(authority.certificate()) + "\nand\r\n"
                        + Files.readString(client.certificate()).replace("\n", "\r\n"));
        set("tls.ca-bundle", authority.certificate());
        set("search.tls.ca-bundle", two);
        assertThat(read().to("cxone").tls()).contains("and 1 more");
        assertThat(read().to("webhook").tls()).contains("and 1 more");
        assertThat(read().to("search").tls()).contains("and 2 more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA", "ED25519"})
    void keys_of_each_kind_are_taken(String algorithm) throws Exception {
        show(authority.issue("client-" + algorithm, "DNS:hub.test", algorithm));
        assertThat(read().to("cxone").tls()).contains("shows 'CN=client-" + algorithm + "', which expires at 2");
        assertThat(read().to("genesys").identity()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-v2,aes-256-cbc", "-v2,aes-128-cbc", "-v2prf,hmacWithSHA1", "-v1,PBE-SHA1-3DES"})
    void an_encrypted_key_is_opened_by_its_password(String option, String cipher) throws Exception {
        show(new Issued(client.certificate(), encrypted(option, cipher)));
        settings.put("cxone.tls.client-key-password", PASSWORD);
        assertThat(read().to("cxone").identity()).isPresent();
    }

    @Test
    void a_password_that_does_not_open_the_key_is_told_without_it() throws Exception {
        show(new Issued(client.certificate(), encrypted("-v2", "aes-256-cbc")));
        settings.put("cxone.tls.client-key-password", "not that one");
        assertRefused(
                "cxone.tls.client-key",
                "hub-encrypted.pem: expected a key that cxone.tls.client-key-password"
                        + " decrypts, found one that it does not");
    }

    @Test
    void an_encrypted_key_needs_a_password() throws Exception {
        show(new Issued(client.certificate(), encrypted("-v2", "aes-256-cbc")));
        assertRefused(
                "cxone.tls.client-key",
                "expected a key that is not encrypted, as cxone.tls.client-key-password"
                        + " is not set, found an encrypted one");
    }

    @Test
    void a_file_that_is_not_there_is_told() {
        set("tls.ca-bundle", folder.resolve("none.pem"));
        assertRefused("tls.ca-bundle", folder + "/none.pem: expected a file that can be read, found none");
    }

    @Test
    void a_folder_is_no_file() {
        set("search.tls.ca-bundle", folder);
        assertRefused("search.tls.ca-bundle", folder + ": expected a file that can be read, found one that cannot");
    }

    @Test
    void what_is_no_pem_is_told() throws IOException {
        set("webhook.tls.ca-bundle", Files.write(folder.resolve("bundle.der"), new byte[] {0x30, (byte) 0x82, 1}));
        assertRefused(
                "webhook.tls.ca-bundle", "expected at least one certificate in PEM (BEGIN CERTIFICATE), found no PEM");
    }

    @Test
    void a_broken_certificate_is_told() throws IOException {
        String whole = Files.readString(authority.certificate());
        set("tls.ca-bundle", Files.writeString(folder.resolve("cut.pem"), whole.replaceFirst("(?m)^M.*\n", "")));
        assertRefused("tls.ca-bundle", "cut.pem: expected certificates of X.509, found something else");
    }

    @Test
    void a_key_in_place_of_a_certificate_is_told() {
        show(new Issued(client.key(), client.key()));
        assertRefused(
                "cxone.tls.client-cert",
                "expected at least one certificate in PEM (BEGIN CERTIFICATE), found" + " BEGIN PRIVATE KEY");
    }

    @Test
    void a_key_of_an_older_form_is_told_with_what_converts_it() throws Exception {
        Path older = folder.resolve("older.pem");
        TestAuthority.openssl("ec", "-in", client.key(), "-out", older);
        show(new Issued(client.certificate(), older));
        assertRefused(
                "cxone.tls.client-key", "found BEGIN EC PRIVATE KEY; openssl pkcs8 -topk8 makes one of an older key");
    }

    @Test
    void the_key_of_another_certificate_is_told() throws Exception {
        show(new Issued(
                client.certificate(), authority.issue("another", "DNS:a.test").key()));
        assertRefused(
                "cxone.tls.client-key",
                "another-key.pem: expected the key of the certificate in " + client.certificate()
                        + ", found another key");
    }

    @Test
    void a_key_of_another_kind_is_told() throws Exception {
        show(new Issued(
                client.certificate(),
                authority.issue("rsa", "DNS:a.test", "RSA").key()));
        assertRefused("cxone.tls.client-key", "expected a key of the certificate's kind, EC, found another");
    }

    @Test
    void an_expired_certificate_is_told_with_its_time() {
        show(client);
        clock = () -> Instant.now().plus(Duration.ofDays(31));
        assertRefused(
                "cxone.tls.client-cert",
                "hub.pem: expected a certificate that is valid now, found one that" + " expired at 2");
    }

    @Test
    void a_certificate_that_is_not_valid_yet_is_told_with_its_time() {
        show(client);
        clock = () -> Instant.now().minus(Duration.ofDays(1));
        assertRefused(
                "cxone.tls.client-cert", "expected a certificate that is valid now, found one that is valid from 2");
    }

    @Test
    void a_certificate_without_its_key_is_told() {
        set("search.tls.client-cert", client.certificate());
        assertRefused(
                "search.tls.client-cert and search.tls.client-key",
                "expected both or none, found" + " search.tls.client-cert alone");
    }

    private void show(Issued shown) {
        set("cxone.tls.client-cert", shown.certificate());
        set("cxone.tls.client-key", shown.key());
    }

    private void set(String key, Path file) {
        settings.put(key, file.toString());
    }

    private static Path encrypted(String option, String cipher) throws IOException, InterruptedException {
        Path file = folder.resolve("hub-encrypted.pem");
        TestAuthority.openssl(
                "pkcs8", "-topk8", "-in", client.key(), option, cipher, "-passout", "pass:" + PASSWORD, "-out", file);
        return file;
    }

    private Connections read() {
        return new Connections(Settings.load(folder.resolve("none"), Map.of(), settings), clock);
    }

    private void assertRefused(String key, String words) {
        assertThatExceptionOfType(InvalidSetting.class)
                .isThrownBy(this::read)
                .withMessageContaining(key + ": ")
                .withMessageContaining(words)
                .withMessageNotContaining("not that one");
    }
}
