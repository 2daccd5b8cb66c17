package io.transcripthub.sandbox;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** CXone's paths for interaction analytics. */
final class InteractionsApi implements Api {
    private static final String QUERY = "/api/v1/analytics/conversations/details/query";
    private static final String CONVERSATIONS = "/api/v1/conversations/";
    private static final String TRANSCRIPTS = "/transcripts";
    private static final int PAGE = 100;

    private final Map<String, Resource> conversations = new HashMap<>();
    private final Resource list = new Resource("conversations");
    private final InstantSource time;
    private final FaultInjection faults;
    private final Gate gate;

    InteractionsApi(InstantSource time, FaultInjection faults, Gate gate) {
        this.time = time;
        this.faults = faults;
        this.gate = gate;
    }

    @Override
    public boolean handle(HttpServerRequest request, Buffer body) {
        String path = request.path();
        if (request.method().equals(HttpMethod.POST) && path.equals(QUERY)) {
            Visit visit = new Visit(request, Operation.CONVERSATIONS, list);
            gate.serve(visit, () -> faults.strikes(Fault.BROKEN, visit) ? Answer.BROKEN : page(visit, body));
        } else if (request.method().equals(HttpMethod.GET)
                && path.startsWith(CONVERSATIONS)
                && path.endsWith(TRANSCRIPTS)
                && path.length() > CONVERSATIONS.length() + TRANSCRIPTS.length()) {
            String id = path.substring(CONVERSATIONS.length(), path.length() - TRANSCRIPTS.length());
            transcript(request, URLDecoder.decode(id, StandardCharsets.UTF_8));
        } else {
            return false;
        }
        return true;
    }

    private void transcript(HttpServerRequest request, String id) {
        Visit visit = new Visit(request, Operation.TRANSCRIPT, conversations.computeIfAbsent(id, Resource::new));
        gate.serve(visit, () -> {
            if (faults.strikes(Fault.BROKEN, visit)) {
                return Answer.BROKEN;
            }
            if (faults.strikes(Fault.UNTYPED, visit)) {
                return Answer.json(200, new JsonObject().put("lines", 0));
            }
            JsonArray transcript = Interactions.transcript(id, time.instant());
            if (transcript == null) {
                return Answer.NOT_FOUND;
            }
            Buffer body = transcript.toBuffer();
            return Answer.json(200, faults.strikes(Fault.TRAILING, visit) ? body.appendString("[]") : body);
        });
    }

    private Answer page(Visit visit, Buffer body) {
        try {
            JsonObject query = body.toJsonObject();
            Instant from = Instant.parse(query.getString("startDate"));
            Instant to = Instant.parse(query.getString("endDate"));
            String page = visit.request().getParam("page");
            return page(visit, from, to, page == null ? 0 : Integer.parseInt(page));
        } catch (DecodeException
                | DateTimeException
                | ClassCastException
                | NumberFormatException
                | NullPointerException e) {
            return Answer.badRequest("expected startDate and endDate by ISO 8601, and the page of a nextLink");
        }
    }

    private Answer page(Visit visit, Instant from, Instant to, int page) {
        Instant end = to.isBefore(time.instant()) ? to : time.instant();
        long number = Interactions.first(from) + (long) page * PAGE;
        JsonArray data = new JsonArray();
        for (; data.size() < PAGE && Interactions.start(number).isBefore(end); number++) {
            data.add(Interactions.listed(number));
        }
        boolean more = Interactions.start(number).isBefore(end);
        return Answer.json(
                200, new JsonObject().put("data", data).put("nextLink", more ? next(visit, page + 1) : null));
    }

    private String next(Visit visit, int page) {
        if (faults.strikes(Fault.ELSEWHERE, visit)) {
            return "http://elsewhere.example" + QUERY + "?page=" + page;
        }
        int linked = faults.strikes(Fault.LOOP, visit) ? 1 : page;
        return "http://" + visit.request().authority() + QUERY + "?page=" + linked;
    }
}
