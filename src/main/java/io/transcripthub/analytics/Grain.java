package io.transcripthub.analytics;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;

/** How long the stretches of time are whose means are compared: as short as a picture can show. */
enum Grain {
    HOUR("hour", "MM-dd HH:mm", Duration.ofDays(3)),
    DAY("day", "yyyy-MM-dd", Duration.ofDays(120)),
    WEEK("week", "yyyy-MM-dd", Duration.ofDays(840)),
    MONTH("month", "yyyy-MM", null);

    private final String noun;
    private final String pattern;
    private final Duration longest;

    Grain(String noun, String pattern, Duration longest) {
        this.noun = noun;
        this.pattern = pattern;
        this.longest = longest;
    }

    static Grain of(Period period) {
        Duration length = Duration.between(period.from(), period.to());
        for (Grain grain : values()) {
            if (grain.longest == null || length.compareTo(grain.longest) <= 0) {
                return grain;
            }
        }
        throw new IllegalStateException("the coarsest has no end");
    }

    String noun() {
        return noun;
    }

    /** Of its beginnings, as SimpleDateFormat takes it. */
    String pattern() {
        return pattern;
    }

    /** When the stretch begins that a time belongs to; weeks begin on Mondays. */
    Instant begin(Instant time, ZoneId zone) {
        ZonedDateTime at = time.atZone(zone);
        if (this == HOUR) {
            return at.truncatedTo(ChronoUnit.HOURS).toInstant();
        }
        ZonedDateTime day = at.truncatedTo(ChronoUnit.DAYS);
        return switch (this) {
            case WEEK -> day.with(ChronoField.DAY_OF_WEEK, 1).toInstant();
            case MONTH -> day.withDayOfMonth(1).toInstant();
            default -> day.toInstant();
        };
    }
}
