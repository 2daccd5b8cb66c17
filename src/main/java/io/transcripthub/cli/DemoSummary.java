package io.transcripthub.cli;

import static java.util.stream.Collectors.joining;

import io.transcripthub.cli.DemoReport.Events;
import io.transcripthub.cli.DemoReport.Hit;
import io.transcripthub.cli.DemoReport.Latency;
import io.transcripthub.cli.DemoReport.Undelivered;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What a demo prints at its end: one block a question that a newcomer has. */
final class DemoSummary {
    private static final int MOST_LISTED = 6;
    private static final List<String> STATES =
            List.of("QUEUED", "SUBMITTED", "COMPLETED", "DELIVERED", "FAILED", "DEAD");
    private static final List<String> DELIVERY_STATES = List.of("DELIVERED", "PENDING", "DEAD");

    private final DemoReport report;
    private final TextPage page = new TextPage();

    private DemoSummary(DemoReport report) {
        this.report = report;
    }

    /** @param staying whether the hub stays up */
    static List<String> lines(DemoReport report, boolean staying) {
        DemoSummary summary = new DemoSummary(report);
        summary.title();
        summary.jobs();
        summary.events();
        summary.deliveries();
        summary.redactions();
        summary.wordErrorRate();
        summary.latency();
        summary.search();
        summary.chats();
        summary.engine();
        summary.undelivered();
        summary.audit();
        summary.files();
        summary.next(staying);
        return summary.page.lines();
    }

    private void title() {
        page.add("");
        page.add("%d %s and as many media in %d %s, settled after %s s: %s"
                .formatted(
                        report.recordings(),
                        plural("recording", report.recordings()),
                        report.languages(),
                        plural("language", report.languages()),
                        fixed(1, report.took().toMillis() / 1000.0),
                        report.asExpected() ? "all as expected" : "NOT AS EXPECTED"));
        page.add("=".repeat(TextPage.WIDTH));
    }

    private void jobs() {
        List<String> table = new ArrayList<>();
        table.add(report.states().keySet().stream().map("%8s"::formatted).collect(joining()));
        STATES.stream()
                .filter(state -> report.states().values().stream().anyMatch(counts -> counts.containsKey(state)))
                .forEach(state -> table.add(state(state)));
        page.block("Jobs", table);
    }

    private String state(String state) {
        String counts = report.states().values().stream()
                .map(account -> "%8d".formatted(account.getOrDefault(state, 0L)))
                .collect(joining());
        return "%s  %-9s  %s".formatted(counts, state, meaning(state));
    }

    private static String meaning(String state) {
        return switch (state) {
            case "QUEUED" -> "wait to be submitted";
            case "SUBMITTED" -> "the vendor still works on them";
            case "COMPLETED" -> "transcribed, but not every sink has them";
            case "DELIVERED" -> "every sink has them";
            case "FAILED" -> "the vendor refused them or could not do them, see below";
            default -> "given up, see below";
        };
    }

    private void events() {
        Events events = report.events();
        List<String> told = new ArrayList<>();
        told.add("%d from genesys: %d came early, %d late, %d twice"
                .formatted(events.sent(), events.early(), events.late(), events.doubled()));
        told.add("%d more never came, and polling found what they would have told".formatted(events.lost()));
        told.add("%d more %s forged; %s"
                .formatted(
                        events.forged(),
                        events.forged() == 1 ? "was" : "were",
                        events.misjudged() == 0 ? "none of these was let in" : "NOT ALL WERE TOLD APART"));
        page.block("Events", told);
    }

    private void deliveries() {
        List<String> table = new ArrayList<>();
        table.add("%-10s %10s %10s %10s".formatted("", "delivered", "pending", "dead"));
        report.deliveries().forEach((sink, counts) -> table.add("%-10s %10d %10d %10d".formatted(row(sink, counts))));
        page.block("Deliveries", table);
    }

    private static Object[] row(String sink, Map<String, Long> counts) {
        List<Object> row = new ArrayList<>(List.of(sink));
        DELIVERY_STATES.forEach(state -> row.add(counts.getOrDefault(state, 0L)));
        return row.toArray();
    }

    private void redactions() {
        long total =
                report.redactions().values().stream().mapToLong(Long::longValue).sum();
        List<String> found = new ArrayList<>();
        found.add("%d %s of personal data, before anything was written:".formatted(total, plural("piece", total)));
        report.redactions().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(type -> found.add("%6d  %s".formatted(type.getValue(), type.getKey())));
        page.block("Redacted", found);
    }

