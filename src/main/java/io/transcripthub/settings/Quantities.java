package io.transcripthub.settings;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations ({@code 250ms}, {@code 10s}, {@code 5m}, {@code 1h}, {@code 7d}) and sizes ({@code 10MB}) as written in settings. */
public final class Quantities {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})(B|KB|MB|GB)?");

    private Quantities() {}

    static boolean isDuration(String text) {
        return DURATION.matcher(text).matches();
    }

    static boolean isSize(String text) {
        return SIZE.matcher(text).matches();
    }

    /** @throws IllegalArgumentException when the text is not a duration */
    public static Duration duration(String text) {
        Matcher match = matched(DURATION, text, Kind.DURATION);
        long amount = Long.parseLong(match.group(1));
        return switch (match.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    /**
     * A size in bytes; a KB has 1,024 of them.
     *
     * @throws IllegalArgumentException when the text is not a size
     */
    public static long bytes(String text) {
        Matcher match = matched(SIZE, text, Kind.SIZE);
        long amount = Long.parseLong(match.group(1));
        String unit = match.group(2) == null ? "B" : match.group(2);
        return switch (unit) {
            case "KB" -> amount << 10;
            case "MB" -> amount << 20;
            case "GB" -> amount << 30;
            default -> amount;
        };
    }

    private static Matcher matched(Pattern pattern, String text, Kind kind) {
        Matcher match = pattern.matcher(text.trim());
        if (!match.matches()) {
            throw new IllegalArgumentException("expected " + kind.expected + ", found '" + text + "'");
        }
        return match;
    }
}
