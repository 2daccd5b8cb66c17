package io.transcripthub.ledger;

import io.transcripthub.ledger.Claim.Claimed;
import io.transcripthub.ledger.Ledger.Turned;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settles steps and claims rows in turns: whatever came in during one transaction goes into the next. One thread, so
 * that the turns grow with the load.
 */
public final class LedgerWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerWriter.class);
    private static final int MOST_ENTRIES = 1_000;

    /** From the start of one turn to that of the next: a commit costs much the same for one row and for a hundred. */
    private static final long TURN_NANOS = TimeUnit.MILLISECONDS.toNanos(25);

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private sealed interface Entry {}

    private record Settling(Step step, Runnable written) implements Entry {}

    private record Claiming<R>(Claim<R> claim, CompletableFuture<Claimed<R>> answer) implements Entry {
        @SuppressWarnings("unchecked")
        private void answer(Claimed<?> claimed) {
            answer.complete((Claimed<R>) claimed);
        }
    }

    private final Ledger ledger;
    private final Doorbell doorbell;
    private final Consumer<Step> settled;
    private final BlockingQueue<Entry> queue = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::run, "ledger-writer");
    private volatile boolean closing;

    /** @param settled hears of each step that was written */
    public LedgerWriter(Ledger ledger, Doorbell doorbell, Consumer<Step> settled) {
        this.ledger = ledger;
        this.doorbell = doorbell;
        this.settled = settled;
        thread.start();
    }

    /** @param written is run once the step is in the ledger, or given up as one that its lease will bring back */
    public void settle(Step step, Runnable written) {
        queue.add(new Settling(step, written));
    }

    /**
     * Waits for the next turn and the rows it brings.
     *
     * @throws LedgerUnavailable when the database cannot be used, or the writer is closed
     */
    public <R> Claimed<R> claim(Claim<R> claim) {
        if (!thread.isAlive()) {
            throw new LedgerUnavailable("the ledger is closed");
        }
        CompletableFuture<Claimed<R>> answer = new CompletableFuture<>();
        queue.add(new Claiming<>(claim, answer));
        try {
            return answer.join();
        } catch (CompletionException failed) {
            throw new LedgerUnavailable(failed.getCause().getMessage(), failed.getCause());
        }
    }

    private void run() {
        try {
            long started = System.nanoTime() - TURN_NANOS;
            while (!closing || !queue.isEmpty()) {
                Entry first = queue.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    TimeUnit.NANOSECONDS.sleep(started + TURN_NANOS - System.nanoTime());
                    started = System.nanoTime();
                    List<Entry> entries = new ArrayList<>(List.of(first));
                    queue.drainTo(entries, MOST_ENTRIES - 1);
                    turn(only(Settling.class, entries), claims(entries));
                }
            }
        } catch (InterruptedException stopped) {
            LOG.warn("Stopped with {} entries unwritten; leases bring them back", queue.size());
        }
    }

    private void turn(List<Settling> settling, List<Claiming<?>> claiming) {
        Turned turned;
        try {
            List<Step> steps = settling.stream().map(Settling::step).toList();
            List<Claim<?>> claims = new ArrayList<>();
            claiming.forEach(one -> claims.add(one.claim()));
            turned = ledger.turn(steps, claims);
        } catch (RuntimeException | Error failed) {
            LOG.warn("A turn was not written: {}", failed.getMessage());
            claiming.forEach(one -> one.answer().completeExceptionally(failed));
            again(settling, failed);
            return;
        }
        for (int i = 0; i < claiming.size(); i++) {
            claiming.get(i).answer(turned.claimed().get(i));
        }
        settling.forEach(this::written);
        if (turned.woken() || !settling.isEmpty()) {
            doorbell.ring();
        }
    }

    /** As long as the database is away the steps are kept, for some of them cannot be done a second time for nothing. */
    private void again(List<Settling> settling, Throwable failed) {
        boolean away = failed instanceof LedgerUnavailable unavailable && unavailable.isPassing();
        if (away && !closing) {
            queue.addAll(settling);
            LockSupport.parkNanos(PATIENCE_NANOS);
        } else {
            settling.forEach(this::alone);
            doorbell.ring();
        }
    }

    /** One step that cannot be written must not hold up the others. */
    private void alone(Settling settling) {
        try {
            ledger.settle(List.of(settling.step()));
        } catch (RuntimeException | Error failed) {
            LOG.error("A step was not written, its lease brings it back: {}", failed.getMessage());
            settling.written().run();
            return;
        }
        written(settling);
    }

    private void written(Settling settling) {
        try {
            settled.accept(settling.step());
        } catch (RuntimeException | Error failed) {
            LOG.warn("A written step was not counted: {}", failed.getMessage());
        } finally {
            settling.written().run();
        }
    }

    private static List<Claiming<?>> claims(List<Entry> entries) {
        List<Claiming<?>> claims = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry instanceof Claiming<?> claiming) {
                claims.add(claiming);
            }
        }
        return claims;
    }

    private static <E extends Entry> List<E> only(Class<E> type, List<Entry> entries) {
        return entries.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Writes what is queued, then ends. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
