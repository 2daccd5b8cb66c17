package io.transcripthub.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** Decides which fault strikes whom; the faults may be exchanged at any time. */
final class FaultInjection {
    /** IMF-fixdate of RFC 9110, section 5.6.7. */
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private record Rules(Faults faults, Dice dice) {}

    private final InstantSource time;
    private final Recorder recorder;
    private volatile Rules rules;

    FaultInjection(Faults faults, InstantSource time, Recorder recorder) {
        this.time = time;
        this.recorder = recorder;
        use(faults);
    }

    void use(Faults faults) {
        long seed = faults.seed().orElseGet(ThreadLocalRandom.current()::nextLong);
        rules = new Rules(faults, new Dice(seed));
    }

    boolean strikes(Fault fault, Visit visit) {
        return strikes(fault, visit.operation(), visit.resource());
    }

    boolean strikes(Fault fault, Operation operation, Resource resource) {
        Rules now = rules;
        boolean struck = now.dice.roll(now.faults.probability(fault), fault, operation, resource);
        if (struck) {
            recorder.struck(operation, fault);
        }
        return struck;
    }

    /** A 429; its resource is on hold for exactly as long as the header says. */
    Answer throttle(Resource resource) {
        Duration wait = rules.faults.retryAfter();
        Instant until = time.instant().plus(wait);
        if (resource.attempts() % 2 == 1) {
            resource.holdUntil(until.toEpochMilli());
            return Answer.throttled(Long.toString(wait.toSeconds()));
        }
        Instant date = until.plusMillis(999).truncatedTo(ChronoUnit.SECONDS);
        resource.holdUntil(date.toEpochMilli());
        return Answer.throttled(HTTP_DATE.format(date));
    }

    Duration slow() {
        return rules.faults.slow();
    }

    Duration lateBy() {
        return rules.faults.lateBy();
    }

    Duration tokenLifetime() {
        return rules.faults.tokenLifetime();
    }
}
