package io.transcripthub.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.transcripthub.intake.Rejected;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.TreeSet;

/**
 * A request to send transcripts once more.
 *
 * @param from and to: when their jobs were handed in, from (included) to (excluded); null where there is no limit
 */
record RedeliveryRequest(String sink, Instant from, Instant to) {
    private static final Set<String> FIELDS = new TreeSet<>(Set.of("sink", "from", "to"));

    /** Sinks whose rows can be made anew; audit tells of each thing once. */
    private static final Set<String> SINKS = new TreeSet<>(Set.of("search", "webhook"));

    static RedeliveryRequest read(String body) {
        JsonNode request = RequestBody.object(body, FIELDS, String.join(", ", FIELDS));
        String sink = request.path("sink").asText();
        if (!SINKS.contains(sink)) {
            throw Rejected.expected("sink", String.join(" or ", SINKS), "'" + sink + "'");
        }
        return new RedeliveryRequest(sink, time(request, "from"), time(request, "to"));
    }

    private static Instant time(JsonNode request, String name) {
        if (!request.hasNonNull(name)) {
            return null;
        }
        try {
            return OffsetDateTime.parse(request.get(name).asText()).toInstant();
        } catch (DateTimeParseException notATime) {
            throw Rejected.expected(
                    name,
                    "a time such as 2026-03-01T00:00:00Z",
                    "'" + request.get(name).asText() + "'");
        }
    }
}
