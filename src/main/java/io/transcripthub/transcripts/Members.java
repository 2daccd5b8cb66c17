package io.transcripthub.transcripts;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.ValueRange;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The members of a vendor's segment or utterance, read one by one; an error names the place and quotes nothing. */
final class Members {
    /**
     * ISO 8601 with any offset, minutes and colon as may be; without one the time is UTC. Strict, for else February 30
     * would be read as the 28th.
     */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .parseLenient()
            .appendOffset("+HH", "Z")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final ValueRange FOUR_DIGITS = ValueRange.of(0, 9999);

    private final Map<?, ?> members;
    private final String place;

    private Members(Map<?, ?> members, String place) {
        this.members = members;
        this.place = place;
    }

    static Members of(Object segment, String place) {
        if (segment instanceof Map<?, ?> members) {
            return new Members(members, place);
        }
        throw new UnusableTranscript(place + ": expected an object, found " + kind(segment));
    }

    String text(String name) {
        if (members.get(name) instanceof String text) {
            return WellFormed.text(text);
        }
        throw unexpected(name, "text");
    }

    /** A text that may be missing, or something else than text. */
    String label(String name) {
        Object value = members.get(name);
        return value == null ? null : WellFormed.text(value.toString());
    }

    /** A number that may be missing, or written as text. */
    Double number(String name) {
        Object value = members.get(name);
        if (value == null) {
            return null;
        }
        try {
            double number = value instanceof Number n ? n.doubleValue() : Double.parseDouble(value.toString());
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw unexpected(name, "a number");
    }

    /** A time that may be missing; years have four digits. */
    Instant time(String name) {
        Object value = members.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof String text) {
            try {
                TemporalAccessor time = TIME.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from);
                if (FOUR_DIGITS.isValidValue(time.get(ChronoField.YEAR))) {
                    return time instanceof OffsetDateTime offset
                            ? offset.toInstant()
                            : ((LocalDateTime) time).toInstant(ZoneOffset.UTC);
                }
            } catch (DateTimeException notATime) {
                // said below
            }
        }
        throw unexpected(name, "an ISO 8601 time");
    }

    private UnusableTranscript unexpected(String name, String expected) {
        Object found = members.get(name);
        String words = found instanceof String ? "other text" : kind(found);
        return new UnusableTranscript(place + "." + name + ": expected " + expected + ", found " + words);
    }

    static String kind(Object value) {
        if (value instanceof Map) {
            return "an object";
        }
        if (value instanceof List) {
            return "a list";
        }
        if (value instanceof Number) {
            return "a number";
        }
        return value == null ? "nothing" : value instanceof Boolean ? value.toString() : "text";
    }
}
