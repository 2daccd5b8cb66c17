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

    /** @param number of the transcription among those that are announced, from 0 */
    private record Announcement(Hub hub, String transcriptionId, long number, Resource resource) {}

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
        if (work.isZero()) {
            vertx.runOnContext(now -> job.end());
        } else {
            vertx.setTimer(work.toMillis(), timer -> job.end());
        }
        Announcement due = new Announcement(told, transcriptionId, accepted++, new Resource(externalId));
        boolean lost = strikes(Fault.LOST, due);
        if (lost || !strikes(Fault.EARLY, due)) {
            job.whenEnded(() -> announce(due, lost));
            return Future.succeededFuture();
        }
        Future<Void> firstAttempt = announce(due, false);
        return due.number % 2 == 0 ? firstAttempt : Future.succeededFuture();
    }

    private boolean strikes(Fault fault, Announcement due) {
        return faults.strikes(fault, Operation.EVENT, due.resource);
    }

    /**
     * Counts what it sends afterwards: who sees it counted and nothing pending knows that it is through.
     *
     * @return done when it was sent for the first time, or is not sent now
     */
    private Future<Void> announce(Announcement due, boolean lost) {
        if (strikes(Fault.FORGED, due)) {
            sender.send(forged(due), Duration.ZERO);
            counts.forged();
        }
        if (lost) {
            counts.lost();
            return Future.succeededFuture();
        }
        Event event = event(due, due.number % ONE_WITHOUT_ID_IN != 0, false);
        due.hub.signature.sign(event.request(), event.body(), due.number);
        Duration delay = strikes(Fault.LATE, due) ? faults.lateBy() : Duration.ZERO;
        Future<Void> firstAttempt = sender.send(event, delay);
        if (strikes(Fault.DOUBLED, due)) {
            sender.send(event, delay);
            counts.doubled();
        }
        counts.sent();
        return firstAttempt;
    }

    /** Wrongly signed and unsigned by turns. */
    private Event forged(Announcement due) {
        Event event = event(due, true, true);
        if (forged++ % 2 == 0) {
            new EventSignature(vendor, "a guess").sign(event.request(), event.body(), forged / 2);
        }
        return event;
    }

    private Event event(Announcement due, boolean withId, boolean isForged) {
        JsonObject body = new JsonObject();
        if (withId) {
            body.put("id", UUID.randomUUID().toString());
        }
        body.put("type", vendor.eventType())
                .put("transcriptionId", due.transcriptionId)
                .put("timestamp", time.instant().toString());
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(due.hub.url)
                .setTimeout(PATIENCE_MILLIS)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
        return new Event(request, body.toBuffer(), isForged);
    }
}
