package io.transcripthub.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.transcripthub.doctor.Diagnosis.Verdict;
import io.transcripthub.ledger.Database;
import io.transcripthub.sandbox.Sandbox;
import io.transcripthub.sandbox.SandboxOptions;
import io.transcripthub.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of each thing that a hub needs, when it is there and when it is not. */
class DoctorTest {
    private static final String SECRET = "hunter2-hunter2";

    @TempDir
    private Path folder;

    private final Map<String, String> overrides = new HashMap<>();
    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    private InstantSource clock = InstantSource.system();
    private HttpServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    @Test
    void all_is_well_with_a_sandbox_and_nothing_is_changed() {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
            at(sandbox.baseUrl().toString());
            Map<String, Diagnosis> found = examine();
            assertThat(found.values()).extracting(Diagnosis::verdict).doesNotContain(Verdict.FAILED);
            assertThat(found.get("token cxone.recordings").toString())
                    .isEqualTo("OK, from " + sandbox.baseUrl() + "/api/v2/auth/oauth2/token, for 3600 s");
            assertThat(found.get("token genesys").verdict()).isEqualTo(Verdict.OK);
            assertThat(found.get("token cxone.speech")).hasToString("not in use, cxone.speech.base-url is not set");
            assertThat(found.get("token cxone.chat")).hasToString("not in use, cxone.chat.base-url is not set");
            overrides.put("cxone.chat.base-url", sandbox.baseUrl().toString());
            overrides.put("cxone.speech.base-url", sandbox.baseUrl().toString());
            assertThat(examine().get("token cxone.chat").verdict()).isEqualTo(Verdict.OK);
            assertThat(examine().get("token cxone.speech").toString())
                    .isEqualTo("OK, from " + sandbox.baseUrl() + "/oauth/token, for 3600 s");
            assertThat(found.get("chat key").toString()).endsWith("chat.key will be made with the first chat");
            assertThat(found.get("chat archive folder")).hasToString("not configured");
            assertThat(found.get("chat archive")).hasToString("not configured");
            assertThat(found.get("search")).hasToString("OK, embedded, starts with the hub");
            assertThat(found.get("database").toString()).endsWith("ledger.mv.db will be made at the first start");
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void refused_credentials_are_told_with_the_keys_to_look_at_and_without_the_secret() {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
            at(sandbox.baseUrl().toString());
            overrides.put("cxone.client-secret", SECRET);
            assertThat(examine().get("token cxone.recordings").toString())
                    .startsWith("FAILED, ")
                    .endsWith("is 401 invalid_client; check cxone.client-id, cxone.client-secret and scope")
                    .doesNotContain(SECRET);
        }
    }

