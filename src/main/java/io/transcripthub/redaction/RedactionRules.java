package io.transcripthub.redaction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    /** All phrases by their topic. */
    Map<Topic, List<String>> cues() {
        Map<Topic, List<String>> cues = new HashMap<>();
        words.forEach((name, phrases) ->
                cues.computeIfAbsent(Topic.of(name), first -> new ArrayList<>()).addAll(phrases));
        types.forEach(type -> cues.put(type.topic(), type.words()));
        return cues;
    }
}
