package io.transcripthub.sandbox;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

/**
 * One vendor's events: who is told of a transcription that has ended, and how that goes wrong. Used by one thread, but for
 * {@link #sendTo}.
 *
 * <p>Where somebody is to be told, a transcription ends by the clock, too, and not only by polls.
 */
final class Events {
    private record Hub(String url, EventSignature signature) {}

    private static final int ONE_WITHOUT_ID_IN = 3;

    /** After which Genesys Cloud gives up on a receiver. */
    private static final long PATIENCE_MILLIS = 10_000;

    private final Vendor vendor;
    private final Vertx vertx;
    private final InstantSource time;
    private final Duration work;
    private final FaultInjection faults;
    private final EventCounts counts;
    private final EventSender sender;
    private volatile Hub hub;
    private long accepted;
    private long forged;

    /** @param work until a transcription ends */
    Events(
            Vendor vendor,
            Vertx vertx,
            InstantSource time,
            Duration work,
            FaultInjection faults,
            EventCounts counts,
            EventSender sender) {
        this.vendor = vendor;
        this.vertx = vertx;
        this.time = time;
        this.work = work;
        this.faults = faults;
        this.counts = counts;
        this.sender = sender;
    }

    /** Of transcriptions that are accepted from now on. */
    void sendTo(URI webhook, String secret) {
        hub = new Hub(webhook.toString(), new EventSignature(vendor, secret));
    }

    /** @return done when the submission may be answered */
    Future<Void> accepted(String transcriptionId, String externalId, Work job) {
        Hub told = hub;
        if (told == null) {
            return Future.succeededFuture();
        }
        long number = accepted++;
        Resource resource = new Resource(externalId);
        if (work.isZero()) {
            vertx.runOnContext(now -> job.end());
        } else {
            vertx.setTimer(work.toMillis(), timer -> job.end());
        }
        if (!faults.strikes(Fault.EARLY, Operation.EVENT, resource)) {
            job.whenEnded(() -> announce(told, transcriptionId, number, resource));
            return Future.succeededFuture();
        }
        Future<Void> firstAttempt = announce(told, transcriptionId, number, resource);
        return number % 2 == 0 ? firstAttempt : Future.succeededFuture();
    }

    /** @return done when it was sent for the first time, or is not sent now */
    private Future<Void> announce(Hub told, String transcriptionId, long number, Resource resource) {
        if (faults.strikes(Fault.FORGED, Operation.EVENT, resource)) {
            counts.forged();
            sender.send(forged(told, transcriptionId), Duration.ZERO);
        }
        if (faults.strikes(Fault.LOST, Operation.EVENT, resource)) {
            counts.lost();
            return Future.succeededFuture();
        }
        Event event = event(told.url, transcriptionId, number % ONE_WITHOUT_ID_IN != 0, false);
        told.signature.sign(event.request(), event.body(), number);
        counts.sent();
        boolean late = faults.strikes(Fault.LATE, Operation.EVENT, resource);
        Duration delay = late ? faults.lateBy() : Duration.ZERO;
        if (faults.strikes(Fault.DOUBLED, Operation.EVENT, resource)) {
            counts.doubled();
            sender.send(event, delay);
        }
        return sender.send(event, delay);
    }

    /** Wrongly signed and unsigned by turns. */
    private Event forged(Hub told, String transcriptionId) {
        Event event = event(told.url, transcriptionId, true, true);
        if (forged++ % 2 == 0) {
            new EventSignature(vendor, "a guess").sign(event.request(), event.body(), forged / 2);
        }
        return event;
    }

    private Event event(String url, String transcriptionId, boolean withId, boolean isForged) {
        JsonObject body = new JsonObject();
        if (withId) {
            body.put("id", UUID.randomUUID().toString());
        }
        body.put("type", vendor.eventType())
                .put("transcriptionId", transcriptionId)
                .put("timestamp", time.instant().toString());
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(url)
                .setTimeout(PATIENCE_MILLIS)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
        return new Event(request, body.toBuffer(), isForged);
    }
}
