package io.transcripthub.sandbox;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one fault specification. */
final class FaultsParser {
    private static final Pattern PROBABILITY = Pattern.compile("0?\\.\\d{1,9}|0|1|1\\.0{1,9}");
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
    private static final Pattern SEED = Pattern.compile("-?\\d{1,18}");

    private final Map<Fault, Double> probabilities = new EnumMap<>(Fault.class);
    private final Set<String> seen = new HashSet<>();
    private Duration retryAfter = Faults.NONE.retryAfter();
    private Duration slow = Faults.NONE.slow();
    private Duration lateBy = Faults.NONE.lateBy();
    private Duration tokenLifetime = Faults.NONE.tokenLifetime();
    private OptionalLong seed = Faults.NONE.seed();

    Faults parse(String specification) {
        if (!specification.isBlank()) {
            Arrays.stream(specification.split(",", -1)).map(String::strip).forEach(this::take);
        }
        return new Faults(probabilities, retryAfter, slow, lateBy, tokenLifetime, seed);
    }

    private void take(String part) {
        int equals = part.indexOf('=');
        String name = equals < 0 ? part : part.substring(0, equals).strip();
        String value = equals < 0 ? "" : part.substring(equals + 1).strip();
        if (!seen.add(name)) {
            throw new IllegalArgumentException("fault \"%s\" is given twice".formatted(name));
        }
        switch (name) {
            case "retry-after" -> retryAfter = seconds(part, value);
            case "slow" -> slow = duration(part, value);
            case "late-by" -> lateBy = duration(part, value);
            case "expires" -> tokenLifetime = seconds(part, value);
            case "seed" ->
                seed = OptionalLong.of(Long.parseLong(
                        match(SEED, part, value, "a whole number").group()));
            default -> probabilities.put(fault(name), equals < 0 ? 1.0 : probability(part, value));
        }
    }

    private static Fault fault(String name) {
        Optional<Fault> fault = Arrays.stream(Fault.values())
                .filter(f -> f.label().equals(name))
                .findFirst();
        return fault.orElseThrow(() -> new IllegalArgumentException(
                "fault \"%s\" is unknown: expected one of %s, retry-after, slow, late-by, expires, seed"
                        .formatted(
                                name,
                                Arrays.stream(Fault.values()).map(Fault::label).collect(joining(", ")))));
    }

    private static double probability(String part, String value) {
        return Double.parseDouble(
                match(PROBABILITY, part, value, "a probability from 0 to 1").group());
    }

    private static Duration seconds(String part, String value) {
        Duration duration = duration(part, value);
        if (duration.isZero() || duration.toMillisPart() != 0) {
            throw unexpected(part, "whole seconds, at least 1s", value);
        }
        return duration;
    }

    private static Duration duration(String part, String value) {
        Matcher matcher = match(DURATION, part, value, "a duration such as 200ms, 10s or 5m");
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    private static Matcher match(Pattern pattern, String part, String value, String expected) {
        Matcher matcher = pattern.matcher(value);
        if (!matcher.matches()) {
            throw unexpected(part, expected, value);
        }
        return matcher;
    }

    private static IllegalArgumentException unexpected(String part, String expected, String found) {
        return new IllegalArgumentException("fault \"%s\": expected %s, found \"%s\"".formatted(part, expected, found));
    }
}
