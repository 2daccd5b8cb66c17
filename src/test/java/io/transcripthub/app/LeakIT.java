package io.transcripthub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.transcripthub.ledger.Database;
import io.transcripthub.sandbox.Call;
import io.transcripthub.sandbox.Calls;
import io.transcripthub.sandbox.Faults;
import io.transcripthub.sandbox.Sandbox;
import io.transcripthub.sandbox.SandboxOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What callers said that nobody may keep is nowhere, whatever became of the calls. */
class LeakIT {
    @TempDir
    private Path dir;

    @Test
    void no_secret_of_any_call_reaches_disk_log_search_or_webhook() throws Exception {
        List<Call.Secret> secrets =
                Calls.all().stream().flatMap(call -> call.secrets().stream()).toList();
        assertThat(secrets).hasSizeGreaterThan(20);
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
                BulkServer search = new BulkServer();
                Receiver receiver = new Receiver()) {
            Map<String, String> settings = TestHub.settings(
                    dir,
                    sandbox,
                    "search.hosts",
                    search.url(),
                    "webhook.url",
                    receiver.url(),
                    "delivery.retry-schedule",
                    "0s,500ms,500ms");
            try (HubProcess hub = HubProcess.start(dir, Path.of("routes"), settings)) {
                for (Call call : Calls.all()) {
                    assertThat(hub.client().submitBody(request(call)).status()).isEqualTo(202);
                }
                receiver.answerWith(500, Map.of());
                for (Call.Secret secret : secrets) {
                    hub.client().submitBody("{\"referenceText\":\"" + secret.value() + "\",");
                    hub.client().submitLines("{\"x\":\"" + secret.value() + "\"}\n" + secret.value());
                }
                Eventually.until(
                        Duration.ofSeconds(60),
                        "all delivered to search",
                        () -> search.documents().size() == Calls.all().size());
                Eventually.until(
                        Duration.ofSeconds(60),
                        "all webhooks",
                        () -> receiver.received().stream()
                                        .map(webhook -> webhook.headers().get("webhook-id"))
                                        .distinct()
                                        .count()
                                == Calls.all().size());
                hub.terminate(Duration.ofSeconds(20));
            }
            for (Call.Secret secret : secrets) {
                String value = secret.value();
                assertThat(search.documents().values()).as(secret.type()).noneMatch(text -> text.contains(value));
                assertThat(receiver.received())
                        .as(secret.type())
                        .noneMatch(webhook -> new String(webhook.body(), StandardCharsets.UTF_8).contains(value));
            }
            assertNowhereOnDisk(secrets);
        }
    }

    /** A chat's words, in letters that JSON, the database and H2's own encoding may write in several ways. */
    private static final String SAID = "My grandmother's maiden name was Przybyłska, née \uD83D\uDE00 Łódź";

    @Test
    void what_a_chat_says_is_nowhere_in_the_clear_and_nowhere_at_all_once_it_has_ended() throws Exception {
        Path inbox = Files.createDirectory(dir.resolve("inbox"));
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
                Receiver receiver = new Receiver()) {
            receiver.answerWith(500, Map.of());
            Map<String, String> settings = TestHub.settings(
                    dir,
                    sandbox,
                    "webhook.url",
                    receiver.url(),
                    "chat.archive-url",
                    receiver.url(),
                    "chat.archive-dir",
                    dir.resolve("archive").toString(),
                    "hub.inbox",
                    inbox.toString(),
                    "delivery.retry-schedule",
                    "0s,200ms");
            sandbox.use(Faults.parse("503"));
            try (HubProcess hub = HubProcess.start(dir, Path.of("routes"), settings)) {
                for (String id : List.of("ext_1", "ext_2", "ext-invalid-3", "ext-forbidden-4")) {
                    assertThat(inject(hub, ChatsTest.chat(id, SAID)).status()).isEqualTo(202);
                }
                for (String bad : List.of("{\"text\":\"" + SAID + "\"}", "{\"" + SAID, "\"" + SAID + "\"")) {
                    assertThat(inject(hub, bad).status()).isEqualTo(400);
                }
                assertThat(inject(hub, ChatsTest.chat("ext 5 " + SAID, SAID)).status())
                        .isEqualTo(400);
                throughTheInbox(inbox);
                Eventually.until(
                        Duration.ofSeconds(30),
                        "attempts",
                        () -> sandbox.stats().requests("chat", 503) > 5);
                nobodySaysIt(hub);
                hub.kill();
            }
            List<String> sealed = sealedTexts();
            assertThat(sealed).hasSize(5).allMatch(text -> text.startsWith("v1."));
            assertNowhereOnDisk(said());
            sandbox.use(Faults.NONE);
            try (HubProcess hub = HubProcess.start(dir, Path.of("routes"), settings)) {
                Eventually.until(
                        Duration.ofSeconds(60),
                        "all ended, with dead letters",
                        () -> hub.client().count(Set.of("COMPLETED")) == 3
                                && hub.client().count(Set.of("FAILED")) == 2
                                && hub.client()
                                                .summary()
                                                .at("/deliveries/archive-url/DEAD")
                                                .asInt()
                                        == 3);
                nobodySaysIt(hub);
                hub.terminate(Duration.ofSeconds(20));
            }
            assertThat(receiver.received())
                    .isNotEmpty()
                    .noneMatch(told -> new String(told.body(), StandardCharsets.UTF_8).contains("grandmother"));
            assertThat(sealedTexts()).isEmpty();
            assertNowhereOnDisk(said());
            Eventually.until(
                    Duration.ofSeconds(30),
                    "pages that a deletion left behind are overwritten at the next start",
                    () -> startedAgain()
                            && sealedTexts().isEmpty()
                            && onDisk(sealed).isEmpty());
        }
    }

    private boolean startedAgain() {
        Database.open(Database.embeddedUrl(dir.resolve("data")), "", "", "n1").close();
        return true;
    }

    private List<Path> onDisk(List<String> texts) throws Exception {
        List<Path> found = new ArrayList<>();
        for (Path file : TestHub.files(dir.resolve("data"))) {
            String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
            if (texts.stream().anyMatch(bytes::contains)) {
                found.add(file);
            }
        }
        return found;
    }

    private static HubClient.Reply inject(HubProcess hub, String chat) throws Exception {
        return hub.client().post("/api/v1/chats", chat, "Content-Type", "application/json");
    }

    private static void throughTheInbox(Path inbox) throws Exception {
        Path part = Files.writeString(
                inbox.resolve("chats.part"),
                ChatsTest.chat("ext_6", SAID) + "\n" + ChatsTest.chat("", SAID) + "\n" + SAID + "\n");
        Files.move(part, inbox.resolve("chats.jsonl"));
        Eventually.until(
                Duration.ofSeconds(30),
                "the file is taken",
                () -> Files.isDirectory(inbox.resolve("rejects"))
                        && !TestHub.files(inbox.resolve("rejects")).isEmpty()
                        && !Files.exists(inbox.resolve("chats.jsonl")));
    }

    private static void nobodySaysIt(HubProcess hub) throws Exception {
        for (String path : List.of("/api/v1/jobs", "/api/v1/jobs/summary")) {
            assertThat(hub.client().get(path).raw().body()).as(path).doesNotContain("grandmother");
        }
        assertThat(hub.client().text("/observe/metrics")).contains("hub_jobs").doesNotContain("grandmother");
    }

    /** Whole, and in parts, should one of its letters be written otherwise. */
    private static List<Call.Secret> said() {
        return Stream.of(SAID, "My grandmother", "maiden name was", "Przyby")
                .map(words -> new Call.Secret("chat", words))
                .toList();
    }

    private List<String> sealedTexts() throws Exception {
        try (Connection database = DriverManager.getConnection(Database.embeddedUrl(dir.resolve("data")), "sa", "");
                Statement select = database.createStatement();
                ResultSet row = select.executeQuery("select sealed from chat")) {
            List<String> sealed = new ArrayList<>();
            while (row.next()) {
                sealed.add(row.getString(1));
            }
            return sealed;
        }
    }

    /** The data folder with ledger and audit, what the hub said, and whatever else it may have left in its folder. */
    private void assertNowhereOnDisk(List<Call.Secret> secrets) throws Exception {
        for (Path file : TestHub.files(dir)) {
            byte[] bytes = Files.readAllBytes(file);
            String eight = new String(bytes, StandardCharsets.ISO_8859_1);
            for (Call.Secret secret : secrets) {
                String utf8 = new String(secret.value().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
                String utf16 =
                        new String(secret.value().getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
                assertThat(eight.contains(utf8) || eight.contains(utf16))
                        .as(secret.type() + " in " + dir.relativize(file))
                        .isFalse();
            }
        }
    }

    private static String request(Call call) {
        ObjectNode request = HubClient.JSON
                .createObjectNode()
                .put("account", "cxone")
                .put("recordingId", "rec-" + call.name() + "-1")
                .put("languageCode", call.language())
                .put("referenceText", call.reference() == null ? call.text() : call.reference() + " " + call.text());
        return request.toString();
    }
}
