package io.transcripthub.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.transcripthub.sandbox.Call;
import io.transcripthub.sandbox.Calls;
import io.transcripthub.sandbox.Segment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The chats that the demo hands in: invented calls, as if they had been written. */
final class DemoChats {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CHATS = 3;
    private static final Map<String, String> AGENT = Map.of("id", "demo-agent", "type", "agent");
    private static final Map<String, String> CUSTOMER = Map.of("id", "demo-customer", "type", "customer");

    private DemoChats() {}

    /** As the API takes them. */
    static List<String> requests() {
        return Calls.all().stream().limit(CHATS).map(DemoChats::request).toList();
    }

    private static String request(Call call) {
        List<Map<String, Object>> messages = new ArrayList<>();
        Instant at = Instant.parse("2026-01-05T09:00:00Z");
        for (Segment segment : call.segments()) {
            boolean byAgent = messages.size() % 2 == 0;
            messages.add(Map.of(
                    "from",
                    byAgent ? AGENT : CUSTOMER,
                    "to",
                    byAgent ? CUSTOMER : AGENT,
                    "text",
                    segment.text(),
                    "timestamp",
                    at.plusSeconds(10L * messages.size()).toString()));
        }
        Map<String, Object> chat = Map.of(
                "interactionId",
                "demo-chat-" + call.name(),
                "agentId",
                AGENT.get("id"),
                "customerId",
                CUSTOMER.get("id"),
                "messages",
                messages);
        try {
            return JSON.writeValueAsString(chat);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a chat is JSON");
        }
    }
}
