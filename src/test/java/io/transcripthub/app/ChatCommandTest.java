package io.transcripthub.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.transcripthub.sandbox.Sandbox;
import io.transcripthub.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code chat inject} and the watched folder. */
class ChatCommandTest {
    private static final String DISORDER =
            ChatsTest.chat("ext_disorder", "second", "first").replaceFirst("09:00:00Z", "09:00:05Z");

    @TempDir
    private static Path dir;

    private static Sandbox sandbox;
    private static TestHub hub;

    @BeforeAll
    static void start() throws Exception {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        hub = TestHub.start(dir, sandbox, "hub.inbox", dir.resolve("inbox").toString());
    }

    @AfterAll
    static void close() throws Exception {
        hub.close();
        sandbox.close();
    }

    /** How a command ended, and what it said. */
    private record Ran(int exit, List<String> out, List<String> err) {}

    @Test
    void good_lines_are_injected_and_bad_ones_named() throws Exception {
        Path file = file(
                ChatsTest.chat("ext_good_1", "Hi"),
                ChatsTest.chat("ext_bad", "Hi", "Ho").replaceFirst("Z\"}]", "\"}]"),
                "",
                "{",
                DISORDER,
                ChatsTest.chat("ext_good_2", "Hi", "Ho"));
        Ran ran = inject(file);
        assertThat(ran.err())
                .containsExactly(
                        "line 2: messages[1].timestamp: expected a time by ISO 8601 with Z or an offset, such as"
                                + " 2024-06-15T09:00:00Z, found other text",
                        "line 4: expected JSON, found something else at column 2",
                        "line 5: messages[1].timestamp: expected no time before that of messages[0], found an earlier"
                                + " one");
        assertThat(ran.out())
                .hasSize(3)
                .startsWith(
                        "accepted 2, duplicates 0, rejected 3",
                        "injected 2 of 2, failed 0, dead 0: success rate 100.0 %");
        assertThat(ran.out().get(2)).matches("latency: median [0-9.]+ s, p95 [0-9.]+ s, longest [0-9.]+ s");
        assertThat(ran.exit()).isEqualTo(1);

        Ran sorted = inject(file(DISORDER, ChatsTest.chat("ext_good_1", "Hi")), "--sort");
        assertThat(sorted.out().get(0)).isEqualTo("accepted 1, duplicates 1, rejected 0");
        assertThat(sorted.exit()).isZero();
        String body = bodyOf("ext_disorder");
        assertThat(body.indexOf("first")).isLessThan(body.indexOf("second"));
    }

    @Test
    void what_is_too_large_is_split_when_that_is_asked_for() throws Exception {
        Path file =
                file(ChatsTest.chat("ext_large", Collections.nCopies(1_100, "x").toArray(String[]::new)));
        assertThat(inject(file).err()).containsExactly("line 1: messages: expected at most 500 messages, found 1100");
        Ran ran = inject(file, "--split");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains("accepted 3, duplicates 0, rejected 0");
        assertThat(bodyOf("ext_large#3")).contains("\"part\":3,\"parts\":3", "msg_1099");
        assertThat(inject(file, "--split").out()).contains("accepted 0, duplicates 3, rejected 0");
    }

    @Test
    void a_chat_that_the_vendor_refuses_is_named_with_its_line() throws Exception {
        Ran ran = inject(file(ChatsTest.chat("ext_fine", "Hi"), ChatsTest.chat("ext-forbidden", "Hi")));
        assertThat(ran.err()).singleElement().asString().matches("line 2: job_\\w+ is FAILED: 403 Forbidden: .*");
        assertThat(ran.out()).contains("injected 1 of 2, failed 1, dead 0: success rate 50.0 %");
        assertThat(ran.exit()).isEqualTo(1);
    }

    @Test
    void without_a_hub_the_command_does_it_itself() throws Exception {
        Path data = dir.resolve("offline");
        Ran ran = run(
                file(ChatsTest.chat("ext_offline", "Hi")),
                List.of(
                        "--set", "hub.data-dir=" + data,
                        "--set", "hub.http.port=9",
                        "--set", "search.hosts=" + TestHub.NOWHERE,
                        "--set", "cxone.chat.base-url=" + sandbox.baseUrl(),
                        "--set", "cxone.recordings.base-url=" + sandbox.baseUrl()));
        assertThat(ran.out()).contains("injected 1 of 1, failed 0, dead 0: success rate 100.0 %");
        assertThat(ran.exit()).isZero();
        assertThat(bodyOf("ext_offline")).contains("Hi");
    }

    @Test
    void the_watched_folder_takes_chats_beside_recordings() throws Exception {
        Path part = Files.writeString(
                dir.resolve("dropped"),
                ChatsTest.chat("ext_dropped", "Hi") + "\n" + HubClient.request("rec-dropped") + "\n" + DISORDER + "\n");
        Files.setLastModifiedTime(part, FileTime.from(Instant.now().minus(Duration.ofMinutes(1))));
        Path inbox = Files.createDirectories(dir.resolve("inbox"));
        Files.move(part, inbox.resolve("mixed.jsonl"), StandardCopyOption.ATOMIC_MOVE);
        Eventually.until(
                Duration.ofSeconds(30), "the file is taken", () -> Files.notExists(inbox.resolve("mixed.jsonl")));
        String kept = "";
        for (Path file : TestHub.files(inbox)) {
            kept += Files.readString(file);
        }
        assertThat(kept)
                .contains("\"accepted\":2", "{\"line\":3,\"error\":\"messages[1].timestamp: expected no time before")
                .doesNotContain("\"Hi\"");
        Eventually.until(Duration.ofSeconds(30), "the chat", () -> sandbox.chats().stream()
                .anyMatch(chat -> chat.key().equals("ext_dropped")));
    }

    private static String bodyOf(String key) {
        return sandbox.chats().stream()
                .filter(chat -> chat.key().equals(key))
                .findFirst()
                .orElseThrow()
                .body();
    }

    private static Path file(String... lines) throws IOException {
        return Files.writeString(Files.createTempFile(dir, "chats", ".jsonl"), String.join("\n", lines));
    }

    private static Ran inject(Path file, String... options) {
        List<String> all = new ArrayList<>(List.of("--hub", "http://127.0.0.1:" + hub.port()));
        all.addAll(List.of(options));
        return run(file, all);
    }

    private static Ran run(Path file, List<String> options) {
        List<String> args = new ArrayList<>(List.of("chat", "inject", file.toString()));
        args.addAll(options);
        CommandRun ran = CommandRun.of(args);
        return new Ran(ran.exit(), lines(ran.out()), lines(ran.err()));
    }

    /** Without the lines that tell of the progress, and those of a log. */
    private static List<String> lines(String said) {
        return said.lines()
                .filter(line -> !line.startsWith("chat inject: ") && !line.matches("\\d\\d:\\d\\d:\\d\\d.*"))
                .toList();
    }
}
