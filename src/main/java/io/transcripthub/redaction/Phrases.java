package io.transcripthub.redaction;

import java.util.HashMap;
import java.util.Map;

/** Phrases of cues as a tree, a word a step. */
final class Phrases {
    private final Map<String, Phrases> next = new HashMap<>();
    private Topic topic;

    /** The topic of the phrase that ends here, or null. */
    Topic topic() {
        return topic;
    }

    /** What goes on with a word, or null. */
    Phrases next(String word) {
        return next.get(word);
    }

    void add(String[] words, Topic meaning) {
        Phrases node = this;
        for (String word : words) {
            node = node.next.computeIfAbsent(word, first -> new Phrases());
        }
        node.topic = meaning;
    }
}
