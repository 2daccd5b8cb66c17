package io.transcripthub.redaction.corpus;

import io.transcripthub.redaction.RedactionMode;
import io.transcripthub.redaction.corpus.Mark.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The scores of both parts of the corpus as Markdown. */
public final class CorpusReport {
    private static final String HUB = "transcript-hub";
    private static final String TUTORIALS = "tutorials' regexes";
    private static final Path PAGE = Path.of("docs/redaction.md");
    private static final String BEGIN = "<!-- bench/redaction.sh: begin -->\n";
    private static final String END = "<!-- bench/redaction.sh: end -->";

    private final String part;
    private final List<CorpusCall> calls;
    private final Score hub;
    private final Score tutorials;

    private CorpusReport(String part, List<CorpusCall> calls) {
        this.part = part;
        this.calls = calls;
        this.hub = Scorer.score(calls, Detector.hub(RedactionMode.STANDARD));
        this.tutorials = Scorer.score(calls, new TutorialRegexes());
    }

    /**
     * @param args nothing to print the tables, {@code --faults} also what went wrong, {@code --write} puts them into the page;
     *     {@code --crossed} before it for the crossed dev part
     */
    public static void main(String[] args) throws IOException {
        boolean crossed = args.length > 0 && args[0].equals("--crossed");
        int options = crossed ? 1 : 0;
        String option = args.length == options ? "" : args[options];
        try {
            run(option, crossed ? crossedReport() : reports());
        } catch (CorpusFault fault) {
            System.err.println(fault.getMessage());
            System.exit(1);
        }
    }

    private static List<CorpusReport> reports() {
        return List.of(
                new CorpusReport("dev", Corpus.read(Corpus.DEV)),
                new CorpusReport("heldout", Corpus.read(Corpus.HELDOUT)));
    }

    private static List<CorpusReport> crossedReport() {
        return List.of(new CorpusReport("dev, crossed", CrossedCalls.of(Corpus.read(Corpus.DEV))));
    }

    private static void run(String option, List<CorpusReport> reports) throws IOException {
        switch (option) {
            case "" -> reports.forEach(report -> System.out.println(report.tables()));
            case "--faults" -> reports.forEach(report -> System.out.println(report.tables() + "\n" + report.faults()));
            case "--write" ->
                write(String.join(
                        "\n", reports.stream().map(CorpusReport::tables).toList()));
            default -> {
                System.err.println("expected --crossed, --faults, --write or nothing, found " + option);
                System.exit(2);
            }
        }
    }

    private static void write(String tables) throws IOException {
        String page = Files.readString(PAGE);
        String before = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());
        Files.writeString(PAGE, before + tables + page.substring(page.indexOf(END)));
    }

    private String tables() {
        return "### `%s`: %d calls, %d values, %d hard negatives%n%n%s%n%n%s%n"
                .formatted(part, calls.size(), count(Verdict.VALUE), count(Verdict.NEGATIVE), summary(), byType());
    }

    private String summary() {
        Map<String, Score> scores = new LinkedHashMap<>();
        scores.put(HUB, hub);
        scores.put(HUB + ", strict mode", Scorer.score(calls, Detector.hub(RedactionMode.STRICT)));
        scores.put(TUTORIALS, tutorials);
        return new ScoreTable(scores).summary();
    }

    private String byType() {
        Map<String, Score> scores = new LinkedHashMap<>();
        scores.put(HUB, hub);
        scores.put(TUTORIALS, tutorials);
        return new ScoreTable(scores).byType();
    }

    private String faults() {
        return String.join("\n", ScoreTable.faults(hub)) + "\n";
    }

    private long count(Verdict verdict) {
        return calls.stream().mapToLong(call -> call.items(verdict).size()).sum();
    }
}
