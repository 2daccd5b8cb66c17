package io.transcripthub.redaction.corpus;

import io.transcripthub.redaction.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Scores as Markdown, a column a detector; and what went wrong, line by line. */
final class ScoreTable {
    private final Map<String, Score> scores;

    /** @param scores by the name of the detector, of the same calls */
    ScoreTable(Map<String, Score> scores) {
        this.scores = scores;
    }

    /** The figures over all types. */
    String summary() {
        List<String> lines = head("", name -> name);
        lines.add(row("strict recall, structured types", Score::recall));
        lines.add(row("precision by entity, structured types", Score::precision));
        lines.add(row("hard negatives touched", Score::negativesTouched));
        lines.add(row("other characters touched", Score::othersTouchedShare));
        lines.add(row("left standing of cards, CVVs and SSNs", Score::leftStanding));
        return String.join("\n", lines);
    }

    /** Strict recall, with any type; share of entities of the type that are right. */
    String byType() {
        List<String> lines = head("type", name -> "recall, " + name + " | precision, " + name);
        for (EntityType type : EntityType.values()) {
            lines.add(cells(
                    "`" + type + "`",
                    scores.values().stream()
                            .flatMap(score -> Stream.of(
                                    score.recall(finding -> finding.type().equals(type)),
                                    score.precision(prediction ->
                                            prediction.entity().type().equals(type))))));
        }
        return String.join("\n", lines);
    }

    /** Each miss, false alarm, touched hard negative and value of another type, with its call. */
    static List<String> faults(Score score) {
        List<String> lines = new ArrayList<>();
        score.findings().stream()
                .filter(finding -> !finding.found())
                .map(finding -> line("missed", finding.item(), finding.type().name()) + " (" + finding.standing()
                        + " of " + finding.characters() + " characters left)")
                .forEach(lines::add);
        score.predictions().stream()
                .filter(prediction -> !prediction.right())
                .map(prediction -> line(
                        "false alarm",
                        prediction.call(),
                        prediction.entity().type().name(),
                        prediction.text()))
                .forEach(lines::add);
        score.negatives().stream()
                .filter(Score.Negative::touched)
                .map(negative ->
                        line("touched", negative.item(), negative.item().label()))
                .forEach(lines::add);
        score.findings().stream()
                .filter(finding -> finding.found() && !finding.typed())
                .map(finding ->
                        line("other type", finding.item(), finding.type().name()))
                .forEach(lines::add);
        return lines;
    }

    private static String line(String fault, MarkedItem item, String label) {
        return line(fault, item.call(), label, item.text());
    }

    private static String line(String fault, CorpusCall call, String label, String text) {
        return fault + " " + label + " " + call.id() + " (" + call.place() + "): " + text;
    }

    private List<String> head(String first, Function<String, String> heading) {
        List<String> lines = new ArrayList<>();
        String headings = scores.keySet().stream().map(heading).collect(Collectors.joining(" | "));
        lines.add("| " + first + " | " + headings + " |");
        lines.add("|---".repeat((int) headings.chars().filter(c -> c == '|').count() + 2) + "|");
        return lines;
    }

    private String row(String name, Function<Score, Share> share) {
        return cells(name, scores.values().stream().map(share));
    }

    private static String cells(String name, Stream<Share> shares) {
        return "| " + name + " | " + shares.map(Share::toString).collect(Collectors.joining(" | ")) + " |";
    }
}
