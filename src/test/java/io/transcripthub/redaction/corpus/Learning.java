package io.transcripthub.redaction.corpus;

import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.Spoken;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.corpus.Mark.Verdict;
import io.transcripthub.redaction.model.Candidate;
import io.transcripthub.redaction.model.Candidates;
import io.transcripthub.redaction.model.Surroundings;
import io.transcripthub.redaction.words.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Learns from the dev part which numbers have to go, and of which type they are, by logistic regression with liblinear,
 * and writes the weights where the redactor reads them.
 */
public final class Learning {
    private static final Path WEIGHTS = Path.of("src/main/resources/io/transcripthub/redaction/model");
    private static final String HARMLESS = "HARMLESS";
    private static final int RAREST = Integer.getInteger("rarest", 12);
    private static final double TOLERANCE = 0.01;

    private final List<Example> examples = new ArrayList<>();
    private final Map<String, Integer> indexes = new TreeMap<>();

    /** How often each feature was seen, by its name, and what the candidate is. */
    private record Example(Map<String, Integer> features, String label) {}

    private Learning() {}

    /** @param args folders of calls, the dev part if there are none; before them {@code --out folder} */
    public static void main(String[] args) throws IOException {
        boolean elsewhere = args.length > 1 && args[0].equals("--out");
        Path folder = elsewhere ? Path.of(args[1]) : WEIGHTS;
        List<Path> parts = new ArrayList<>();
        for (int i = elsewhere ? 2 : 0; i < args.length; i++) {
            parts.add(Path.of(args[i]));
        }
        if (parts.isEmpty()) {
            parts.add(Corpus.DEV);
        }
        Learning learning = new Learning();
        for (Path part : parts) {
            Corpus.read(part).forEach(learning::add);
            if (Boolean.parseBoolean(System.getProperty("crossed", "true")))
                CrossedCalls.of(Corpus.read(part)).forEach(learning::add);
        }
        learning.number();
        Files.writeString(folder.resolve("value.weights"), learning.values());
        Files.writeString(folder.resolve("type.weights"), learning.types());
    }

    private void add(CorpusCall corpusCall) {
        Call call = new Call(
                corpusCall.utterances().stream()
                        .map(utterance -> new Spoken(utterance.speaker(), utterance.text()))
                        .toList(),
                corpusCall.language(),
                Vocabulary.with(Map.of()));
        Surroundings surroundings = new Surroundings(call);
        for (Candidate candidate : Candidates.of(call)) {
            String label = label(corpusCall, call, candidate);
            if (label != null) {
                Map<String, Integer> features = new HashMap<>();
                surroundings.describe(
                        candidate,
                        (kind, one, other) -> features.merge(kind.title() + " " + one + " " + other, 1, Integer::sum));
                examples.add(new Example(features, label));
            }
        }
    }

    /** What it is marked as, null if that says nothing of a number. */
    private static String label(CorpusCall corpusCall, Call call, Candidate candidate) {
        int start = call.tokens().start(candidate.token());
        int end = call.tokens().end(candidate.tokenEnd() - 1);
        String label = HARMLESS;
        for (Mark mark : corpusCall.marks()) {
            if (mark.utterance() == candidate.utterance() && mark.start() < end && mark.end() > start) {
                if (mark.verdict() == Verdict.VALUE) {
                    return mark.label().equals(EntityType.PERSON.toString()) ? null : mark.label();
                }
                label = mark.verdict() == Verdict.OPEN ? null : label;
            }
        }
        return label;
    }

    private void number() {
        Map<String, Integer> counts = new TreeMap<>();
        examples.forEach(example -> example.features().keySet().forEach(name -> counts.merge(name, 1, Integer::sum)));
        counts.forEach((name, count) -> {
            if (count >= RAREST) {
                indexes.put(name, indexes.size() + 1);
            }
        });
    }

    private FeatureNode[] nodes(Example example) {
        TreeMap<Integer, Integer> nodes = new TreeMap<>();
        example.features().forEach((name, count) -> {
            if (indexes.containsKey(name)) {
                nodes.put(indexes.get(name), count);
            }
        });
        return nodes.entrySet().stream()
                .map(node -> new FeatureNode(node.getKey(), node.getValue()))
                .toArray(FeatureNode[]::new);
    }

    /** Weights that tell the examples of a label from all others, by index less one. */
    private double[] weights(List<Example> learned, List<FeatureNode[]> nodes, String label, Parameter parameter) {
        Problem problem = new Problem();
        problem.l = learned.size();
        problem.n = indexes.size();
        problem.x = nodes.toArray(FeatureNode[][]::new);
        problem.y = learned.stream()
                .mapToDouble(example -> example.label().equals(label) ? 1 : 0)
                .toArray();
        Linear.resetRandom();
        Linear.disableDebugOutput();
        Model model = Linear.train(problem, parameter);
        double[] weights = model.getFeatureWeights();
        if (model.getLabels()[0] == 0) {
            for (int i = 0; i < weights.length; i++) {
                weights[i] = -weights[i];
            }
        }
        return weights;
    }

    private String values() {
        List<FeatureNode[]> nodes = examples.stream().map(this::nodes).toList();
        double[] harmless = weights(examples, nodes, HARMLESS, new Parameter(SolverType.L2R_LR, C_VALUE, TOLERANCE));
        for (int i = 0; i < harmless.length; i++) {
            harmless[i] = -harmless[i];
        }
        return table(List.of("VALUE"), List.of(harmless));
    }

    private static final double C_VALUE = Double.parseDouble(System.getProperty("c", "0.2"));

    private String types() {
        List<Example> values = examples.stream()
                .filter(example -> !example.label().equals(HARMLESS))
                .toList();
        List<FeatureNode[]> nodes = values.stream().map(this::nodes).toList();
        List<String> types =
                values.stream().map(Example::label).distinct().sorted().toList();
        return table(
                types,
                types.stream()
                        .map(type -> weights(values, nodes, type, new Parameter(SolverType.L1R_LR, 0.5, TOLERANCE)))
                        .toList());
    }

    private String table(List<String> outputs, List<double[]> weights) {
        StringBuilder table = new StringBuilder(String.join(" ", outputs)).append('\n');
        indexes.forEach((name, index) -> {
            List<String> row = weights.stream()
                    .map(column -> String.format(Locale.ROOT, "%.2f", column[index - 1]))
                    .map(weight -> weight.equals("0.00") || weight.equals("-0.00") ? "0" : weight)
                    .toList();
            if (row.stream().anyMatch(weight -> !weight.equals("0"))) {
                table.append(name)
                        .append(' ')
                        .append(row.stream().collect(Collectors.joining(" ")))
                        .append('\n');
            }
        });
        return table.toString();
    }
}