    private void wordErrorRate() {
        List<Double> rates = report.wordErrorRates();
        double mean = rates.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        page.block(
                "Word errors",
                rates.isEmpty()
                        ? List.of("no transcript has a reference to compare it with")
                        : List.of("%s %% on average, in the %d %s that %s a human reference"
                                .formatted(
                                        fixed(1, mean * 100),
                                        rates.size(),
                                        plural("transcript", rates.size()),
                                        rates.size() == 1 ? "has" : "have")));
    }

    private void latency() {
        if (report.latencies().isEmpty()) {
            return;
        }
        page.block(
                "Latency",
                List.of(
                        "%-10s %10s %10s".formatted("seconds", "median", "p95"),
                        latency("queue", Latency::queue) + "   until the vendor had accepted it",
                        latency("vendor", Latency::vendor) + "   until the hub had the vendor's result",
                        latency("processing", Latency::processing) + "   until it was redacted and scored"));
    }

    private String latency(String phase, ToDoubleFunction<Latency> of) {
        List<Double> sorted =
                report.latencies().stream().map(of::applyAsDouble).sorted().toList();
        return "%-10s %10s %10s".formatted(phase, fixed(3, quantile(sorted, 0.5)), fixed(3, quantile(sorted, 0.95)));
    }

    /** By nearest rank. */
    private static double quantile(List<Double> sorted, double share) {
        return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }

    private void search() {
        Hit hit = report.hit();
        if (hit == null) {
            page.block("Search", List.of("found nothing, although there should be something to find"));
            return;
        }
        List<String> found = new ArrayList<>();
        found.add("'%s' is in %d %s, the best is %s:"
                .formatted(hit.query(), hit.total(), plural("transcript", hit.total()), hit.externalId()));
        hit.utterances().forEach(utterance -> found.addAll(TextPage.wrapped("  " + utterance, "    ")));
        page.block("Search", found);
    }

    private void chats() {
        page.block(
                "Chats",
                List.of("%d of %d injected, each once, %d archived; %s s until confirmed (median)"
                        .formatted(
                                report.chats().injected(),
                                report.chats().handedIn(),
                                report.chats().archived(),
                                fixed(3, report.chats().seconds()))));
    }

    private void engine() {
        DemoReport.Engine engine = report.engine();
        page.block(
                "Engine",
                List.of("%d %s of %s planned %s"
                        .formatted(
                                engine.changes(),
                                plural("setting", engine.changes()),
                                engine.name(),
                                engine.applied() ? "and applied, none left to do" : "and NOT APPLIED")));
    }

    private void undelivered() {
        if (report.undelivered().isEmpty()) {
            return;
        }
        List<String> list = new ArrayList<>();
        report.undelivered().stream().limit(MOST_LISTED).forEach(job -> list.addAll(why(job)));
        int more = report.undelivered().size() - MOST_LISTED;
        if (more > 0) {
            list.add("and %d more".formatted(more));
        }
        page.block("Undelivered", list);
    }

    private static List<String> why(Undelivered job) {
        List<String> why = new ArrayList<>(List.of(job.externalId() + " is " + job.state() + ":"));
        why.addAll(TextPage.wrapped("  " + (job.reason() == null ? "no reason was given" : job.reason()), "  "));
        return why;
    }

    private void audit() {
        page.block(
                "Audit",
                List.of("%d %s, the chain of hashes is %s"
                        .formatted(
                                report.auditLines(),
                                plural("line", report.auditLines()),
                                report.auditIntact() ? "intact" : "BROKEN")));
    }

    private void files() {
        page.block(
                "Files",
                List.of(
                        "ledger   " + report.folder().resolve("ledger.mv.db"),
                        "audit    " + report.auditFile(),
                        "search   " + report.folder().resolve("search"),
                        "archive  " + report.folder().resolve(DemoSettings.ARCHIVE),
                        "verify   ./hub audit verify " + report.auditFile().getParent()));
    }

    private void next(boolean staying) {
        String ledger = staying ? " --hub " + report.api() : " --set hub.data-dir=" + report.folder();
        String job = report.undelivered().stream()
                .map(Undelivered::jobId)
                .findFirst()
                .orElse(report.hit() == null ? "JOB" : report.hit().jobId());
        page.add("");
        if (staying) {
            page.add("The hub stays up at " + report.api() + " until Ctrl-C. Try:");
            page.add("  curl '" + report.api() + "/api/v1/search?q=refund'");
        } else {
            page.add("Next, why a job is where it is, and the same again with the API kept up:");
        }
        page.add("  ./hub explain " + job + ledger);
        if (!staying) {
            page.add("  ./hub demo --stay");
        }
    }

    private static String plural(String noun, long count) {
        return count == 1 ? noun : noun + "s";
    }

    private static String fixed(int decimals, double number) {
        return String.format(Locale.ROOT, "%." + decimals + "f", number);
    }
}
