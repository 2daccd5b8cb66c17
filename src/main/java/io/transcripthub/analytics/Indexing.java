package io.transcripthub.analytics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.transcripthub.ledger.Conversation.Listed;
import io.transcripthub.search.IndexItem;
import io.transcripthub.search.IndexResult;
import io.transcripthub.search.IndexResult.Outcome;
import io.transcripthub.search.SearchIndex;
import io.transcripthub.sentiment.InteractionSentiment;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts interactions into the search index. A server that stays away does not keep the files from being written. */
public final class Indexing {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_ID = 512;
    private static final long PAUSE_MILLIS = 250;

    private final SearchIndex index;
    private final Duration patience;
    private int indexed;
    private int left;
    private boolean away;
    private String reason;

    /** @param patience how long to wait for a server that does not answer */
    Indexing(SearchIndex index, Duration patience) {
        this.index = index;
        this.patience = patience;
    }

    /**
     * @param failed how many documents are not in the index
     * @param reason why, null if all are
     */
    public record Result(int indexed, int failed, String reason) {}

    Result result() {
        return new Result(indexed, left, reason);
    }

    /** @param topics labels in the interactions' order; null for none */
    void put(List<Interaction> interactions, List<String> topics) throws InterruptedException {
        List<IndexItem> items = new ArrayList<>();
        for (int i = 0; i < interactions.size(); i++) {
            items.add(new IndexItem(id(interactions.get(i)), document(interactions.get(i), topics.get(i))));
        }
        if (away) {
            left += items.size();
            return;
        }
        long deadline = System.nanoTime() + patience.toNanos();
        List<IndexItem> open = items;
        while (true) {
            List<IndexItem> again = attempt(open);
            if (again.isEmpty() || System.nanoTime() > deadline) {
                left += again.size();
                away = !again.isEmpty();
                return;
            }
            open = again;
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** @return those that may succeed later */
    private List<IndexItem> attempt(List<IndexItem> items) {
        List<IndexItem> again = new ArrayList<>();
        List<IndexResult> results = index.index(items);
        for (int i = 0; i < items.size(); i++) {
            IndexResult result = results.get(i);
            if (result.outcome() == Outcome.INDEXED) {
                indexed++;
            } else {
                reason = result.reason();
                if (result.outcome() == Outcome.RETRY) {
                    again.add(items.get(i));
                } else {
                    left++;
                }
            }
        }
        if (again.isEmpty() && left == 0) {
            reason = null;
        }
        return again;
    }

    /** The same conversation always has the same, so that it may come again. */
    private static String id(Interaction interaction) {
        String id = interaction.row().account() + "-" + interaction.id();
        return id.getBytes(StandardCharsets.UTF_8).length <= LONGEST_ID
                ? id
                : interaction.row().account() + "-row-" + interaction.row().seq();
    }

    private static String document(Interaction interaction, String topic) {
        Listed listed = interaction.row().listed();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("conversationId", interaction.id());
        document.put("account", interaction.row().account());
        document.put(
                "start_time", listed.start() == null ? null : listed.start().toString());
        document.put("duration_seconds", listed.durationSeconds());
        document.put("disposition", listed.disposition());
        document.put("outcome", interaction.outcome());
        document.put("has_transcript", interaction.hasTranscript());
        document.put("reason", interaction.row().reason());
        if (interaction.hasTranscript()) {
            document.put("text", interaction.text());
            document.put("utterances", interaction.said());
            document.put("sentiment", sentiment(interaction.sentiment()));
            document.put("topic", topic);
            document.put("redactions", interaction.redactions());
        }
        document.values().removeIf(value -> value == null);
        return json(document);
    }

    private static Map<String, Object> sentiment(InteractionSentiment sentiment) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("score", sentiment.score());
        figures.put("label", sentiment.label().toString());
        figures.put("agent", sentiment.bySpeaker().get("agent"));
        figures.put("customer", sentiment.bySpeaker().get("customer"));
        figures.put("quarters", sentiment.quarters());
        figures.put("change", sentiment.change());
        figures.put("words", sentiment.words());
        figures.values().removeIf(value -> value == null);
        return figures;
    }

    private static String json(Map<String, Object> document) {
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a document that is not to be written as JSON", impossible);
        }
    }
}
