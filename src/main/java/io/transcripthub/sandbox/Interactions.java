package io.transcripthub.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;

/**
 * Invented conversations, one each ten minutes, always the same. One of fifty has no transcript, and one of forty has none
 * in its first two hours.
 */
final class Interactions {
    static final Duration EVERY = Duration.ofMinutes(10);
    private static final Duration LATE = Duration.ofHours(2);
    private static final int NEVER_ONE_OF = 50;
    private static final int LATE_ONE_OF = 40;
    private static final String PREFIX = "conv-";

    private Interactions() {}

    /** Number of the first that does not begin before a time. */
    static long first(Instant from) {
        return -Math.floorDiv(-from.getEpochSecond(), EVERY.toSeconds());
    }

    static Instant start(long number) {
        return Instant.ofEpochSecond(number * EVERY.toSeconds());
    }

    static JsonObject listed(long number) {
        Talk talk = Talk.of(number);
        return new JsonObject()
                .put("conversationId", PREFIX + number)
                .put("start_time", start(number).toString())
                .put("duration", talk.seconds())
                .put("disposition", talk.disposition());
    }

    /** Null when there is none, or none yet. */
    static JsonArray transcript(String conversationId, Instant now) {
        if (!conversationId.matches(PREFIX + "\\d{1,12}")) {
            return null;
        }
        long number = Long.parseLong(conversationId.substring(PREFIX.length()));
        long chance = Math.floorMod(Dice.mix(number), NEVER_ONE_OF * LATE_ONE_OF);
        boolean late = chance % LATE_ONE_OF == 1 && now.isBefore(start(number).plus(LATE));
        return chance % NEVER_ONE_OF == 0 || late ? null : Talk.of(number).lines(start(number));
    }
}
