package io.transcripthub.sandbox;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;

/** CXone's list of recordings, as the tutorials leave it open: a call was recorded every ten minutes of the last four hours. */
final class Listing implements Api {
    private static final String PATH = "/api/v2/recordings";
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final Duration OLDEST = Duration.ofHours(4);
    private static final int PAGE = 10;

    private final Resource list = new Resource("recordings");
    private final InstantSource time;
    private final Gate gate;

    Listing(InstantSource time, Gate gate) {
        this.time = time;
        this.gate = gate;
    }

    @Override
    public boolean handle(HttpServerRequest request, Buffer body) {
        boolean asked =
                request.method().equals(HttpMethod.GET) && request.path().equals(PATH);
        if (asked) {
            gate.serve(new Visit(request, Operation.LIST, list), () -> page(request));
        }
        return asked;
    }

    private Answer page(HttpServerRequest request) {
        try {
            Instant from = Instant.parse(request.getParam("from"));
            String token = request.getParam("pageToken");
            return page(from, token == null ? 0 : Integer.parseInt(token));
        } catch (DateTimeParseException | NumberFormatException | NullPointerException wrong) {
            return Answer.badRequest("expected from as an ISO 8601 time, and the pageToken of the page before");
        }
    }

    private Answer page(Instant from, int first) {
        Instant now = time.instant();
        JsonArray recordings = new JsonArray();
        long number = first(from, now) + first;
        for (; recordings.size() < PAGE && !at(number).isAfter(now); number++) {
            recordings.add(new JsonObject()
                    .put("recordingId", "rec-listed-" + number)
                    .put("languageCode", "en-US")
                    .put("startTime", at(number).toString()));
        }
        boolean more = !at(number).isAfter(now);
        JsonObject page = new JsonObject().put("recordings", recordings);
        return Answer.json(200, (more ? page.put("nextPageToken", Integer.toString(first + PAGE)) : page).toBuffer());
    }

    private static long first(Instant from, Instant now) {
        Instant oldest = from.isAfter(now.minus(OLDEST)) ? from : now.minus(OLDEST);
        return -Math.floorDiv(-oldest.getEpochSecond(), EVERY.toSeconds());
    }

    private static Instant at(long number) {
        return Instant.ofEpochSecond(number * EVERY.toSeconds());
    }
}
