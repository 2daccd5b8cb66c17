package io.transcripthub.sandbox;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A receiver of Standard Webhooks. It checks no signature, since it shares no secret; it keeps the last deliveries. */
final class Webhooks {
    private static final int KEPT = 100;
    private static final Answer TAKEN = Answer.json(200, new JsonObject().put("status", "received"));

    private final Map<String, Resource> attempts = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    private final Map<WebhookEvent, String> idOfEvent = new HashMap<>();
    private final Set<WebhookEvent> underSeveralIds = new HashSet<>();
    private final Map<String, Long> byType = new TreeMap<>();
    private final Deque<ReceivedWebhook> last = new ArrayDeque<>();
    private long total;

    /** The event that a request is about, by its webhook-id. */
    synchronized Resource resource(HttpServerRequest request) {
        return attempts.computeIfAbsent(header(request, "webhook-id"), Resource::new);
    }

    Answer receive(HttpServerRequest request, Buffer body) {
        ReceivedWebhook webhook = new ReceivedWebhook(
                header(request, "webhook-id"),
                header(request, "webhook-timestamp"),
                header(request, "webhook-signature"),
                body.toString());
        if (webhook.id().isEmpty()
                || webhook.timestamp().isEmpty()
                || webhook.signature().isEmpty()) {
            return Answer.badRequest("expected the headers webhook-id, webhook-timestamp and webhook-signature.");
        }
        try {
            take(webhook, WebhookEvent.read(body.getBytes()));
            return TAKEN;
        } catch (InvalidRequest e) {
            return Answer.badRequest(e.getMessage());
        }
    }

    synchronized List<ReceivedWebhook> last() {
        return List.copyOf(last);
    }

    synchronized SandboxStats.Webhooks stats() {
        return new SandboxStats.Webhooks(
                total, ids.size(), total - ids.size(), new TreeMap<>(byType), underSeveralIds.size());
    }

    private synchronized void take(ReceivedWebhook webhook, WebhookEvent event) {
        total++;
        if (ids.add(webhook.id())) {
            byType.merge(event.type(), 1L, Long::sum);
        }
        if (!event.subject().isEmpty()
                && !idOfEvent.computeIfAbsent(event, e -> webhook.id()).equals(webhook.id())) {
            underSeveralIds.add(event);
        }
        last.addLast(webhook);
        if (last.size() > KEPT) {
            last.removeFirst();
        }
    }

    private static String header(HttpServerRequest request, String name) {
        MultiMap headers = request.headers();
        return headers.contains(name) ? headers.get(name) : "";
    }
}
