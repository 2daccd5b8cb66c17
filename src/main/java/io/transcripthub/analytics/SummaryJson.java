package io.transcripthub.analytics;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.transcripthub.ledger.AnalyticsDays.Day;
import io.transcripthub.outcomes.Distribution;
import io.transcripthub.topics.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of a run, for programs. */
final class SummaryJson {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Findings findings;
    private final Facts facts;

    SummaryJson(Findings findings, Facts facts) {
        this.findings = findings;
        this.facts = facts;
    }

    void write(Path file, Timings timings) throws IOException {
        JSON.writeValue(file.toFile(), summary(timings));
    }

    private Map<String, Object> summary(Timings timings) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("from", facts.period().from().toString());
        summary.put("to", facts.period().to().toString());
        summary.put("accounts", facts.accounts());
        summary.put("conversations", findings.conversations());
        summary.put("transcripts", findings.transcripts());
        Map<String, Integer> labels = new LinkedHashMap<>();
        findings.labels().forEach((label, count) -> labels.put(label.toString(), count));
        summary.put("labels", labels);
        summary.put("complete", facts.broken().isEmpty());
        summary.put("problems", problems());
        summary.put("gaps", findings.gaps());
        summary.put("days", days());
        summary.put("topics", topics());
        summary.put("topics_skipped", findings.topics().skipped());
        summary.put("outcomes", outcomes());
        summary.put("eta_squared", rounded(findings.outcomes().etaSquared()));
        summary.put("redactions", findings.redactions());
        summary.put("search", facts.search());
        summary.put("timings", timings.seconds());
        return summary;
    }

    private List<String> problems() {
        List<String> problems = new ArrayList<>(facts.broken());
        problems.addAll(facts.faults());
        return problems;
    }

    private List<Map<String, Object>> days() {
        List<Map<String, Object>> days = new ArrayList<>();
        facts.days().forEach((account, ofAccount) -> {
            for (Day day : ofAccount) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("account", account);
                json.put("day", day.date().toString());
                json.put("settled", day.settled() != null);
                days.add(json);
            }
        });
        return days;
    }

    private List<Map<String, Object>> topics() {
        List<Map<String, Object>> topics = new ArrayList<>();
        for (Topic topic : findings.topics().topics()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("id", topic.id());
            json.put("label", topic.label());
            json.put("terms", topic.terms());
            json.put("conversations", topic.documents());
            json.put("mean_sentiment", rounded(findings.topic(topic.id()).mean()));
            topics.add(json);
        }
        return topics;
    }

    private Map<String, Object> outcomes() {
        Map<String, Object> outcomes = new LinkedHashMap<>();
        findings.outcomes().byOutcome().forEach((outcome, spread) -> outcomes.put(outcome, outcome(spread)));
        return outcomes;
    }

    private static Map<String, Object> outcome(Distribution spread) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("n", spread.n());
        json.put("mean", rounded(spread.mean()));
        json.put("median", rounded(spread.median()));
        json.put("lower_quartile", rounded(spread.lowerQuartile()));
        json.put("upper_quartile", rounded(spread.upperQuartile()));
        json.put(
                "interval_95",
                spread.interval() == null
                        ? null
                        : List.of(
                                rounded(spread.interval().low()),
                                rounded(spread.interval().high())));
        json.put("words", spread.words());
        return json;
    }

    private static Double rounded(Double value) {
        return value == null ? null : Math.round(value * 1e4) / 1e4;
    }
}
