package io.transcripthub.search;

import io.transcripthub.search.IndexResult.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An index, or an alias, of transcripts or interactions on a search server. Thread-safe; it holds connections until {@link #close}.
 *
 * <p>When neither index nor alias of the name exists, the first call to {@link #index} puts its template
 * from the folder {@code search} of the resources and makes {@code <name>-000001} with the alias {@code <name>}. What exists
 * is used as it is.
 */
public final class SearchIndex implements AutoCloseable {
    static final String TRANSCRIPTS = "/search/transcripts-template.json";
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,200}");
    private static final int LONGEST_QUERY = 1_000;
    private static final int MOST_HITS = 100;

    private final String name;
    private final SearchRequests requests;
    private volatile boolean prepared;

    /**
     * An index of transcripts.
     *
     * @throws IllegalArgumentException when the name cannot be an index's
     */
    public SearchIndex(SearchServer server, String name) {
        this(server, name, TRANSCRIPTS);
    }

    /** The index {@code interactions} of analysed conversations. */
    public static SearchIndex interactions(SearchServer server) {
        return new SearchIndex(server, "interactions", "/search/interactions-template.json");
    }

    private SearchIndex(SearchServer server, String name, String template) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "search index: expected lower-case letters, digits, '.', '_' and '-', found '" + name + "'");
        }
        this.name = name;
        this.requests = new SearchRequests(server, template);
    }

    /**
     * Indexes all items by one bulk request and answers in their order, one result an item. It does not throw for a
     * fault of the server: when the request fails as a whole, each item is to be tried again, with the reason. A
     * request that is refused as too large or as malformed is sent in halves, until the item is alone that is to blame.
     */
    public List<IndexResult> index(List<IndexItem> items) {
        if (items.isEmpty()) {
            return List.of();
        }
        try {
            prepare();
            return BulkLines.results(items, requests.bulk(name, BulkLines.of(items)));
        } catch (SearchUnavailable e) {
            return refused(items, e);
        }
    }

    /**
     * Indexes one document.
     *
     * @throws SearchUnavailable when the same item may succeed later
     * @throws DocumentRejected when it never will
     */
    public void put(IndexItem item) {
        IndexResult result = index(List.of(item)).get(0);
        switch (result.outcome()) {
            case INDEXED -> {}
            case RETRY -> throw new SearchUnavailable(0, "document " + item.id() + ": " + result.reason());
            case REJECTED -> throw new DocumentRejected(item.id(), result.reason());
        }
    }

    /**
     * Transcripts whose text holds all words of the query; {@code |}, {@code -}, {@code "a phrase"}, {@code word*} and
     * brackets work as in a simple query string, and no query is malformed. There are none while there is no index.
     *
     * @param limit 1 to 100
     * @throws IllegalArgumentException when the query is empty or over 1,000 characters, or the limit out of range
     * @throws SearchUnavailable when the server does not answer
     */
    public SearchResult search(String query, int limit) {
        if (query == null || query.isBlank() || query.length() > LONGEST_QUERY) {
            throw new IllegalArgumentException("q: expected 1 to " + LONGEST_QUERY + " characters, found "
                    + (query == null ? 0 : query.strip().length()));
        }
        if (limit < 1 || limit > MOST_HITS) {
            throw new IllegalArgumentException("limit: expected 1 to " + MOST_HITS + ", found " + limit);
        }
        return requests.search(name, query, limit);
    }

    /** Closes the connections. */
    @Override
    public void close() {
        requests.close();
    }

    private void prepare() {
        if (!prepared) {
            if (!requests.exists(name)) {
                requests.create(name);
            }
            prepared = true;
        }
    }

    private List<IndexResult> refused(List<IndexItem> items, SearchUnavailable e) {
        boolean content = e.status() == 400 || e.status() == 413;
        if (!prepared || !content) {
            return all(items, Outcome.RETRY, e.getMessage());
        }
        if (items.size() == 1) {
            return all(items, Outcome.REJECTED, e.getMessage());
        }
        int half = items.size() / 2;
        List<IndexResult> results = new ArrayList<>(index(items.subList(0, half)));
        results.addAll(index(items.subList(half, items.size())));
        return results;
    }

    private static List<IndexResult> all(List<IndexItem> items, Outcome outcome, String reason) {
        return items.stream()
                .map(item -> new IndexResult(item.id(), outcome, reason))
                .toList();
    }
}
