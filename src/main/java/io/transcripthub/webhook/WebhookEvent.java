package io.transcripthub.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.transcripthub.ledger.Delivery;
import io.transcripthub.ledger.Job;
import io.transcripthub.ledger.Notice;
import java.util.List;

/** The payload of an outgoing webhook: {@code {"type","timestamp","data"}}, the same at every attempt. */
public final class WebhookEvent {
    private static final ObjectMapper JSON = new ObjectMapper();

    private WebhookEvent() {}

    /** {@code transcript.completed}, {@code transcript.failed} or {@code chat.injected}, as JSON. */
    public static String of(Delivery delivery) throws JsonProcessingException {
        if (delivery.job().isChat()) {
            return event("chat.injected", injected(delivery.job()));
        }
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

    /** What became of a chat, and nothing of what was said in it. */
    private static ObjectNode injected(Job chat) {
        ObjectNode data = JSON.createObjectNode();
        data.put("account", chat.account());
        data.put("interactionId", chat.externalId());
        data.put("conversationId", chat.vendorId());
        data.put("jobId", chat.jobId());
        for (String number : List.of("messages", "part", "parts")) {
            if (chat.option(number) instanceof Integer count) {
                data.put(number, count);
            }
        }
        data.put("latencySeconds", chat.latencySeconds());
        data.put("processedAt", chat.progress().acceptedAt().toString());
        return data;
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
