package io.transcripthub.sandbox;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.time.InstantSource;
import java.util.Set;

/** The token endpoint, under the path of each of the vendors. */
final class TokenApi implements Api {
    private static final Set<String> PATHS =
            Set.of("/api/v2/auth/oauth2/token", "/oauth/token", "/oauth2/token", "/api/v2/oauth/token");

    private final Resource token = new Resource("token");
    private final InstantSource time;
    private final Tokens tokens;
    private final FaultInjection faults;
    private final Responder responder;

    TokenApi(InstantSource time, Tokens tokens, FaultInjection faults, Responder responder) {
        this.time = time;
        this.tokens = tokens;
        this.faults = faults;
        this.responder = responder;
    }

    @Override
    public boolean handle(HttpServerRequest request, Buffer body) {
        boolean own = request.method().equals(HttpMethod.POST) && PATHS.contains(request.path());
        if (own) {
            issue(new Visit(request, Operation.TOKEN, token), body);
        }
        return own;
    }

    private void issue(Visit visit, Buffer form) {
        token.visit(time.millis());
        if (faults.strikes(Fault.TOKEN_UNAVAILABLE, visit)) {
            responder.send(visit.request(), Operation.TOKEN, Answer.UNAVAILABLE);
        } else if (!faults.strikes(Fault.TOKEN_HANG, visit)) {
            String authorization = visit.request().getHeader(HttpHeaders.AUTHORIZATION);
            Answer answer = tokens.issue(authorization, form.toString(), faults.tokenLifetime());
            responder.send(visit.request(), Operation.TOKEN, answer);
        }
    }
}
