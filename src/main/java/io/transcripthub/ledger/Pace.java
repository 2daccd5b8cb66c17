package io.transcripthub.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * How often an account's vendor is asked.
 *
 * @param initial wait before the first poll
 * @param multiplier growth of the wait from poll to poll
 * @param max longest wait between two polls
 * @param deadline time from the vendor's acceptance after which a job that is still unfinished is given up
 * @param jitter factor near 1 that spreads the polls of jobs that came together
 */
public record Pace(Duration initial, double multiplier, Duration max, Duration deadline, DoubleSupplier jitter) {
    /** While a vendor fails, the wait may grow to this many times the longest polling interval. */
    private static final int PATIENCE = 10;

    public static Pace of(Duration initial, double multiplier, Duration max, Duration deadline) {
        return new Pace(initial, multiplier, max, deadline, () -> ThreadLocalRandom.current()
                .nextDouble(0.9, 1.1));
    }

    /** Wait before the poll that follows {@code polls} answered ones. */
    Duration interval(int polls) {
        return grown(multiplier, polls, max);
    }

    /** Wait after the {@code faults + 1}-th fault in a row: doubles each time. */
    Duration backoff(int faults) {
        return grown(2, faults, max.multipliedBy(PATIENCE));
    }

    /** Up to a tenth of the wait after the time that was asked for, so that what waits for it does not come at once. */
    Instant spread(Instant now, Instant asked) {
        long wait = Math.max(0, Duration.between(now, asked).toMillis());
        return asked.plusMillis(Math.round(wait * Math.abs(jitter.getAsDouble() - 1)));
    }

    private Duration grown(double factor, int times, Duration limit) {
        double millis = Math.min(initial.toMillis() * Math.pow(factor, times), limit.toMillis());
        return Duration.ofMillis(Math.round(millis * jitter.getAsDouble()));
    }

    String deadlineInWords() {
        return deadline.toString().substring(2).toLowerCase(java.util.Locale.ROOT);
    }
}
