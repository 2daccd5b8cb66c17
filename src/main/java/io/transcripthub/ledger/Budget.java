package io.transcripthub.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A bucket of tokens, one a request. A token that was taken comes back a period later, so that no window of that length
 * ever sees more requests than there are tokens; a bucket that fills evenly would let through twice as many. Threads may
 * share it.
 */
public final class Budget {
    /** Tokens that were taken within a hundredth of the period come back together, the last one's period later. */
    private static final int GRAINS = 100;

    /** Of ten tokens, bulk leaves one to those who wait. */
    private static final int RESERVED = 10;

    private record Grain(Instant begin, int tokens) {}

    private final int tokens;
    private final Duration period;
    private final Duration grain;
    private final InstantSource clock;
    private final Deque<Grain> taken = new ArrayDeque<>();
    private int left;

    public Budget(int tokens, Duration period, InstantSource clock) {
        this.tokens = tokens;
        this.period = period;
        this.grain = period.dividedBy(GRAINS);
        this.clock = clock;
        this.left = tokens;
    }

    /**
     * Takes tokens for requests to come.
     *
     * @return how many there were of those that were wished for
     */
    public synchronized int take(int wished, boolean bulk) {
        refill();
        int granted = Math.max(0, Math.min(wished, bulk ? left - reserve() : left));
        note(granted);
        return granted;
    }

    /** A request that nobody took a token for; those after it wait the longer. */
    public synchronized void charge() {
        refill();
        note(1);
    }

    /** Puts back tokens that were just taken and not used. */
    public synchronized void putBack(int unused) {
        int open = unused;
        while (open > 0 && !taken.isEmpty()) {
            Grain last = taken.removeLast();
            int back = Math.min(open, last.tokens());
            if (last.tokens() > back) {
                taken.addLast(new Grain(last.begin(), last.tokens() - back));
            }
            left += back;
            open -= back;
        }
    }

    /** When the next token comes back; null as long as there are enough for everybody. */
    public synchronized Instant nextToken() {
        refill();
        return left > reserve() || taken.isEmpty() ? null : comesBack(taken.getFirst());
    }

    private int reserve() {
        return tokens == 1 ? 0 : Math.max(1, tokens / RESERVED);
    }

    private void note(int count) {
        if (count == 0) {
            return;
        }
        Instant now = clock.instant();
        Grain last = taken.peekLast();
        if (last != null && now.isBefore(last.begin().plus(grain))) {
            taken.removeLast();
            taken.addLast(new Grain(last.begin(), last.tokens() + count));
        } else {
            taken.addLast(new Grain(now, count));
        }
        left -= count;
    }

    private void refill() {
        Instant now = clock.instant();
        while (!taken.isEmpty() && !comesBack(taken.getFirst()).isAfter(now)) {
            left += taken.removeFirst().tokens();
        }
    }

    private Instant comesBack(Grain out) {
        return out.begin().plus(grain).plus(period);
    }
}
