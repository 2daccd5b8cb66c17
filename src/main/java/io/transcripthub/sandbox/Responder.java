package io.transcripthub.sandbox;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** Puts answers on the wire: late, or cut, where a fault says so. */
final class Responder {
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    private static final CharSequence RETRY_AFTER = HttpHeaders.createOptimized("Retry-After");

    private final Vertx vertx;
    private final FaultInjection faults;
    private final Recorder recorder;

    Responder(Vertx vertx, FaultInjection faults, Recorder recorder) {
        this.vertx = vertx;
        this.faults = faults;
        this.recorder = recorder;
    }

    /** An answer of the vendor, under the faults {@code slow} and {@code truncate}. */
    void send(Visit visit, Answer answer) {
        long delay = faults.slow().toMillis();
        if (delay == 0) {
            sendNow(visit, answer);
        } else {
            vertx.setTimer(delay, timer -> sendNow(visit, answer));
        }
    }

    /** An answer of the sandbox itself, under no fault. */
    void send(HttpServerRequest request, Operation operation, Answer answer) {
        start(request, operation, answer).end(answer.body());
    }

    private void sendNow(Visit visit, Answer answer) {
        if (answer.isSuccess() && faults.strikes(Fault.TRUNCATE, visit)) {
            sendHalf(visit, answer);
        } else {
            send(visit.request(), visit.operation(), answer);
        }
    }

    private void sendHalf(Visit visit, Answer answer) {
        HttpServerResponse response = start(visit.request(), visit.operation(), answer);
        Buffer half = answer.body().getBuffer(0, answer.body().length() / 2);
        if (visit.resource().attempts() % 2 == 1) {
            response.end(half);
        } else {
            response.putHeader(
                    HttpHeaders.CONTENT_LENGTH, Integer.toString(answer.body().length()));
            response.write(half)
                    .onComplete(written -> visit.request().connection().close());
        }
    }

    private HttpServerResponse start(HttpServerRequest request, Operation operation, Answer answer) {
        recorder.answered(operation, answer.status());
        HttpServerResponse response = request.response().setStatusCode(answer.status());
        response.putHeader(HttpHeaders.CONTENT_TYPE, JSON);
        if (answer.retryAfter() != null) {
            response.putHeader(RETRY_AFTER, answer.retryAfter());
        }
        return response;
    }
}
