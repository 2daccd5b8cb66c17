package io.transcripthub.redaction;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A call without its personal data.
 *
 * @param texts the utterances in their order, each entity replaced by its placeholder
 * @param entities what was replaced, ordered by utterance and start, without overlaps
 * @param spans when it was said, for the entities of utterances that have times
 */
public record Redaction(List<String> texts, List<Entity> entities, List<RedactedSpan> spans) {
    public Redaction {
        texts = List.copyOf(texts);
        entities = List.copyOf(entities);
        spans = List.copyOf(spans);
    }

    /** Entities by the name of their type, sorted by name; types that did not occur are absent. */
    public Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        entities.forEach(entity -> counts.merge(entity.type().name(), 1, Integer::sum));
        return counts;
    }
}
