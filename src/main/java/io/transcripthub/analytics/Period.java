package io.transcripthub.analytics;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/** From a time (included) to another (excluded). */
public record Period(Instant from, Instant to) {
    private static final Duration LONGEST = Duration.ofDays(3_660);

    /** A period that cannot be used: which end is at fault, and why. */
    public static final class Unusable extends RuntimeException {
        private final String end;

        Unusable(String end, String words) {
            super(words);
            this.end = end;
        }

        /** {@code from} or {@code to}. */
        public String end() {
            return end;
        }
    }

    /**
     * @param from a date, which is its midnight, or a time by ISO 8601; either without an offset is of the zone
     * @throws Unusable when one is no time, or they are turned round
     */
    public static Period of(String from, String to, ZoneId zone) {
        Period period = new Period(time("from", from, zone), time("to", to, zone));
        if (!period.from.isBefore(period.to)) {
            throw new Unusable("from", "expected a time before to (" + to + "), found " + from);
        }
        if (Duration.between(period.from, period.to).compareTo(LONGEST) > 0) {
            throw new Unusable("from", "expected at most ten years before to (" + to + "), found " + from);
        }
        return period;
    }

    private static Instant time(String end, String text, ZoneId zone) {
        try {
            String time = text == null ? "" : text.strip();
            return time.length() == 10
                    ? LocalDate.parse(time).atStartOfDay(zone).toInstant()
                    : instant(
                            DateTimeFormatter.ISO_DATE_TIME.parseBest(
                                    time, ZonedDateTime::from, OffsetDateTime::from, LocalDateTime::from),
                            zone);
        } catch (DateTimeException notATime) {
            throw new Unusable(
                    end,
                    "expected a date or time such as 2026-03-01 or 2026-03-01T00:00:00Z, found "
                            + found(text, notATime));
        }
    }

    private static Instant instant(TemporalAccessor time, ZoneId zone) {
        return time instanceof LocalDateTime local ? local.atZone(zone).toInstant() : Instant.from(time);
    }

    private static String found(String text, DateTimeException why) {
        if (text == null) {
            return "nothing";
        }
        boolean zone = text.contains("[") && why.getMessage() != null && !text.endsWith("Z");
        return "'" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "'"
                + (zone ? ", whose time zone is not known" : "");
    }
}
