package io.transcripthub.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.transcripthub.sandbox.Faults;
import io.transcripthub.sandbox.Sandbox;
import io.transcripthub.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Interaction analytics from the vendor's pages to the files, as a user calls it. */
class AnalyticsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A run waits for one at most, be it the vendor's, the search server's, the database's or Quartz's. */
    private static final Duration LONGER_THAN_ANY_TIMEOUT = Duration.ofMinutes(3);

    private static final List<String> PERIOD = List.of("--from", "2026-03-01", "--to", "2026-03-02");
    private static final int A_DAY = 144;

    /** Of the sandbox's day that the tests ask for. */
    private static final int ABSENT = 8;

    @TempDir
    private Path dir;

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void without_a_hub_it_does_the_work_itself_and_writes_all_files() throws Exception {
        CommandRun ran = analyse(PERIOD);
        assertThat(ran.exit()).as(ran.err()).isZero();
        JsonNode summary = summary();
        int absent = summary.path("gaps").size();
        assertThat(summary.path("conversations").asInt()).isEqualTo(A_DAY);
        assertThat(absent).isEqualTo(ABSENT);
        assertThat(summary.path("transcripts").asInt()).isEqualTo(A_DAY - absent);
        assertThat(summary.at("/gaps/0/status").asText()).isEqualTo("absent");
        assertThat(summary.at("/gaps/0/reason").asText()).startsWith("404");
        assertThat(summary.at("/labels/positive").asInt()).isPositive();
        assertThat(summary.at("/labels/negative").asInt()).isPositive();
        assertThat(summary.path("timings").fieldNames())
                .toIterable()
                .containsExactly("fetch", "redact", "sentiment", "topics", "charts");
        assertThat(summary.path("topics")).hasSize(5);
        assertThat(summary.at("/days/0/settled").asBoolean()).isTrue();
        for (String chart :
                List.of("sentiment_distribution", "outcome_vs_sentiment", "topic_clusters", "sentiment_over_time")) {
            assertThat(out(chart + ".png")).isNotEmptyFile();
        }
        assertThat(out("report.html"))
                .content()
                .contains("data:image/png;base64,")
                .doesNotContain("http://");
    }

    @Test
    void the_table_begins_with_the_promised_columns_and_has_no_figures_without_a_transcript() throws Exception {
        analyse(PERIOD);
        List<String> lines = Files.readAllLines(out("interactions.csv"));
        assertThat(lines.get(0))
                .startsWith("\uFEFFconversation_id,start_time,duration_seconds,disposition,transcript_text,"
                        + "has_transcript,sentiment_score,sentiment_label,topic_cluster,");
        assertThat(lines).hasSize(A_DAY + 1);
        assertThat(lines).filteredOn(line -> line.contains(",false,,,,,")).hasSize(ABSENT);
    }

    @Test
    void no_text_is_written_anywhere_before_it_is_redacted() throws Exception {
        CommandRun ran = analyse(PERIOD);
        assertThat(summary().path("redactions").fieldNames())
                .toIterable()
                .contains("CREDIT_CARD", "EMAIL", "PHONE", "SSN");
        assertThat(ran.out() + ran.err()).doesNotContain("jordan.miller", "4111 1111");
        for (Path file : TestHub.files(dir)) {
            assertThat(Files.readString(file, ISO_8859_1))
                    .as(file.toString())
                    .doesNotContain("jordan.miller", "4111 1111", "555-0187", "078-05-1120");
        }
    }

    @Test
    void a_second_run_asks_for_no_transcript_that_is_there() throws Exception {
        analyse(PERIOD);
        long asked = sandbox.stats().requests("transcript", 200);
        analyse(PERIOD);
        assertThat(sandbox.stats().requests("transcript", 200)).isEqualTo(asked);
        assertThat(summary().path("transcripts").asInt()).isEqualTo(A_DAY - ABSENT);
    }

    @Test
    void what_failed_is_named_with_its_reason_and_asked_for_again_by_the_next_run() throws Exception {
        sandbox.use(Faults.parse("500=0.3,seed=3"));
        CommandRun ran = analyse(PERIOD);
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(summary().path("gaps"))
                .filteredOn(gap -> gap.path("status").asText().equals("failed"))
                .isNotEmpty()
                .allSatisfy(gap -> assertThat(gap.path("reason").asText()).startsWith("500"));
        sandbox.use(Faults.NONE);
        analyse(PERIOD);
        assertThat(summary().path("gaps")).hasSize(ABSENT);
    }

    @Test
    void a_transcript_of_another_type_fails_with_a_reason_and_is_no_empty_text() throws Exception {
        sandbox.use(Faults.parse("untyped"));
        assertThat(analyse(PERIOD).exit()).isZero();
        assertThat(summary().path("transcripts").asInt()).isZero();
        assertThat(summary().at("/gaps/0/reason").asText()).startsWith("200: transcript: expected a list, found ");
        assertThat(summary().path("topics_skipped").asText()).isEqualTo("expected at least 5 texts, found 0");
    }

    @Test
    void text_behind_a_transcript_is_no_part_of_it_that_may_be_lost() throws Exception {
        sandbox.use(Faults.parse("trailing"));
        assertThat(analyse(PERIOD).exit()).isZero();
        assertThat(summary().path("transcripts").asInt()).isZero();
        assertThat(summary().path("gaps"))
                .extracting(gap -> gap.path("reason").asText())
                .contains("200: the answer is not JSON, or cut off, or has more behind it");
    }

    @Test
    void a_vendor_that_is_busy_is_asked_again_when_it_says() throws Exception {
        sandbox.use(Faults.parse("429=0.02,retry-after=1s,seed=5"));
        assertThat(analyse(PERIOD).exit()).isZero();
        assertThat(sandbox.stats().requests("transcript", 429)).isPositive();
        assertThat(summary().path("gaps")).hasSize(ABSENT);
    }

    @Test
    void a_page_that_fails_five_times_ends_the_list_in_words() throws Exception {
        sandbox.use(Faults.parse("500"));
        CommandRun ran = analyse(PERIOD);
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("cxone: page 1: 500 Internal Server Error: Something has broken. (5 tries)");
        assertThat(sandbox.stats().requests("conversations", 500)).isEqualTo(5);
        assertThat(summary().path("complete").asBoolean(true)).isFalse();
    }

    @Test
    void pages_in_a_loop_and_on_other_hosts_are_not_followed_and_what_was_read_is_kept() throws Exception {
        for (String fault : List.of("loop", "elsewhere")) {
            sandbox.use(Faults.parse(fault));
            CommandRun ran = analyse(List.of("--from", "2026-03-01", "--to", "2026-03-04"));
            assertThat(ran.exit()).isEqualTo(1);
            assertThat(ran.err()).contains(": nextLink: expected ");
            assertThat(summary().path("conversations").asInt()).isPositive();
            assertThat(out("report.html")).content().contains("nextLink: expected ");
        }
    }

    @Test
    void dates_turned_round_are_refused_by_the_name_of_the_option() throws Exception {
        CommandRun ran = analyse(List.of("--from", "2026-03-02", "--to", "2026-03-01"));
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("--from: expected a time before to (2026-03-01), found 2026-03-02");
    }

    @Test
    void a_folder_that_cannot_be_made_is_named_in_words() throws Exception {
        Files.writeString(dir.resolve("out"), "a file where the folder should be");
        CommandRun ran = CommandRun.of(List.of(
                "analytics",
                "--out",
                out("below").toString(),
                "--from",
                "2026-03-01",
                "--to",
                "2026-03-02",
                "--set",
                "cxone.analytics.base-url=" + sandbox.baseUrl(),
                "--set",
                "hub.data-dir=" + dir.resolve("data"),
                "--set",
                "hub.http.port=9",
                "--set",
                "search.hosts=" + TestHub.NOWHERE));
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("hub: --out: cannot write ").doesNotContain("\tat ");
    }

    @Test
    void no_more_is_asked_than_the_accounts_budget_allows() throws Exception {
        CommandRun ran = analyse(
                List.of("--from", "2026-03-01T00:00:00Z", "--to", "2026-03-01T01:00:00Z"),
                "--set",
                "cxone.budget=5/1s");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(summary().path("conversations").asInt()).isEqualTo(6);
        assertThat(summary().at("/timings/fetch").asDouble()).isGreaterThan(1);
    }

    @Test
    void a_running_hub_does_it_and_hands_out_the_files_and_no_others() throws Exception {
        try (BulkServer search = new BulkServer();
                TestHub hub = hub("search.hosts", search.url())) {
            CommandRun ran = run(List.of("--hub", "http://127.0.0.1:" + hub.port()), PERIOD);
            assertThat(ran.exit()).as(ran.err()).isZero();
            assertThat(summary().path("conversations").asInt()).isEqualTo(A_DAY);
            assertThat(search.documents()).hasSize(A_DAY);
            String id = hub.client()
                    .post("/api/v1/analytics", "{\"from\":\"2026-03-01\",\"to\":\"2026-03-02\"}")
                    .json()
                    .path("runId")
                    .asText();
            Eventually.until(PATIENCE, "an end", () -> hub.client()
                    .get("/api/v1/analytics/" + id)
                    .json()
                    .path("state")
                    .asText()
                    .equals("ENDED"));
            String files = "/api/v1/analytics/" + id + "/files/";
            assertThat(hub.client().get(files + "summary.json").status()).isEqualTo(200);
            for (String other : List.of("..%2F..%2Fledger.mv.db", "ledger.mv.db")) {
                assertThat(hub.client().get(files + other).status()).isEqualTo(404);
            }
        }
    }

    @Test
    void the_api_names_the_field_that_is_wrong() throws Exception {
        try (TestHub hub = hub()) {
            HubClient.Reply wrong = hub.client().post("/api/v1/analytics", "{\"from\":\"2026-03-01\",\"to\":7}");
            assertThat(wrong.status()).isEqualTo(400);
            assertThat(wrong.field()).isEqualTo("to");
            HubClient.Reply path = hub.client().post("/api/v1/analytics", "{\"from\":\"2026-03-01\",\"out\":\"/etc\"}");
            assertThat(path.error()).isEqualTo("unknown field 'out', expected from and to");
        }
    }

    @Test
    void the_schedule_keeps_files_and_index_up_to_date_by_itself() throws Exception {
        Path scheduled = dir.resolve("data/analytics/scheduled/summary.json");
        try (BulkServer search = new BulkServer();
                TestHub hub = hub(
                        "search.hosts", search.url(), "analytics.cron", "* * * * * ?", "analytics.lookback", "1d")) {
            Eventually.until(PATIENCE, "files", () -> Files.exists(scheduled));
            Eventually.until(
                    LONGER_THAN_ANY_TIMEOUT,
                    "a second run",
                    () -> sandbox.stats().requests("conversations", 200) >= 4);
            assertThat(search.documents()).hasSizeBetween(A_DAY, A_DAY + 2);
            assertThat(sandbox.stats().requests("transcript", 200)).isLessThanOrEqualTo(A_DAY + 2);
            assertThat(hub.client().get("/observe/health").status()).isEqualTo(200);
        }
    }

    private TestHub hub(String... overrides) throws Exception {
        List<String> all = new ArrayList<>(
                List.of("cxone.analytics.base-url", sandbox.baseUrl().toString()));
        all.addAll(List.of(overrides));
        return TestHub.start(dir, sandbox, all.toArray(String[]::new));
    }

    private CommandRun analyse(List<String> period, String... more) throws IOException {
        List<String> settings = new ArrayList<>();
        Map.of(
                        "cxone.analytics.base-url",
                        sandbox.baseUrl().toString(),
                        "hub.data-dir",
                        dir.resolve("data").toString(),
                        "hub.http.port",
                        "9",
                        "hub.node",
                        "test",
                        "search.hosts",
                        TestHub.NOWHERE)
                .forEach((key, value) -> settings.addAll(List.of("--set", key + "=" + value)));
        settings.addAll(List.of(more));
        return run(settings, period);
    }

    private CommandRun run(List<String> settings, List<String> period) throws IOException {
        List<String> args = new ArrayList<>(List.of("analytics", "--out", out("").toString()));
        args.addAll(period);
        args.addAll(settings);
        return CommandRun.of(args);
    }

    private Path out(String name) {
        return dir.resolve("out").resolve(name);
    }

    private JsonNode summary() throws IOException {
        return HubClient.JSON.readTree(out("summary.json").toFile());
    }
}
