package io.transcripthub.analytics;

import io.transcripthub.ledger.Budget;
import io.transcripthub.ledger.Budgets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Lets requests to vendors through as their accounts' budgets and pauses allow, behind those who wait for an answer. */
final class Turnstile {
    private final Budgets budgets;
    private final InstantSource clock;

    Turnstile(Budgets budgets, InstantSource clock) {
        this.budgets = budgets;
        this.clock = clock;
    }

    /** Takes what one request costs. @return false when it has to wait */
    boolean enter(String account) {
        Budget budget = budgets.of(account);
        return !budgets.paused().contains(account) && (budget == null || budget.take(1, true) == 1);
    }

    /** The vendor asked to be left alone. */
    void pause(String account, Instant until) {
        budgets.pause(account, until);
    }

    /** Waits for a request's turn, unless it is stopped. @return whether it may go */
    boolean await(String account, Watch watch) throws InterruptedException {
        while (!watch.stopped()) {
            if (enter(account)) {
                return true;
            }
            Thread.sleep(50);
        }
        return false;
    }

    /** Waits, unless it is stopped. */
    void rest(Duration longest, Instant until, Watch watch) throws InterruptedException {
        Instant end = until == null ? clock.instant().plus(longest) : until;
        while (clock.instant().isBefore(end) && !watch.stopped()) {
            Thread.sleep(Math.max(
                    1, Math.min(100, Duration.between(clock.instant(), end).toMillis())));
        }
    }
}
