package io.transcripthub.redaction;

import io.transcripthub.redaction.words.Topic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a redactor is to do beyond what it knows by itself.
 *
 * @param types a user's own types
 * @param words phrases that say what a number near them is, by the name of a type of {@link EntityType#values()}, or by
 *     {@code HARMLESS} for numbers that are to stay
 */
public record RedactionRules(RedactionMode mode, List<CustomType> types, Map<String, List<String>> words) {
    public static final String HARMLESS = "HARMLESS";

    public RedactionRules {
        types = List.copyOf(types);
        words = Map.copyOf(words);
    }

    /** Nothing of a user's own. */
    public static RedactionRules of(RedactionMode mode) {
        return new RedactionRules(mode, List.of(), Map.of());
    }

    private static final String TYPES = "redaction.types.";
    private static final String WORDS = "redaction.words.";

    /**
     * @param settings of which the keys {@code redaction.types.<NAME>.pattern}, {@code redaction.types.<NAME>.words} and
     *     {@code redaction.words.<TYPE>} are read; words are separated by commas
     * @throws IllegalArgumentException naming the key, what was expected and what was found
     */
    public static RedactionRules of(RedactionMode mode, Map<String, String> settings) {
        List<CustomType> types = new ArrayList<>();
        Map<String, List<String>> words = new HashMap<>();
        settings.forEach((key, value) -> {
            try {
                if (key.startsWith(TYPES)) {
                    customType(key.substring(TYPES.length()), settings).ifPresent(types::add);
                } else if (key.startsWith(WORDS)) {
                    String name = key.substring(WORDS.length());
                    Topic.of(name);
                    words.put(name, phrases(value));
                }
            } catch (IllegalArgumentException fault) {
                throw new IllegalArgumentException(key + ": " + fault.getMessage());
            }
        });
        return new RedactionRules(mode, types, words);
    }

    private static Optional<CustomType> customType(String key, Map<String, String> settings) {
        int dot = key.indexOf('.');
        String name = dot < 0 ? key : key.substring(0, dot);
        String member = key.substring(name.length());
        String words = settings.getOrDefault(TYPES + name + ".words", "");
        return switch (member) {
            case ".pattern" -> Optional.of(CustomType.of(name, settings.get(TYPES + key), phrases(words)));
            case ".words" -> {
                if (!settings.containsKey(TYPES + name + ".pattern")) {
                    throw new IllegalArgumentException("expected " + TYPES + name + ".pattern as well, found nothing");
                }
                yield Optional.empty();
            }
            default ->
                throw new IllegalArgumentException(
                        "expected .pattern or .words behind the name, found '" + member + "'");
        };
    }

    private static List<String> phrases(String value) {
        return Arrays.stream(value.split(",", -1))
                .map(String::strip)
                .filter(phrase -> !phrase.isEmpty())
                .toList();
    }

    /** The same in another mode. */
    public RedactionRules in(RedactionMode other) {
        return new RedactionRules(other, types, words);
    }

    /** All phrases by their topic. */
    Map<Topic, List<String>> cues() {
        Map<Topic, List<String>> cues = new HashMap<>();
        words.forEach((name, phrases) ->
                cues.computeIfAbsent(Topic.of(name), first -> new ArrayList<>()).addAll(phrases));
        types.forEach(type -> cues.put(type.topic(), type.words()));
        return cues;
    }
}
