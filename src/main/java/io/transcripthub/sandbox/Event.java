package io.transcripthub.sandbox;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.RequestOptions;

/**
 * One request that tells a hub of a transcription, the same at every attempt.
 *
 * @param forged whether a hub has to refuse it
 */
record Event(RequestOptions request, Buffer body, boolean forged) {}
