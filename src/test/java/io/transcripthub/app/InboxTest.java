package io.transcripthub.app;

import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.transcripthub.sandbox.Sandbox;
import io.transcripthub.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files put into the watched folder of a hub. */
class InboxTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String SECRET = "my card is 4111 1111 1111 1111";

    @TempDir
    private Path dir;

    private Path inbox;
    private Sandbox sandbox;
    private TestHub hub;

    @BeforeEach
    void start() throws Exception {
        inbox = dir.resolve("in box #1, ümlaut");
        sandbox = Sandbox.start(SandboxOptions.defaults());
        hub = hub();
    }

    private TestHub hub() throws Exception {
        return TestHub.start(dir, sandbox, "hub.inbox", inbox.toString());
    }

    @AfterEach
    void close() {
        hub.close();
        sandbox.close();
    }

    @Test
    void a_file_is_taken_and_removed_and_its_receipt_names_the_jobs() throws Exception {
        drop("calls.csv", "account,recordingId,languageCode\ncxone,rec-inbox-1,en-US\ncxone,rec-inbox-2,\n");
        untilGone("calls.csv");
        JsonNode receipt = json(only("done"));
        assertThat(only("done").getFileName().toString()).matches("calls\\.csv\\.[0-9a-f]{12}\\.json");
        assertThat(receipt.path("name").asText()).isEqualTo("calls.csv");
        assertThat(receipt.path("sha256").asText()).matches("[0-9a-f]{64}");
        assertThat(List.of(
                        receipt.path("accepted").asInt(),
                        receipt.path("duplicates").asInt(),
                        receipt.path("rejected").asInt()))
                .containsExactly(2, 0, 0);
        assertThat(receipt.path("jobIds")).hasSize(2);
        for (JsonNode jobId : receipt.path("jobIds")) {
            assertThat(hub.client().job(jobId.asText()).path("externalId").asText())
                    .startsWith("rec-inbox-");
        }
        assertThat(kept("rejects")).isEmpty();
        assertThat(kept("failed")).isEmpty();
    }

    @Test
    void a_file_is_taken_once_however_often_it_comes_and_whatever_it_is_called() throws Exception {
        drop("first.jsonl", HubClient.request("rec-once-1") + "\n");
        untilGone("first.jsonl");
        Path receipt = only("done");
        String original = Files.readString(receipt);
        hub.close();
        hub = hub();
        drop("first.jsonl", HubClient.request("rec-once-1") + "\n");
        drop("second.jsonl", HubClient.request("rec-once-1") + "\n");
        untilGone("first.jsonl");
        untilGone("second.jsonl");
        assertThat(Files.readString(receipt)).isEqualTo(original);
        List<Path> again = kept("done").stream()
                .filter(file -> file.toString().endsWith(".again.json"))
                .toList();
        assertThat(again).hasSize(2);
        for (Path file : again) {
            assertThat(json(file).path("takenBeforeAs").asText()).isEqualTo("first.jsonl");
        }
        assertThat(hub.client().jobs("")).hasSize(1);
    }

    @Test
    void other_content_under_the_same_name_is_another_file() throws Exception {
        for (int i = 0; i < 2; i++) {
            drop("daily.jsonl", HubClient.request("rec-daily-" + i) + "\n");
            untilGone("daily.jsonl");
        }
        assertThat(kept("done")).hasSize(2);
        assertThat(hub.client().jobs("")).hasSize(2);
    }

    @Test
    void bad_lines_are_kept_as_number_and_reason_and_never_as_text() throws Exception {
        String media = "{\"account\":\"genesys\",\"mediaId\":\"media-1\",\"language\":\"" + SECRET + "\"}";
        drop(
                "mixed.jsonl",
                String.join(
                        "\n",
                        HubClient.request("rec-good-1"),
                        "{\"account\":\"cxone\",\"recordingId\":\"" + SECRET + "\"}",
                        "",
                        SECRET,
                        "{\"" + SECRET + "\":1,\"" + SECRET + "\":1}",
                        "{\"account\":\"cxone\",\"recordingId\":\"rec-good-2\",\"" + SECRET + "\":1}",
                        media,
                        HubClient.request("rec-good-2"),
                        ""));
        untilGone("mixed.jsonl");
        JsonNode receipt = json(only("done"));
        assertThat(receipt.path("accepted").asInt()).isEqualTo(2);
        assertThat(receipt.path("rejected").asInt()).isEqualTo(5);
        assertThat(inbox.resolve(receipt.path("rejects").asText())).isEqualTo(only("rejects"));
        List<String> rejects = Files.readAllLines(only("rejects"));
        assertThat(rejects).hasSize(5);
        List<Integer> lines = new ArrayList<>();
        for (String reject : rejects) {
            JsonNode line = HubClient.JSON.readTree(reject);
            assertThat(line.properties()).extracting(member -> member.getKey()).containsExactly("line", "error");
            assertThat(line.path("error").asText()).contains("expected");
            lines.add(line.path("line").asInt());
        }
        assertThat(lines).containsExactly(2, 4, 5, 6, 7);
        nothingKeptQuotes("4111", "my card");
    }

    @Test
    void a_half_written_file_is_left_until_it_is_whole() throws Exception {
        Path file = inbox.resolve("slow.jsonl");
        String content = HubClient.request("rec-slow-1") + "\n" + HubClient.request("rec-slow-2") + "\n";
        Files.writeString(file, content.substring(0, 80));
        restSince(file, Duration.ofSeconds(10));
        drop("marker.jsonl", HubClient.request("rec-marker") + "\n");
        untilGone("marker.jsonl");
        drop("marker.jsonl", HubClient.request("rec-marker-2") + "\n");
        untilGone("marker.jsonl");
        assertThat(file).exists();
        Files.writeString(file, content.substring(80), StandardOpenOption.APPEND);
        untilGone("slow.jsonl");
        assertThat(hub.client().jobs("").stream()
                        .map(job -> job.path("externalId").asText()))
                .contains("rec-slow-1", "rec-slow-2");
        assertThat(kept("done")).hasSize(3);
        assertThat(kept("rejects")).isEmpty();
    }

    @Test
    void a_last_line_without_an_end_is_taken_after_a_while() throws Exception {
        Path file = inbox.resolve("no-end.jsonl");
        Files.writeString(file, HubClient.request("rec-no-end"));
        restSince(file, Duration.ofMinutes(1));
        untilGone("no-end.jsonl");
        assertThat(json(only("done")).path("accepted").asInt()).isEqualTo(1);
    }

    @Test
    void files_with_other_names_are_left_alone() throws Exception {
        List<String> others = List.of("calls.csv.part", ".calls.csv", "calls.txt", "calls");
        for (String other : others) {
            drop(other, HubClient.request("rec-other-1") + "\n");
        }
        Files.createDirectories(inbox.resolve("folder.csv"));
        drop("CALLS.JSONL", HubClient.request("rec-upper-1") + "\n");
        untilGone("CALLS.JSONL");
        assertThat(others).allSatisfy(other -> assertThat(inbox.resolve(other)).exists());
        Files.move(inbox.resolve("calls.csv.part"), inbox.resolve("calls.jsonl"), StandardCopyOption.ATOMIC_MOVE);
        untilGone("calls.jsonl");
    }

    @Test
    void a_file_that_cannot_be_used_goes_to_failed_with_its_reason() throws Exception {
        drop("columns.csv", "account,recordingID\ncxone,rec-1234\n");
        Files.write(inbox.resolve("unicode.csv"), "account,recordingId\n".getBytes(UTF_16));
        restSince(inbox.resolve("unicode.csv"), Duration.ofMinutes(1));
        drop("text.csv", SECRET + "\n" + SECRET + "\n");
        untilGone("columns.csv");
        untilGone("unicode.csv");
        untilGone("text.csv");
        List<Path> failed = kept("failed");
        assertThat(failed).hasSize(6);
        String reasons = failed.stream()
                .filter(file -> file.toString().endsWith(".json"))
                .map(InboxTest::read)
                .collect(Collectors.joining());
        assertThat(reasons)
                .contains("line 1: unknown column 'recordingID', expected account, ", "expected UTF-8, found UTF-16")
                .doesNotContain("4111");
        assertThat(hub.client().jobs("")).isEmpty();
        assertThat(kept("done")).isEmpty();
    }

    @Test
    void a_hub_that_stops_in_the_middle_takes_the_file_again_and_doubles_nothing() throws Exception {
        int jobs = 20_000;
        drop(
                "large.jsonl",
                IntStream.range(0, jobs)
                        .mapToObj(i -> HubClient.request("rec-large-" + i))
                        .collect(Collectors.joining("\n", "", "\n")));
        Eventually.until(SOON, "some jobs", () -> hub.client().count(Set.of("QUEUED", "SUBMITTED")) > 0);
        hub.close();
        assertThat(inbox.resolve("large.jsonl")).exists();
        assertThat(kept("done")).isEmpty();
        hub = hub();
        untilGone("large.jsonl");
        JsonNode receipt = json(only("done"));
        assertThat(receipt.path("duplicates").asInt()).isPositive();
        assertThat(receipt.path("accepted").asInt() + receipt.path("duplicates").asInt())
                .isEqualTo(jobs);
        assertThat(receipt.path("jobIds")).hasSize(jobs);
        assertThat(hub.client().count(Set.of("QUEUED", "SUBMITTED", "COMPLETED", "DELIVERED")))
                .isEqualTo(jobs);
    }

    @Test
    void a_hub_without_an_inbox_starts_and_watches_nothing() throws Exception {
        hub.close();
        hub = TestHub.start(dir, sandbox);
        drop("calls.jsonl", HubClient.request("rec-unwatched") + "\n");
        hub.client().until(hub.client().jobId("rec-asked-for"), "COMPLETED");
        assertThat(inbox.resolve("calls.jsonl")).exists();
        assertThat(hub.client().jobs("")).hasSize(1);
    }

    /** Puts a file in that nobody has written to for a while. */
    private void drop(String name, String content) throws IOException {
        Path part = Files.writeString(dir.resolve("dropped"), content);
        restSince(part, Duration.ofMinutes(1));
        Files.move(part, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void restSince(Path file, Duration rest) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(rest)));
    }

    private void untilGone(String name) throws Exception {
        Eventually.until(SOON, name + " is taken", () -> Files.notExists(inbox.resolve(name)));
    }

    private List<Path> kept(String folder) throws IOException {
        Path path = inbox.resolve(folder);
        if (Files.notExists(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.toList();
        }
    }

    private Path only(String folder) throws IOException {
        assertThat(kept(folder)).hasSize(1);
        return kept(folder).get(0);
    }

    private void nothingKeptQuotes(String... texts) throws IOException {
        for (Path file : TestHub.files(inbox)) {
            assertThat(read(file)).as(file.toString()).doesNotContain(texts);
        }
    }

    private static JsonNode json(Path file) throws IOException {
        return HubClient.JSON.readTree(file.toFile());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return "";
        }
    }
}
