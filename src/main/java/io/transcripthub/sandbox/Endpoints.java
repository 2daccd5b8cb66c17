package io.transcripthub.sandbox;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/** Gives a request to the first API that knows its path and method. */
final class Endpoints implements Handler<HttpServerRequest> {
    private static final Buffer NO_BODY = Buffer.buffer();

    private final List<Api> apis;
    private final Responder responder;

    Endpoints(List<Api> apis, Responder responder) {
        this.apis = apis;
        this.responder = responder;
    }

    @Override
    public void handle(HttpServerRequest request) {
        if (request.method().equals(HttpMethod.GET)) {
            route(request, NO_BODY);
        } else {
            request.body().onSuccess(body -> route(request, body));
        }
    }

    private void route(HttpServerRequest request, Buffer body) {
        for (Api api : apis) {
            if (api.handle(request, body)) {
                return;
            }
        }
        responder.send(request, Operation.OTHER, Answer.NOT_FOUND);
    }
}
