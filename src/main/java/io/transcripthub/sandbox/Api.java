package io.transcripthub.sandbox;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** A group of paths. */
interface Api {
    /** Answers, now or later; false when the path or its method is not one of its own. */
    boolean handle(HttpServerRequest request, Buffer body);
}
