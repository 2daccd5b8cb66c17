package io.transcripthub.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.transcripthub.sandbox.Sandbox;
import io.transcripthub.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./hub submit} as a user calls it, against a hub that runs and without one. */
class SubmitCommandTest {
    private static final String SECRET = "my card is 4111 1111 1111 1111";

    @TempDir
    private static Path dir;

    private static Sandbox sandbox;
    private static BulkServer search;
    private static TestHub hub;

    @BeforeAll
    static void start() throws Exception {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        search = new BulkServer();
        hub = TestHub.start(dir, sandbox, "search.hosts", search.url(), "hub.http.max-body", "64KB");
    }

    @AfterAll
    static void close() throws Exception {
        hub.close();
        search.close();
        sandbox.close();
    }

    /** How a command ended, and what it said. */
    private record Ran(int exit, List<String> out, List<String> err) {}

    @Test
    void good_lines_are_taken_and_bad_ones_named_by_their_place_in_the_file() throws Exception {
        Path file = file(
                "calls.csv",
                "account,recordingId,languageCode,referenceText",
                "cxone,rec-csv-1,en-US,\"two",
                "lines\"",
                "",
                "cxone,rec-csv-2,," + SECRET + "," + SECRET,
                "cxone,rec-csv-3," + SECRET + ",",
                "cxone,rec-csv-1,en-US,",
                "cxone,\"rec-csv-4,,",
                "cxone,rec-csv-5,,");
        Ran ran = submit(file);
        assertThat(ran.err())
                .containsExactly(
                        "line 5: expected 4 cells, found 5",
                        "line 6: languageCode: expected a language tag such as en-US, found 30 characters",
                        "line 8: expected cells separated by commas, with quotes in pairs around a cell, found a quote that"
                                + " is not closed");
        assertThat(ran.out()).containsExactly("accepted 2, duplicates 1, rejected 3");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(submit(file).out()).containsExactly("accepted 0, duplicates 3, rejected 3");
    }

    @Test
    void lines_without_an_account_get_the_one_that_is_given() throws Exception {
        Path file = file(
                "calls.jsonl",
                "{\"recordingId\":\"rec-filled-1\"}",
                "{\"account\":\"genesys\",\"mediaId\":\"media-filled-1\"}",
                "[]");
        assertThat(submit(file).err())
                .containsExactly(
                        "line 1: account: expected the name of an account, found nothing",
                        "line 3: expected a JSON object, found a list");
        Ran ran = submit(file, "--account", "cxone");
        assertThat(ran.out()).containsExactly("accepted 1, duplicates 1, rejected 1");
        assertThat(ran.err()).containsExactly("line 3: expected a JSON object, found a list");
    }

    @Test
    void wait_returns_when_all_jobs_of_the_file_have_ended() throws Exception {
        Path file = file(
                "waited.jsonl",
                IntStream.range(0, 250)
                        .mapToObj(i -> HubClient.request("rec-waited-" + i))
                        .toArray(String[]::new));
        Ran ran = submit(file, "--wait");
        assertThat(ran.out())
                .containsExactly(
                        "accepted 250, duplicates 0, rejected 0",
                        "ended: failed 0, dead 0, with a dead letter 0, all others delivered");
        assertThat(ran.exit()).isZero();
        assertThat(hub.client().jobs("&state=DELIVERED").stream()
                        .filter(job -> job.path("externalId").asText().startsWith("rec-waited-")))
                .hasSize(250);
    }

    @Test
    void wait_fails_when_one_of_the_file_fails_and_not_for_others() throws Exception {
        hub.client().until(hub.client().jobId("rec-fail-elsewhere"), "FAILED");
        Path good = file("good.jsonl", HubClient.request("rec-wait-good"));
        assertThat(submit(good, "--wait").exit()).isZero();
        Path mixed = file("mixed.jsonl", HubClient.request("rec-wait-good"), HubClient.request("rec-fail-waited"));
        Ran ran = submit(mixed, "--wait");
        assertThat(ran.out())
                .containsExactly(
                        "accepted 1, duplicates 1, rejected 0",
                        "ended: failed 1, dead 0, with a dead letter 0, all others delivered");
        assertThat(ran.exit()).isEqualTo(1);
    }

    @Test
    void a_file_of_many_batches_is_handed_in_whole_even_where_the_hub_takes_small_bodies_only() throws Exception {
        String reference = "word ".repeat(1_000);
        List<String> lines = new ArrayList<>(List.of("account,recordingId,referenceText"));
        IntStream.range(0, 300).forEach(i -> lines.add("cxone,rec-many-" + i + "," + reference));
        lines.add("cxone,rec-many-too-large," + reference.repeat(20));
        Ran ran = submit(file("many.csv", lines.toArray(String[]::new)));
        assertThat(ran.out()).containsExactly("accepted 300, duplicates 0, rejected 1");
        assertThat(ran.err()).containsExactly("line 302: the line is larger than the hub's hub.http.max-body");
    }

    @Test
    void what_is_no_file_of_requests_is_refused() throws Exception {
        assertThat(submit(file("calls.txt", "x")).exit()).isEqualTo(2);
        assertThat(submit(dir.resolve("none.csv")).exit()).isEqualTo(2);
        Ran ran = submit(file("columns.csv", "account,recordingID", "cxone,rec-12345"));
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err().get(0)).contains("columns.csv: line 1: unknown column 'recordingID', expected account, ");
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void without_a_hub_the_file_goes_into_the_ledger_of_the_free_data_folder() throws Exception {
        Path file = file("offline.jsonl", HubClient.request("rec-offline-1"), "{}", HubClient.request("rec-offline-2"));
        Path data = dir.resolve("offline");
        String[] settings = {"--set", "hub.data-dir=" + data, "--set", "hub.http.port=9", "--set", "hub.node=test"};
        Ran waiting = run(file, settings, "--wait");
        assertThat(waiting.exit()).isEqualTo(1);
        assertThat(waiting.err().get(0)).contains("no hub answers at http://127.0.0.1:9");
        Ran ran = run(file, settings);
        assertThat(ran.out()).containsExactly("accepted 2, duplicates 0, rejected 1");
        assertThat(ran.err()).containsExactly("line 2: account: expected the name of an account, found nothing");
        assertThat(ran.exit()).isEqualTo(1);
        try (TestHub later =
                TestHub.start(dir, sandbox, "hub.data-dir", data.toString(), "search.hosts", search.url())) {
            assertThat(later.client().jobs("")).hasSize(2);
        }
    }

    private static Ran submit(Path file, String... options) throws IOException {
        return run(file, new String[] {"--hub", "http://127.0.0.1:" + hub.port()}, options);
    }

    private static Ran run(Path file, String[] settings, String... options) throws IOException {
        List<String> args = new ArrayList<>(List.of("submit", file.toString()));
        args.addAll(List.of(settings));
        args.addAll(List.of(options));
        CommandRun ran = CommandRun.of(args);
        return new Ran(ran.exit(), lines(ran.out()), lines(ran.err()));
    }

    /** Without the lines that tell of the progress, and those of a log. */
    private static List<String> lines(String said) {
        return said.lines()
                .filter(line -> !line.startsWith("submit: ended") && !line.contains("Database"))
                .collect(Collectors.toList());
    }

    private static Path file(String name, String... lines) throws IOException {
        return Files.writeString(dir.resolve(name), String.join("\n", lines));
    }
}
