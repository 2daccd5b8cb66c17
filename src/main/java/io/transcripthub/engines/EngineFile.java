package io.transcripthub.engines;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.transcripthub.engines.Engine.Grammar;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.constructor.StandardConstructor;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads an engine's file, YAML in UTF-8, and checks all that can be checked without the vendor. */
public final class EngineFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST = 1_000_000;

    private final Problems problems;
    private Engine engine;

    private EngineFile(String name) {
        this.problems = new Problems(name);
    }

    /**
     * A file beside the engine's.
     *
     * @param content null when it could not be read
     */
    public record Attached(String file, String content) {}

    /**
     * @param name of the file, for messages
     * @param grxml the grammar's file, null when there is none
     * @throws InvalidEngine when anything is wrong
     */
    public static EngineFile read(String name, String yaml, Attached grxml) {
        EngineFile file = new EngineFile(name);
        file.read(yaml, grxml);
        file.problems.report();
        return file;
    }

    /** The file that a grammar of type grxml names, as far as that can be told. */
    public static Optional<String> grammarFile(String yaml) {
        try {
            Object file =
                    new org.snakeyaml.engine.v2.api.Load(settings("")).loadFromString(yaml) instanceof Map<?, ?> keys
                                    && keys.get("grammar") instanceof Map<?, ?> grammar
                            ? grammar.get("file")
                            : null;
            return file instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
        } catch (YamlEngineException | StackOverflowError broken) {
            return Optional.empty();
        }
    }

    public Engine engine() {
        return engine;
    }

    /** @throws InvalidEngine when the vendor has nothing that fits */
    public void checkAgainst(Catalogue catalogue) {
        catalogue.check(engine, problems);
        problems.report();
    }

    /** @throws InvalidEngine naming the file's line of the key */
    public InvalidEngine expected(String key, String expected, Object found) {
        problems.expected(key, expected, found);
        problems.report();
        throw new IllegalStateException();
    }

    private static LoadSettings settings(String label) {
        return LoadSettings.builder().setLabel(label).build();
    }

    private void read(String yaml, Attached grxml) {
        if (yaml.length() > LARGEST) {
            problems.add(1, "expected at most " + LARGEST + " characters, found " + yaml.length());
            return;
        }
        try {
            Optional<Node> top = new Compose(settings("engine")).composeString(yaml);
            if (top.isEmpty()) {
                problems.add(1, "expected keys, found an empty file");
                return;
            }
            check(top.get());
            if (problems.none()) {
                Object keys = new StandardConstructor(settings("engine")).constructSingleDocument(top);
                engine = JSON.convertValue(keys, Engine.class);
                new EngineRules(problems).check(engine);
                grammar(grxml);
            }
        } catch (MarkedYamlEngineException broken) {
            int line = broken.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            problems.add(line, "broken YAML: " + broken.getProblem());
        } catch (YamlEngineException broken) {
            problems.add(1, "broken YAML: " + broken.getMessage());
        } catch (StackOverflowError deep) {
            problems.add(1, "expected a few levels, found too many");
        }
    }

    private void check(Node top) {
        SchemaCheck schema = new SchemaCheck(problems);
        schema.check(SchemaCheck.ENGINE, "", top);
        child(top, "grammar").ifPresent(grammar -> {
            String type = child(grammar, "type")
                    .map(node -> node instanceof ScalarNode text ? text.getValue() : "")
                    .orElse("");
            Optional<Node> content = child(grammar, "content");
            if (content.isPresent() && SchemaCheck.ENGINE.path("definitions").has(type)) {
                new SchemaCheck(problems)
                        .check(SchemaCheck.ENGINE.path("definitions").path(type), "grammar.content", content.get());
            }
        });
    }

    private static Optional<Node> child(Node node, String key) {
        return node instanceof MappingNode map
                ? map.getValue().stream()
                        .filter(entry -> entry.getKeyNode() instanceof ScalarNode name
                                && name.getValue().equals(key))
                        .map(entry -> entry.getValueNode())
                        .findFirst()
                : Optional.empty();
    }

    private void grammar(Attached grxml) {
        Grammar grammar = engine.grammar();
        if (grammar == null) {
            return;
        }
        if (grammar.type().equals("grxml")) {
            attach(grammar, grxml);
        } else if (grammar.content() == null) {
            problems.expected("grammar.content", "the grammar", "none");
        } else if (grammar.file() != null) {
            problems.expected("grammar.file", "none with type " + grammar.type(), "'" + grammar.file() + "'");
        } else if (grammar.type().equals("json")) {
            rules(grammar);
        }
    }

    private void attach(Grammar grammar, Attached grxml) {
        if (grammar.content() != null) {
            problems.expected("grammar.content", "none with type grxml", "keys");
        } else if (grammar.file() == null) {
            problems.expected("grammar.file", "a file with type grxml", "none");
        } else if (grxml == null || grxml.content() == null) {
            problems.expected("grammar.file", "a file that can be read, in UTF-8", "none at " + grammar.file());
        } else {
            new GrxmlCheck(grxml.file()).check(grxml.content()).ifPresent(problem -> {
                throw new InvalidEngine(List.of(problem));
            });
            Map<String, Object> content = Map.of("file", grammar.file(), "grxml", grxml.content());
            engine = new Engine(
                    engine.name(),
                    engine.description(),
                    engine.version(),
                    engine.acousticModelId(),
                    engine.languageProfileId(),
                    engine.trafficSplit(),
                    new Grammar("grxml", content, null),
                    engine.noiseSuppression(),
                    engine.acousticFeatureExtraction(),
                    engine.webhooks(),
                    engine.promotion());
        }
    }

    private void rules(Grammar grammar) {
        Set<Object> ids = new HashSet<>();
        List<?> rules = (List<?>) grammar.content().get("rules");
        for (int i = 0; i < rules.size(); i++) {
            Map<?, ?> rule = (Map<?, ?>) rules.get(i);
            String path = "grammar.content.rules[" + i + "]";
            if (!ids.add(rule.get("id"))) {
                problems.expected(path + ".id", "another one for each rule", "'" + rule.get("id") + "' twice");
            }
            try {
                Pattern.compile(rule.get("pattern").toString());
            } catch (PatternSyntaxException broken) {
                problems.expected(path + ".pattern", "a regular expression", "one with " + broken.getDescription());
            }
        }
    }
}
