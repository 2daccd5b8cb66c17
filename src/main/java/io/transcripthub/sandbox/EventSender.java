package io.transcripthub.sandbox;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.PoolOptions;
import java.time.Duration;
import java.util.Set;

/** Brings events to a hub, again and again until one is taken or refused. */
final class EventSender {
    private static final int CONNECTIONS = 32;
    private static final int CONNECT_MILLIS = 2_000;
    private static final long SHORTEST_WAIT_MILLIS = 100;
    private static final long LONGEST_WAIT_MILLIS = 5_000;
    private static final int DOUBLINGS = 6;
    private static final Set<Integer> REFUSALS = Set.of(400, 401);

    private final Vertx vertx;
    private final HttpClient client;
    private final EventCounts counts;

    EventSender(Vertx vertx, EventCounts counts) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS));
        this.counts = counts;
    }

    /** @return done when the first attempt is over, whatever came of it; at once where that is not made now */
    Future<Void> send(Event event, Duration delay) {
        counts.begun();
        if (delay.isZero()) {
            return attempt(event, 0);
        }
        vertx.setTimer(delay.toMillis(), timer -> attempt(event, 0));
        return Future.succeededFuture();
    }

    private Future<Void> attempt(Event event, int earlierOnes) {
        return client.request(event.request())
                .compose(request -> answer(request, event))
                .onComplete(answer -> settle(event, earlierOnes, answer.succeeded() ? answer.result() : 0))
                .transform(answer -> Future.succeededFuture());
    }

    private static Future<Integer> answer(HttpClientRequest request, Event event) {
        return request.send(event.body()).compose(response -> response.end().map(response.statusCode()));
    }

    /** @param status 0 without an answer */
    private void settle(Event event, int earlierOnes, int status) {
        if (status == 0) {
            counts.unanswered();
        } else {
            counts.answered(event.forged(), status);
        }
        if (status >= 200 && status < 300 || REFUSALS.contains(status)) {
            counts.settled();
        } else {
            long wait = SHORTEST_WAIT_MILLIS << Math.min(earlierOnes, DOUBLINGS);
            vertx.setTimer(Math.min(wait, LONGEST_WAIT_MILLIS), timer -> attempt(event, earlierOnes + 1));
        }
    }
}
