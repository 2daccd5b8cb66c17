package io.transcripthub.analytics;

import io.transcripthub.analytics.Findings.Example;
import io.transcripthub.ledger.AnalyticsDays.Day;
import io.transcripthub.outcomes.Distribution;
import io.transcripthub.topics.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The findings for people: one file that needs no other, and runs nothing. */
final class HtmlReport {
    /** Titles of columns that hold numbers. */
    private static final Set<String> OF_NUMBERS = Set.of(
            "Conversations",
            "Sentiment",
            "n",
            "Mean",
            "Lower quartile",
            "Median",
            "Upper quartile",
            "Topic",
            "Mean sentiment");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Findings findings;
    private final Facts facts;
    private final Writer out;

    private HtmlReport(Findings findings, Facts facts, Writer out) {
        this.findings = findings;
        this.facts = facts;
        this.out = out;
    }

    /** @param pictures folder of the charts */
    static void write(Findings findings, Facts facts, Path pictures, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            new HtmlReport(findings, facts, out).write(pictures);
        }
    }

    private void write(Path pictures) throws IOException {
        out.write(head());
        overview();
        problems();
        picture(pictures, "sentiment_distribution.png", "Sentiment");
        voices();
        picture(pictures, "sentiment_over_time.png", "Over time");
        picture(pictures, "outcome_vs_sentiment.png", "Outcomes");
        outcomes();
        picture(pictures, "topic_clusters.png", "Topics");
        topics();
        examples("The most positive conversations", findings.best());
        examples("The most negative conversations", findings.worst());
        days();
        gaps();
        out.write("</main></body></html>\n");
    }

    private static String head() throws IOException {
        try (InputStream head = HtmlReport.class.getResourceAsStream("report-head.html")) {
            return new String(head.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void overview() throws IOException {
        element("h1", "Interaction analytics");
        element(
                "p",
                "Conversations of " + String.join(", ", facts.accounts()) + " from "
                        + TIME.format(facts.period().from().atZone(findings.zone())) + " to "
                        + TIME.format(facts.period().to().atZone(findings.zone())) + " (" + findings.zone() + ")");
        out.write("<ul class=\"figures\">");
        figure(findings.conversations(), "conversations");
        figure(findings.transcripts(), "with a transcript");
        for (var label : findings.labels().entrySet()) {
            figure(label.getValue(), label.getKey().toString());
        }
        figure(
                findings.redactions().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum(),
                "redactions");
        figure(findings.gaps().size(), "gaps");
        out.write("</ul>");
    }

    private void figure(int number, String what) throws IOException {
        out.write("<li><b>" + String.format(Locale.ROOT, "%,d", number) + "</b> " + escaped(what) + "</li>");
    }

    private void problems() throws IOException {
        if (!facts.broken().isEmpty() || !facts.faults().isEmpty()) {
            out.write("<h2>Problems</h2><ul class=\"problems\">");
            for (String words : facts.broken()) {
                element("li", words + "; what was listed before it is here");
            }
            for (String words : facts.faults()) {
                element("li", words);
            }
            out.write("</ul>");
        }
    }

    private void picture(Path pictures, String name, String title) throws IOException {
        element("h2", title);
        out.write("<img alt=\"" + escaped(title) + "\" src=\"data:image/png;base64,");
        out.write(Base64.getEncoder().encodeToString(Files.readAllBytes(pictures.resolve(name))));
        out.write("\">");
    }

    private void voices() throws IOException {
        table("Mean of", "Conversations", "Sentiment");
        for (var speaker : findings.speakers().entrySet()) {
            row(
                    speaker.getKey(),
                    speaker.getValue().n(),
                    score(speaker.getValue().mean()));
        }
        for (int quarter = 0; quarter < 4; quarter++) {
            Moments moments = findings.quarters().get(quarter);
            row(
                    "quarter " + (quarter + 1) + " of the call",
                    moments.n(),
                    moments.n() == 0 ? "" : score(moments.mean()));
        }
        endTable();
    }

    private void outcomes() throws IOException {
        Double eta = findings.outcomes().etaSquared();
        element(
                "p",
                (eta == null ? "" : String.format(Locale.ROOT, "η² = %.3f: ", eta))
                        + findings.outcomes().words() + ".");
        table("Outcome", "n", "Mean", "95 % interval", "Lower quartile", "Median", "Upper quartile", "In words");
        for (var outcome : findings.outcomes().byOutcome().entrySet()) {
            Distribution spread = outcome.getValue();
            row(
                    outcome.getKey(),
                    spread.n(),
                    score(spread.mean()),
                    spread.interval() == null
                            ? ""
                            : score(spread.interval().low()) + " to "
                                    + score(spread.interval().high()),
                    score(spread.lowerQuartile()),
                    score(spread.median()),
                    score(spread.upperQuartile()),
                    spread.words());
        }
        endTable();
    }

    private void topics() throws IOException {
        if (findings.topics().skipped() != null) {
            element("p", "No topics: " + findings.topics().skipped() + ".");
            return;
        }
        table("Topic", "Terms", "Conversations", "Mean sentiment");
        for (Topic topic : findings.topics().topics()) {
            row(
                    topic.id(),
                    String.join(", ", topic.terms()),
                    topic.documents(),
                    score(findings.topic(topic.id()).mean()));
        }
        endTable();
    }

    private void examples(String title, List<Example> examples) throws IOException {
        element("h2", title);
        if (examples.isEmpty()) {
            element("p", "None.");
        }
        for (Example example : examples) {
            out.write("<blockquote><p>" + escaped(example.text()) + "</p><footer>" + escaped(example.id()) + ", "
                    + escaped(example.outcome()) + ", sentiment " + score(example.score()) + "</footer></blockquote>");
        }
    }

    private void days() throws IOException {
        element("h2", "Days");
        table("Account", "Day", "State");
        for (var account : facts.days().entrySet()) {
            for (Day day : account.getValue()) {
                row(account.getKey(), day.date(), day.settled() != null ? "settled: nothing is missing" : "open");
            }
        }
        endTable();
    }

    private void gaps() throws IOException {
        element("h2", "Gaps");
        if (findings.gaps().isEmpty()) {
            element("p", "Each conversation has a transcript.");
            return;
        }
        element("p", "Conversations without a transcript. They count in no figure of sentiment.");
        table("Conversation", "Account", "Status", "Reason");
        for (Gap gap : findings.gaps()) {
            row(gap.conversationId(), gap.account(), gap.status(), gap.reason());
        }
        endTable();
    }

    private void table(String... titles) throws IOException {
        out.write("<table><thead><tr>");
        for (String title : titles) {
            out.write(OF_NUMBERS.contains(title) ? "<th class=\"number\">" : "<th>");
            out.write(escaped(title) + "</th>");
        }
        out.write("</tr></thead><tbody>\n");
    }

    private void row(Object... cells) throws IOException {
        out.write("<tr>");
        for (Object cell : cells) {
            boolean number = cell instanceof Number || cell.toString().matches("[+-]?\\d[\\d.]*");
            out.write(number ? "<td class=\"number\">" : "<td>");
            out.write(escaped(cell.toString()) + "</td>");
        }
        out.write("</tr>\n");
    }

    private void endTable() throws IOException {
        out.write("</tbody></table>");
    }

    private void element(String name, String text) throws IOException {
        out.write("<" + name + ">" + escaped(text) + "</" + name + ">");
    }

    private static String score(Double score) {
        return score == null ? "" : String.format(Locale.ROOT, "%+.3f", score);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
