package io.transcripthub.redaction.corpus;

import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Learns from the dev part, as it is and crossed, and from the wordings, which numbers have to go and of which type they are: logistic regression,
 * by liblinear. Writes the weights where the redactor reads them. The same corpus gives the same weights.
 */
public final class Learning {
    private static final Path WEIGHTS = Path.of("src/main/resources/io/transcripthub/redaction/model");
    /** Features that fewer examples have are left out. */
    private static final int RAREST = 12;
    /** Weights below make no difference that could be measured. */
    private static final double SMALLEST = 0.02;

    private static final long SEED = 1;
    private static final Parameter VALUE = new Parameter(SolverType.L1R_LR, 2, 0.01);
    private static final Parameter TYPE = new Parameter(SolverType.L1R_LR, 0.5, 0.01);

    private final List<LearningExample> examples;
    /** Of features by their names, from 1 on. */
    private final Map<String, Integer> indexes = new TreeMap<>();

    private Learning(List<LearningExample> examples) {
        this.examples = examples;
        Map<String, Integer> counts = new TreeMap<>();
        for (LearningExample example : examples) {
            example.around().keySet().forEach(name -> counts.merge(name, 1, Integer::sum));
            example.near().keySet().forEach(name -> counts.merge(name, 1, Integer::sum));
        }
        counts.forEach((name, count) -> {
            if (count >= RAREST) {
                indexes.put(name, indexes.size() + 1);
            }
        });
    }

    /**
     * Wordings are short and few, so they count twice.
     *
     * @param args nothing, or a folder to write to and the folders of calls to learn from
     */
    public static void main(String[] args) throws IOException {
        List<CorpusCall> calls = new ArrayList<>(Wordings.read());
        calls.addAll(Wordings.read());
        for (String part : args.length == 0
                ? List.of(Corpus.DEV.toString())
                : List.of(args).subList(1, args.length)) {
            List<CorpusCall> written = Corpus.read(Path.of(part));
            calls.addAll(written);
            calls.addAll(CrossedCalls.of(written));
        }
        Learning learning = new Learning(calls.stream()
                .flatMap(call -> LearningExample.of(call).stream())
                .toList());
        Path folder = args.length == 0 ? WEIGHTS : Path.of(args[0]);
        Files.writeString(folder.resolve("value.weights"), learning.values());
        Files.writeString(folder.resolve("type.weights"), learning.types());
    }

    private String values() {
        Predicate<LearningExample> goes = example -> !example.label().equals(LearningExample.HARMLESS);
        return table(
                List.of("ALONE", "TOGETHER"),
                List.of(weights(examples, goes, false, VALUE), weights(examples, goes, true, VALUE)));
    }

    private String types() {
        List<LearningExample> values = examples.stream()
                .filter(example -> !example.label().equals(LearningExample.HARMLESS)
                        && !example.label().isEmpty())
                .toList();
        List<String> types =
                values.stream().map(LearningExample::label).distinct().sorted().toList();
        return table(
                types,
                types.stream()
                        .map(type -> weights(values, example -> example.label().equals(type), false, TYPE))
                        .toList());
    }

    /** Weights that tell some examples from all others, by index less one. */
    private double[] weights(
            List<LearningExample> learned, Predicate<LearningExample> wanted, boolean near, Parameter parameter) {
        Problem problem = new Problem();
        problem.l = learned.size();
        problem.n = indexes.size();
        problem.x = learned.stream().map(example -> nodes(example, near)).toArray(FeatureNode[][]::new);
        problem.y = learned.stream()
                .mapToDouble(example -> wanted.test(example) ? 1 : 0)
                .toArray();
        Linear.disableDebugOutput();
        parameter.setRandom(new Random(SEED));
        Model model = Linear.train(problem, parameter);
        double[] weights = model.getFeatureWeights();
        for (int i = 0; i < weights.length && model.getLabels()[0] == 0; i++) {
            weights[i] = -weights[i];
        }
        return weights;
    }

    private FeatureNode[] nodes(LearningExample example, boolean near) {
        Map<String, Integer> features = new HashMap<>(example.around());
        if (near) {
            features.putAll(example.near());
        }
        Map<Integer, Integer> counts = new TreeMap<>();
        features.forEach((name, count) -> {
            if (indexes.containsKey(name)) {
                counts.put(indexes.get(name), count);
            }
        });
        return counts.entrySet().stream()
                .map(count -> new FeatureNode(count.getKey(), count.getValue()))
                .toArray(FeatureNode[]::new);
    }

    private String table(List<String> outputs, List<double[]> weights) {
        StringBuilder table = new StringBuilder(String.join(" ", outputs)).append('\n');
        indexes.forEach((name, index) -> {
            if (weights.stream().anyMatch(column -> Math.abs(column[index - 1]) >= SMALLEST)) {
                table.append(name).append(' ').append(row(weights, index)).append('\n');
            }
        });
        return table.toString();
    }

    private static String row(List<double[]> weights, int index) {
        return weights.stream()
                .map(column -> String.format(Locale.ROOT, "%.2f", column[index - 1]))
                .map(weight -> weight.matches("-?0\\.00") ? "0" : weight)
                .collect(Collectors.joining(" "));
    }
}
