package io.transcripthub.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.transcripthub.ledger.Delivery;
import io.transcripthub.ledger.Notice;

/** The payload of an outgoing webhook: {@code {"type","timestamp","data"}}, the same at every attempt. */
public final class WebhookEvent {
    private static final ObjectMapper JSON = new ObjectMapper();

    private WebhookEvent() {}

    /** {@code transcript.completed} or {@code transcript.failed}, as JSON. */
    public static String of(Delivery delivery) throws JsonProcessingException {
        return delivery.failure() == null
                ? event("transcript.completed", completed(JSON.readTree(delivery.document())))
                : event("transcript.failed", (ObjectNode) JSON.readTree(delivery.failure()));
    }

    /** An event that is not about a job, as JSON. */
    public static String of(Notice notice) throws JsonProcessingException {
        ObjectNode event = JSON.createObjectNode();
        event.put("type", notice.type());
        event.put("timestamp", notice.createdAt().toString());
        event.set("data", JSON.readTree(notice.data()));
        return JSON.writeValueAsString(event);
    }

    private static String event(String type, ObjectNode data) throws JsonProcessingException {
        ObjectNode event = JSON.createObjectNode();
        event.put("type", type);
        event.set("timestamp", data.get("processedAt"));
        event.set("data", data);
        return JSON.writeValueAsString(event);
    }

    private static ObjectNode completed(JsonNode document) {
        JsonNode metrics = document.get("metrics");
        String id = document.has("mediaId") ? "mediaId" : "recordingId";
        ObjectNode data = JSON.createObjectNode();
        data.set("account", document.get("account"));
        data.set(id, document.get(id));
        data.set("transcriptionId", document.get("transcriptionId"));
        data.put("status", "COMPLETED");
        data.set("latencySeconds", metrics.get("latency_seconds").get("total"));
        data.set("wordErrorRate", metrics.get("word_error_rate"));
        data.set("segments", document.get("utterances"));
        data.set("processedAt", document.get("indexed_at"));
        return data;
    }
}
