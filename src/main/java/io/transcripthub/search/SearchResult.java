package io.transcripthub.search;

import java.util.List;
import java.util.Map;

/**
 * Documents that match, the best first.
 *
 * @param total how many match, also those beyond the limit
 */
public record SearchResult(long total, List<Hit> hits) {
    /** @param source the document as it was indexed */
    public record Hit(String id, double score, Map<String, Object> source) {}
}
