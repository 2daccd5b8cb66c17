package io.transcripthub.api;

import io.transcripthub.ledger.LedgerView;
import io.transcripthub.search.SearchIndex;
import io.transcripthub.search.SearchResult;
import io.transcripthub.search.SearchUnavailable;
import java.util.LinkedHashMap;
import java.util.Map;

/** The operations of the HTTP API on transcripts, by their OpenAPI operation ids. */
public final class TranscriptsApi {
    private static final int MOST_HITS = 20;

    private final LedgerView view;
    private final SearchIndex index;

    public TranscriptsApi(LedgerView view, SearchIndex index) {
        this.view = view;
        this.index = index;
    }

    public Answer getTranscript(String jobId) {
        return view.transcript(jobId)
                .map(document -> new Answer(200, document))
                .orElseGet(() -> Answer.error(404, "no transcript of job '" + jobId + "' yet", null));
    }

    public Answer searchTranscripts(String q) {
        try {
            SearchResult result = index.search(q, MOST_HITS);
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("total", result.total());
            json.put("hits", result.hits().stream().map(TranscriptsApi::hit).toList());
            return Answer.ok(json);
        } catch (IllegalArgumentException bad) {
            return Answer.error(400, bad.getMessage(), "q");
        } catch (SearchUnavailable away) {
            return Answer.error(503, "the search server does not answer: " + away.getMessage(), null);
        }
    }

    private static Map<String, Object> hit(SearchResult.Hit hit) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("jobId", hit.source().get("jobId"));
        json.put("score", hit.score());
        json.put("transcript", hit.source());
        return json;
    }
}
