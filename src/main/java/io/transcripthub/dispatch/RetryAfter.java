package io.transcripthub.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.apache.camel.http.base.HttpOperationFailedException;

/** The header Retry-After of RFC 9110, in either form: seconds, or an HTTP date. */
public final class RetryAfter {
    private static final Duration LONGEST = Duration.ofDays(1);

    private static final long FIRST_WAIT_MILLIS = 200;
    private static final long LONGEST_WAIT_MILLIS = 30_000;

    private RetryAfter() {}

    /**
     * @return null when there is none, none that can be read, or one that is not in the future: that asks for no wait,
     *     and our own must keep us from asking at once and for ever
     */
    public static Instant from(Map<String, ?> headers, InstantSource clock) {
        if (headers == null) {
            return null;
        }
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Retry-After") && header.getValue() != null)
                .findFirst()
                .map(header -> parse(header.getValue().toString().trim(), clock.instant()))
                .orElse(null);
    }

    /**
     * How long somebody who waits for an answer waits before asking again.
     *
     * @param attempts so far, from 1
     * @return milliseconds, 30,000 at most; what the header asks, else twice as long from time to time
     */
    public static long millis(HttpOperationFailedException refused, int attempts) {
        Instant asked = from(refused.getResponseHeaders(), InstantSource.system());
        long wait = asked == null
                ? FIRST_WAIT_MILLIS << Math.min(attempts - 1, 10)
                : Duration.between(Instant.now(), asked).toMillis();
        return Math.max(0, Math.min(wait, LONGEST_WAIT_MILLIS));
    }

    private static Instant parse(String value, Instant now) {
        Instant asked = value.matches("\\d{1,9}") ? now.plusSeconds(Long.parseLong(value)) : date(value);
        Instant latest = now.plus(LONGEST);
        if (asked == null || !asked.isAfter(now)) {
            return null;
        }
        return asked.isAfter(latest) ? latest : asked;
    }

    /** A date has whole seconds: its second must have passed. */
    private static Instant date(String value) {
        try {
            return ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant()
                    .plusMillis(999);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }
}
