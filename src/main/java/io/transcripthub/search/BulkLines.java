package io.transcripthub.search;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import io.transcripthub.search.IndexResult.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The lines of a {@code _bulk} request, an action and a document by turns, and its answer, item by item. */
final class BulkLines {
    /** Faults of the index or of the hub's rights to it, not of a document: 401, 403 (also "read-only"), 404, 429. */
    private static final Set<Integer> NOT_THE_DOCUMENT = Set.of(401, 403, 404, 429);

    private BulkLines() {}

    static byte[] of(List<IndexItem> items) {
        StringBuilder lines = new StringBuilder();
        for (IndexItem item : items) {
            lines.append("{\"index\":{\"_id\":\"")
                    .append(JsonStringEncoder.getInstance().quoteAsString(item.id()))
                    .append("\"}}\n")
                    .append(item.document().replace('\n', ' '))
                    .append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    static List<IndexResult> results(List<IndexItem> items, JsonNode answer) {
        JsonNode answers = answer.path("items");
        if (answers.size() != items.size()) {
            throw new SearchUnavailable(
                    0, "search server: expected an answer of " + items.size() + " items, found " + answers.size());
        }
        List<IndexResult> results = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            results.add(result(items.get(i), answers.get(i).path("index")));
        }
        return results;
    }

    private static IndexResult result(IndexItem item, JsonNode answer) {
        int status = answer.path("status").asInt();
        if (status >= 200 && status < 300) {
            return new IndexResult(item.id(), Outcome.INDEXED, "");
        }
        boolean rejected = status >= 400 && status < 500 && !NOT_THE_DOCUMENT.contains(status);
        String reason = status + " " + ServerReason.of(answer.path("error"));
        return new IndexResult(item.id(), rejected ? Outcome.REJECTED : Outcome.RETRY, reason);
    }
}