    @Test
    void nobody_who_listens_is_told_with_what_to_do() {
        at("http://127.0.0.1:9");
        overrides.put("search.hosts", "http://127.0.0.1:9");
        overrides.put("webhook.url", "http://127.0.0.1:9/hook/" + SECRET);
        overrides.put("hub.db.url", "jdbc:postgresql://127.0.0.1:9/hub");
        overrides.put("hub.db.password", SECRET);
        Map<String, Diagnosis> found = examine();
        assertThat(found.get("token genesys")).hasToString("FAILED, http://127.0.0.1:9: nothing listens there");
        assertThat(found.get("search").toString())
                .startsWith("FAILED, search server http://127.0.0.1:9 cannot be reached")
                .endsWith("; check search.hosts");
        assertThat(found.get("webhook"))
                .hasToString("FAILED, http://127.0.0.1:9: nothing listens there; check webhook.url");
        assertThat(found.get("database").toString())
                .startsWith("FAILED, hub.db.url: cannot use the ledger at jdbc:postgresql://127.0.0.1:9/hub:");
        assertThat(found.get("clock").verdict()).isEqualTo(Verdict.NONE);
        assertThat(found.toString()).doesNotContain(SECRET);
        assertThat(Doctor.healthy(found.values().stream())).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 | {} | is 404; check token-url",
                "302 | {} | is 302, a redirect, which is not followed; check token-url",
                "503 | <html> | is 503; try again later",
                "400 | {\"error\":\"invalid_scope\"} | is 400 invalid_scope; check cxone.client-id, cxone.client-secret and scope",
                "401 | {\"error\":\"no: hunter2-hunter2\"} | is 401; check cxone.client-id, cxone.client-secret and scope",
                "200 | {\"token\":\"hunter2-hunter2\"} | found none; check token-url",
                "200 | <html> | found none; check token-url"
            })
    void an_answer_without_a_token_is_told(int status, String body, String words) throws IOException {
        at(answering(status, body));
        overrides.put("cxone.client-secret", SECRET);
        assertThat(examine().get("token cxone.recordings").toString())
                .startsWith("FAILED, ")
                .endsWith(words)
                .doesNotContain(SECRET);
    }

    @Test
    void a_receiver_of_webhooks_gets_no_event() throws IOException {
        overrides.put("webhook.url", answering(405, "") + "/hook");
        assertThat(examine().get("webhook").toString())
                .startsWith("OK, http://127.0.0.1:")
                .contains("answers (405 to OPTIONS, no event was sent)")
                .endsWith("; events go out unsigned, as webhook.secret is not set");
        assertThat(asked).filteredOn(call -> call.endsWith("/hook")).containsExactly("OPTIONS /hook");
    }

    @Test
    void a_receiver_that_redirects_would_get_nothing() throws IOException {
        overrides.put("webhook.url", answering(301, "") + "/hook");
        assertThat(examine().get("webhook").toString())
                .startsWith("FAILED")
                .endsWith("set webhook.url to where it leads");
    }

    @ParameterizedTest
    @CsvSource({"0, OK", "30, OK", "-30, OK", "120, FAILED", "-120, FAILED"})
    void a_clock_may_be_a_minute_off(long seconds, Verdict expected) throws IOException {
        clock = () -> Instant.now().plusSeconds(seconds);
        at(answering(404, ""));
        assertThat(examine().get("clock").verdict()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"version\":{\"number\":\"2.19.5\",\"distribution\":\"opensearch\"}} | OK, OpenSearch 2.19.5, index 'transcripts' is there",
                "{\"version\":{\"number\":\"9.5.0\"}} | OK, Elasticsearch 9.5.0, index 'transcripts' is there",
                "{\"version\":{\"number\":\"9.5.0\"},\"i\":{\"settings\":{\"index.blocks.read_only_allow_delete\":\"true\"}}} | FAILED, Elasticsearch 9.5.0, index 'transcripts' is there, but it cannot be written: index.blocks.read_only_allow_delete is set; is the disk full?"
            })
    void a_search_server_says_which_it_is_and_whether_its_index_can_be_written(String answer, String words)
            throws IOException {
        overrides.put("search.hosts", answering(200, answer));
        assertThat(examine().get("search")).hasToString(words);
        assertThat(asked).allMatch(call -> call.matches("(GET|HEAD|POST /.*token) ?.*"));
    }

    @Test
    void what_is_no_search_server_is_told() throws IOException {
        overrides.put("search.hosts", answering(200, "{}"));
        assertThat(examine().get("search").toString())
                .contains("is neither Elasticsearch nor OpenSearch; check search.hosts");
    }

    @Test
    void a_ledger_on_disk_is_told_with_its_schema_and_left_as_it_is() throws IOException {
        Database.open(Database.embeddedUrl(folder), "", "", "test").close();
        Path file = folder.resolve("ledger.mv.db");
        byte[] before = Files.readAllBytes(file);
        assertThat(examine().get("database").toString()).matches("OK, H2 [\\d.]+, schema \\d+");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void a_ledger_that_another_process_uses_is_told() throws IOException {
        Database.open(Database.embeddedUrl(folder), "", "", "test").close();
        Path file = folder.resolve("ledger.mv.db");
        try (FileChannel ledger = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = ledger.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThat(examine().get("database").toString()).startsWith("FAILED, another process uses the ledger at ");
        }
    }

    @Test
    void a_file_where_a_folder_belongs_is_told() throws IOException {
        Path file = Files.writeString(folder.resolve("data"), "");
        overrides.put("hub.data-dir", file.toString());
        assertThat(examine().get("data folder"))
                .hasToString("FAILED, hub.data-dir: expected a folder, found a file at " + file);
    }

    @Test
    void the_key_of_chats_is_told_by_name_and_only_when_it_is_one_for_its_owner() throws IOException {
        Path file = folder.resolve("keys").resolve("chat.key");
        overrides.put("chat.key-file", file.toString());
        Files.createDirectory(file.getParent());
        String key = Base64.getEncoder().encodeToString(new byte[32]);
        Files.writeString(file, key + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(examine().get("chat key").toString()).matches("OK, " + file + ", key [0-9a-f]{12}");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(examine().get("chat key").toString())
                .startsWith("FAILED, chat.key-file: expected " + file)
                .endsWith("others may use it; chmod 600 it")
                .doesNotContain(key);
        Files.writeString(file, key.substring(8));
        assertThat(examine().get("chat key"))
                .hasToString(
                        "FAILED, chat.key-file: expected 32 bytes in base64 in " + file + ", found something else");
        Files.delete(file);
        Files.createDirectory(file);
        assertThat(examine().get("chat key").toString()).startsWith("FAILED, chat.key-file: cannot read " + file);
    }

    @Test
    void the_archives_of_chats_are_looked_at_as_other_folders_and_receivers() throws IOException {
        Path archive = Files.writeString(folder.resolve("archive"), "");
        overrides.put("chat.archive-dir", archive.toString());
        overrides.put("chat.archive-url", answering(204, "") + "/archive");
        Map<String, Diagnosis> found = examine();
        assertThat(found.get("chat archive folder"))
                .hasToString("FAILED, chat.archive-dir: expected a folder, found a file at " + archive);
        assertThat(found.get("chat archive").toString()).endsWith("answers (204 to OPTIONS, no event was sent)");
        Files.delete(archive);
        server.stop(0);
        assertThat(examine().get("chat archive folder").toString()).startsWith("OK, " + archive + " will be made, ");
        assertThat(examine().get("chat archive").toString())
                .startsWith("FAILED, ")
                .endsWith("; check chat.archive-url");
    }

    @Test
    void another_program_on_the_hubs_port_is_told() throws IOException {
        overrides.put("hub.http.port", portOf(answering(404, "")));
        assertThat(examine().get("hub").toString()).startsWith("FAILED, another program listens at 127.0.0.1:");
    }

    @Test
    void a_running_hub_is_asked_instead_of_its_database() throws IOException {
        overrides.put("hub.http.port", portOf(answering(200, "{\"status\":\"UP\"}")));
        Map<String, Diagnosis> found = examine();
        assertThat(found.get("hub").toString()).startsWith("OK, runs at 127.0.0.1:");
        assertThat(found.get("database")).hasToString("OK, in use by the running hub, as it should be");
        assertThat(found.get("search")).hasToString("OK, embedded, answers within the running hub");
    }

    @Test
    void a_hub_whose_health_is_down_says_why() throws IOException {
        String health =
                "{\"status\":\"DOWN\",\"checks\":[{\"name\":\"context\",\"status\":\"UP\"},{\"name\":\"audit\",\"status\":\"DOWN\"}]}";
        overrides.put("hub.http.port", portOf(answering(503, health)));
        assertThat(examine().get("hub").toString())
                .startsWith("FAILED")
                .endsWith("its health is DOWN: audit; see its log");
    }

    @Test
    void a_server_that_never_answers_costs_seconds_and_nobody_else() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            overrides.put("webhook.url", "http://127.0.0.1:" + silent.getLocalPort());
            long begin = System.nanoTime();
            Map<String, Diagnosis> found = examine();
            assertThat(found.get("webhook").toString()).contains("no answer within 5 s");
            assertThat(found.get("data folder").verdict()).isEqualTo(Verdict.OK);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
        }
    }

    private void at(String baseUrl) {
        overrides.put("cxone.recordings.base-url", baseUrl);
        overrides.put("genesys.base-url", baseUrl);
    }

    private Map<String, Diagnosis> examine() {
        overrides.putIfAbsent("hub.data-dir", folder.toString());
        overrides.putIfAbsent("hub.http.port", "0");
        Settings settings = Settings.load(folder.resolve("none.properties"), Map.of(), overrides);
        return Doctor.examine(settings, clock);
    }

    /** A server that answers the same to everything; its address. */
    private String answering(int status, String body) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(status, head || bytes.length == 0 ? -1 : bytes.length);
            if (!head) {
                exchange.getResponseBody().write(bytes);
            }
            exchange.close();
        });
        server.start();
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static String portOf(String address) {
        return address.substring(address.lastIndexOf(':') + 1);
    }
}
