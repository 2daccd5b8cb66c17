package io.transcripthub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.transcripthub.cli.DemoReport.Events;
import io.transcripthub.cli.DemoReport.Hit;
import io.transcripthub.cli.DemoReport.Latency;
import io.transcripthub.cli.DemoReport.Undelivered;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DemoSummaryTest {
    private static final Hit HIT = new Hit(
            "wallet",
            1,
            "demo-001-lost-card",
            "job_1",
            List.of(
                    "agent: The card number?",
                    "customer: Hold on, it is somewhere here, " + "yes, ".repeat(12) + "[X]."));

    @Test
    void a_newcomer_reads_what_became_of_the_recordings_and_where_to_look() {
        assertThat(lines(report(HIT, List.of(undelivered(1))), false))
                .containsExactly(
                        "",
                        "21 recordings and as many media in 2 languages, settled after 3.2 s: all as expected",
                        "========================================================================================",
                        "",
                        "Jobs             cxone genesys",
                        "                    20      18  DELIVERED  every sink has them",
                        "                     1       0  FAILED     the vendor refused them or could not do them, see below",
                        "                     0       3  DEAD       given up, see below",
                        "",
                        "Events        17 from genesys: 4 came early, 3 late, 2 twice",
                        "              4 more never came, and polling found what they would have told",
                        "              1 more was forged; none of these was let in",
                        "",
                        "Deliveries                delivered    pending       dead",
                        "              search             20          0          0",
                        "              webhook            21          0          0",
                        "",
                        "Redacted      8 pieces of personal data, before anything was written:",
                        "                   5  PHONE",
                        "                   3  CREDIT_CARD",
                        "",
                        "Word errors   12.5 % on average, in the 2 transcripts that have a human reference",
                        "",
                        "Latency       seconds        median        p95",
                        "              queue           0.010      0.019   until the vendor had accepted it",
                        "              vendor          1.000      1.900   until the hub had the vendor's result",
                        "              processing      0.100      0.190   until it was redacted and scored",
                        "",
                        "Search        'wallet' is in 1 transcript, the best is demo-001-lost-card:",
                        "                agent: The card number?",
                        "                customer: Hold on, it is somewhere here, yes, yes, yes, yes, yes, yes,",
                        "                  yes, yes, yes, yes, yes, yes, [X].",
                        "",
                        "Chats         3 of 3 injected, each once, 3 archived; 0.075 s until confirmed (median)",
                        "",
                        "Engine        12 settings of Support line 1.0.0 planned and applied, none left to do",
                        "",
                        "Undelivered   demo-1 is FAILED:",
                        "                The vendor's words 1.",
                        "",
                        "Audit         63 lines, the chain of hashes is intact",
                        "",
                        "Files         ledger   data/demo/ledger.mv.db",
                        "              audit    data/demo/audit/n1-2026-03-01.jsonl",
                        "              search   data/demo/search",
                        "              archive  data/demo/archive",
                        "              verify   ./hub audit verify data/demo/audit",
                        "",
                        "Next, why a job is where it is, and the same again with the API kept up:",
                        "  ./hub explain job_1 --set hub.data-dir=data/demo",
                        "  ./hub demo --stay");
    }

    @Test
    void a_hub_that_stays_up_is_looked_at_over_its_api() {
        assertThat(lines(report(HIT, List.of()), true))
                .endsWith(
                        "The hub stays up at http://127.0.0.1:4711 until Ctrl-C. Try:",
                        "  curl 'http://127.0.0.1:4711/api/v1/search?q=refund'",
                        "  ./hub explain job_1 --hub http://127.0.0.1:4711");
    }

    @Test
    void a_search_that_finds_nothing_is_not_as_expected() {
        assertThat(lines(report(null, List.of()), false))
                .anyMatch(line -> line.endsWith("NOT AS EXPECTED"))
                .contains("Search        found nothing, although there should be something to find");
    }

    @Test
    void an_event_that_was_wrongly_let_in_or_refused_is_not_as_expected() {
        assertThat(lines(report(HIT, List.of(), 1), false))
                .anyMatch(line -> line.endsWith("NOT AS EXPECTED"))
                .contains("              1 more was forged; NOT ALL WERE TOLD APART");
    }

    @Test
    void an_engine_that_was_not_applied_is_not_as_expected() {
        DemoReport.Engine engine = new DemoReport.Engine("Support line 1.0.0", 0, false);
        assertThat(lines(report(HIT, List.of(), 0, engine), false))
                .anyMatch(line -> line.endsWith("NOT AS EXPECTED"))
                .contains("Engine        0 settings of Support line 1.0.0 planned and NOT APPLIED");
    }

    @Test
    void of_many_that_are_not_delivered_some_are_listed() {
        List<Undelivered> many = IntStream.rangeClosed(1, 9)
                .mapToObj(DemoSummaryTest::undelivered)
                .toList();

        assertThat(lines(report(HIT, many), false))
                .contains("              demo-6 is FAILED:", "              and 3 more")
                .doesNotContain("              demo-7 is FAILED:");
    }

    private static Undelivered undelivered(int number) {
        return new Undelivered("demo-" + number, "job_" + number, "FAILED", "The vendor's words " + number + ".");
    }

    private static List<String> lines(DemoReport report, boolean staying) {
        return DemoSummary.lines(report, staying);
    }

    private static DemoReport report(Hit hit, List<Undelivered> undelivered) {
        return report(hit, undelivered, 0);
    }

    private static DemoReport report(Hit hit, List<Undelivered> undelivered, long misjudged) {
        return report(hit, undelivered, misjudged, new DemoReport.Engine("Support line 1.0.0", 12, true));
    }

    private static DemoReport report(Hit hit, List<Undelivered> undelivered, long misjudged, DemoReport.Engine engine) {
        return new DemoReport(
                21,
                2,
                Duration.ofMillis(3_240),
                new TreeMap<>(Map.of(
                        "cxone", Map.of("FAILED", 1L, "DELIVERED", 20L),
                        "genesys", Map.of("DEAD", 3L, "DELIVERED", 18L))),
                new Events(17, 4, 3, 2, 4, 1, misjudged),
                new TreeMap<>(
                        Map.of("search", Map.of("DELIVERED", 20L), "webhook", Map.of("DELIVERED", 21L, "DEAD", 0L))),
                Map.of("CREDIT_CARD", 3L, "PHONE", 5L),
                List.of(0.0, 0.25),
                IntStream.rangeClosed(1, 20)
                        .mapToObj(i -> new Latency(i / 1000.0, i / 10.0, i / 100.0))
                        .toList(),
                hit,
                new DemoReport.Chats(3, 3, 3, 0.075),
                engine,
                undelivered,
                0,
                63,
                true,
                Path.of("data", "demo"),
                Path.of("data", "demo", "audit", "n1-2026-03-01.jsonl"),
                URI.create("http://127.0.0.1:4711"));
    }
}
