package io.transcripthub.ledger;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** How much each account's vendor may be asked, and until when it is not to be asked at all. Threads may share it. */
public final class Budgets {
    private final Map<String, Budget> budgets;
    private final InstantSource clock;
    private final Map<String, Instant> pauses = new ConcurrentHashMap<>();

    /** @param budgets by account; an account that has none may be asked without limit */
    public Budgets(Map<String, Budget> budgets, InstantSource clock) {
        this.budgets = Map.copyOf(budgets);
        this.clock = clock;
    }

    /** Accounts with a budget. */
    public Set<String> limited() {
        return budgets.keySet();
    }

    /** The account's budget, or null. */
    public Budget of(String account) {
        return budgets.get(account);
    }

    /** A request to the account's vendor that no token was taken for. */
    public void charge(String account) {
        Budget budget = budgets.get(account);
        if (budget != null) {
            budget.charge();
        }
    }

    /** The vendor asked not to be asked before a time. */
    public void pause(String account, Instant until) {
        pauses.merge(account, until, (one, other) -> one.isAfter(other) ? one : other);
    }

    /** Accounts whose vendor is not to be asked just now. */
    public Set<String> paused() {
        Instant now = clock.instant();
        pauses.values().removeIf(until -> !until.isAfter(now));
        return new TreeSet<>(pauses.keySet());
    }

    /** When the first pause ends, or the first token comes back; null when nobody waits for either. */
    public Instant next() {
        Instant next = null;
        for (Instant end : pauses.values()) {
            next = earlier(next, end);
        }
        for (Budget budget : budgets.values()) {
            next = earlier(next, budget.nextToken());
        }
        return next;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }
}
