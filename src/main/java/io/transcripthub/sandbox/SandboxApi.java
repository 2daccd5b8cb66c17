package io.transcripthub.sandbox;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;

/** The sandbox's own paths, which need no token: webhook receiver, figures, faults. */
final class SandboxApi implements Api {
    private final InstantSource time;
    private final FaultInjection faults;
    private final Recorder recorder;
    private final Tokens tokens;
    private final Webhooks webhooks;
    private final EventCounts events;
    private final Responder responder;

    SandboxApi(
            InstantSource time,
            FaultInjection faults,
            Recorder recorder,
            Tokens tokens,
            Webhooks webhooks,
            EventCounts events,
            Responder responder) {
        this.time = time;
        this.faults = faults;
        this.recorder = recorder;
        this.tokens = tokens;
        this.webhooks = webhooks;
        this.events = events;
        this.responder = responder;
    }

    @Override
    public boolean handle(HttpServerRequest request, Buffer body) {
        switch (request.method().name() + " " + request.path()) {
            case "POST /sandbox/webhooks" -> receive(request, body);
            case "GET /sandbox/webhooks" -> answer(request, Json.encodeToBuffer(webhooks.last()));
            case "GET /sandbox/stats" ->
                answer(request, Json.encodeToBuffer(recorder.stats(webhooks.stats(), events.stats())));
            case "POST /sandbox/faults" -> exchangeFaults(request, body.toString());
            case "POST /sandbox/revoke" -> revoke(request);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void receive(HttpServerRequest request, Buffer body) {
        Visit visit = new Visit(request, Operation.WEBHOOK, webhooks.resource(request));
        visit.resource().visit(time.millis());
        if (faults.strikes(Fault.WEBHOOK_DOWN, visit)) {
            request.connection().close();
        } else if (faults.strikes(Fault.WEBHOOK_UNAVAILABLE, visit)) {
            responder.send(request, Operation.WEBHOOK, Answer.UNAVAILABLE);
        } else {
            responder.send(request, Operation.WEBHOOK, webhooks.receive(request, body));
        }
    }

    private void exchangeFaults(HttpServerRequest request, String specification) {
        try {
            faults.use(Faults.parse(specification));
            answer(request, new JsonObject().put("faults", specification).toBuffer());
        } catch (IllegalArgumentException e) {
            responder.send(request, Operation.OTHER, Answer.badRequest(e.getMessage()));
        }
    }

    private void revoke(HttpServerRequest request) {
        tokens.revokeAll();
        answer(request, new JsonObject().put("status", "revoked").toBuffer());
    }

    private void answer(HttpServerRequest request, Buffer body) {
        responder.send(request, Operation.OTHER, Answer.json(200, body));
    }
}
