package io.transcripthub.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * When a delivery is tried.
 *
 * @param waits wait before each attempt, counted from the one before; as many attempts as waits
 */
public record Schedule(List<Duration> waits) {
    public Schedule {
        waits = List.copyOf(waits);
        if (waits.isEmpty()) {
            throw new IllegalArgumentException("delivery.retry-schedule: expected at least one wait, found none");
        }
    }

    /**
     * Time of the next attempt, up to a tenth later than the wait so that rows that failed together come back apart;
     * empty when {@code attempts} have used up the schedule.
     */
    Optional<Instant> next(int attempts, Instant now) {
        if (attempts >= waits.size()) {
            return Optional.empty();
        }
        long millis = waits.get(attempts).toMillis();
        return Optional.of(now.plusMillis(millis + ThreadLocalRandom.current().nextLong(millis / 10 + 1)));
    }
}
