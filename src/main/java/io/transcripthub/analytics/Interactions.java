package io.transcripthub.analytics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.transcripthub.ledger.Conversation;
import io.transcripthub.ledger.Conversations;
import io.transcripthub.outcomes.OutcomeMapping;
import io.transcripthub.sentiment.InteractionSentiment;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The interactions of a run, read from the ledger a few hundred at a time however many there are. */
final class Interactions {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Said>> SAID = new TypeReference<>() {};
    private static final TypeReference<Map<String, Integer>> COUNTS = new TypeReference<>() {};
    private static final int CHUNK = 500;

    private final Conversations conversations;
    private final OutcomeMapping outcomes;
    private final List<Long> keys;

    Interactions(Conversations conversations, OutcomeMapping outcomes, List<Long> keys) {
        this.conversations = conversations;
        this.outcomes = outcomes;
        this.keys = keys;
    }

    /** What is done with some of them. */
    interface Step {
        void take(List<Interaction> some) throws IOException;
    }

    int count() {
        return keys.size();
    }

    void forEach(Step step) throws IOException {
        for (int from = 0; from < keys.size(); from += CHUNK) {
            List<Long> chunk = keys.subList(from, Math.min(keys.size(), from + CHUNK));
            step.take(conversations.read(chunk).parallelStream()
                    .map(this::interaction)
                    .toList());
        }
    }

    private Interaction interaction(Conversation row) {
        String outcome = outcomes.outcome(row.listed().disposition());
        if (row.transcript() == null) {
            return new Interaction(row, outcome, List.of(), null, Map.of());
        }
        try {
            return new Interaction(
                    row,
                    outcome,
                    JSON.readValue(row.transcript().utterances(), SAID),
                    JSON.readValue(row.transcript().sentiment(), InteractionSentiment.class),
                    JSON.readValue(row.transcript().redactions(), COUNTS));
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("conversation row " + row.seq() + ": its JSON is damaged");
        }
    }
}
