package io.transcripthub.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Takes events in: whatever came during one transaction goes into the next, and who handed an event in hears when it is on
 * disk. A vendor waits for that, so nothing else goes this way.
 */
public final class EventInbox implements AutoCloseable {
    private static final int MOST_WAITING = 10_000;
    private static final int MOST_AT_ONCE = 500;

    private record Entry(VendorEvent event, CompletableFuture<Boolean> answer) {}

    private final Ledger ledger;
    private final Doorbell doorbell;
    private final BlockingQueue<Entry> queue = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Thread thread = new Thread(this::run, "event-inbox");
    private volatile boolean closing;

    public EventInbox(Ledger ledger, Doorbell doorbell) {
        this.ledger = ledger;
        this.doorbell = doorbell;
        thread.start();
    }

    /**
     * @return whether it had not come before, once that is on disk; fails with {@link LedgerUnavailable} when it could not be
     *     kept
     */
    public CompletableFuture<Boolean> receive(VendorEvent event) {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        if (closing || !queue.offer(new Entry(event, answer))) {
            answer.completeExceptionally(new LedgerUnavailable("no room for more events"));
        }
        return answer;
    }

    private void run() {
        try {
            while (!closing || !queue.isEmpty()) {
                Entry first = queue.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    List<Entry> entries = new ArrayList<>(List.of(first));
                    queue.drainTo(entries, MOST_AT_ONCE - 1);
                    write(entries);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<Entry> entries) {
        try {
            Set<VendorEvent> fresh =
                    ledger.receive(entries.stream().map(Entry::event).distinct().toList());
            doorbell.ring();
            entries.forEach(entry -> entry.answer().complete(fresh.contains(entry.event())));
        } catch (RuntimeException | Error failed) {
            entries.forEach(entry -> entry.answer().completeExceptionally(failed));
        }
    }

    /** Keeps what has come in, then ends. */
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
