package io.transcripthub.redaction.corpus;

import io.transcripthub.redaction.RedactionMode;
import io.transcripthub.redaction.corpus.Mark.Verdict;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints the scores of both parts of the corpus as Markdown; with {@code --faults} also what went wrong. */
public final class CorpusReport {
    private static final String OURS = "transcript-hub";

    private CorpusReport() {}

    public static void main(String[] args) {
        boolean faults = Arrays.asList(args).contains("--faults");
        try {
            print("dev", Corpus.DEV, faults);
            print("held-out", Corpus.HELDOUT, faults);
        } catch (CorpusFault fault) {
            System.err.println(fault.getMessage());
            System.exit(1);
        }
    }

    private static void print(String part, Path folder, boolean faults) {
        List<CorpusCall> calls = Corpus.read(folder);
        Map<String, Score> scores = scores(calls);
        ScoreTable table = new ScoreTable(scores);
        System.out.printf(
                "%n### %s: %d calls, %d values, %d hard negatives%n%n%s%n%n%s%n",
                part,
                calls.size(),
                count(calls, Verdict.VALUE),
                count(calls, Verdict.NEGATIVE),
                table.summary(),
                table.byType());
        if (faults) {
            System.out.println();
            ScoreTable.faults(scores.get(OURS)).forEach(System.out::println);
        }
    }

    private static Map<String, Score> scores(List<CorpusCall> calls) {
        Map<String, Score> scores = new LinkedHashMap<>();
        scores.put(OURS, Scorer.score(calls, Detector.hub(RedactionMode.STANDARD)));
        scores.put("strict mode", Scorer.score(calls, Detector.hub(RedactionMode.STRICT)));
        scores.put("tutorials' regexes", Scorer.score(calls, new TutorialRegexes()));
        return scores;
    }

    private static long count(List<CorpusCall> calls, Verdict verdict) {
        return calls.stream().mapToLong(call -> call.items(verdict).size()).sum();
    }
}
