package io.transcripthub.sandbox;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * CXone's path for the injection of chats. Creation is idempotent, as the vendor says: the same interactionId and part get the
 * same conversation again, and are counted as a double.
 */
final class ChatsApi implements Api {
    private static final String CHAT = "/api/v2/conversations/channels/chat";
    private static final int KEPT = 100;

    private final String idPrefix = "conv_" + UUID.randomUUID().toString().substring(0, 8) + "_";
    private final Map<String, Resource> submitted = new HashMap<>();
    private final Map<String, String> conversations = new HashMap<>();
    private final Deque<ReceivedChat> last = new ArrayDeque<>();
    private final Resource invalidSubmission = new Resource("invalid chat");
    private final FaultInjection faults;
    private final Recorder recorder;
    private final Gate gate;

    ChatsApi(FaultInjection faults, Recorder recorder, Gate gate) {
        this.faults = faults;
        this.recorder = recorder;
        this.gate = gate;
    }

    @Override
    public boolean handle(HttpServerRequest request, Buffer body) {
        boolean own = request.method().equals(HttpMethod.POST) && request.path().equals(CHAT);
        if (own) {
            inject(request, body);
        }
        return own;
    }

    private void inject(HttpServerRequest request, Buffer body) {
        try {
            ChatSubmission chat = ChatSubmission.read(body.getBytes());
            Resource interaction = submitted.computeIfAbsent(chat.key(), Resource::new);
            Visit visit = new Visit(request, Operation.CHAT, interaction);
            gate.serveLater(visit, () -> accept(chat, body, visit));
        } catch (InvalidRequest e) {
            Visit visit = new Visit(request, Operation.CHAT, invalidSubmission);
            gate.serve(visit, () -> Answer.badRequest(e.getMessage()));
        }
    }

    private Future<Answer> accept(ChatSubmission chat, Buffer body, Visit visit) {
        Answer refusal = refusal(chat.interactionId(), body, visit);
        if (refusal != null) {
            return Future.succeededFuture(refusal);
        }
        String conversation = conversations.computeIfAbsent(chat.key(), key -> idPrefix + (conversations.size() + 1));
        recorder.submissionAccepted(chat.key());
        keep(new ReceivedChat(chat.key(), conversation, body.toString()));
        if (faults.strikes(Fault.LOST_ANSWER, visit)) {
            visit.request().connection().close();
            return Future.failedFuture("lost");
        }
        if (faults.strikes(Fault.GATEWAY, visit)) {
            return Future.succeededFuture(Answer.GATEWAY_TIMEOUT);
        }
        return Future.succeededFuture(Answer.json(201, new JsonObject().put("conversationId", conversation)));
    }

    private Answer refusal(String interactionId, Buffer body, Visit visit) {
        if (interactionId.contains("-invalid") || faults.strikes(Fault.REFUSED, visit)) {
            JsonObject first = body.toJsonObject().getJsonArray("messages").getJsonObject(0);
            return Answer.badRequest("messages[0]: \"" + first.getString("text") + "\" is not accepted.");
        }
        if (faults.strikes(Fault.UNAUTHORIZED, visit)) {
            return Answer.UNAUTHORIZED;
        }
        return interactionId.contains("-forbidden") || faults.strikes(Fault.FORBIDDEN, visit)
                ? Answer.error(403, "Forbidden", "The scope conversations:chat:write is missing.")
                : null;
    }

    private synchronized void keep(ReceivedChat chat) {
        last.addLast(chat);
        if (last.size() > KEPT) {
            last.removeFirst();
        }
    }

    /** The last hundred that were accepted, oldest first. */
    synchronized List<ReceivedChat> last() {
        return List.copyOf(last);
    }
}
