package io.transcripthub.sandbox;

import io.vertx.core.http.HttpServerRequest;

/** One request for a resource. */
record Visit(HttpServerRequest request, Operation operation, Resource resource) {}
