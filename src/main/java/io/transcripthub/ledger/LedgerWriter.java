package io.transcripthub.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settles steps in batches: whatever came in while one transaction ran goes into the next. One thread, so that batches
 * grow with the load.
 */
public final class LedgerWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerWriter.class);
    private static final int BATCH = 500;

    private record Entry(Step step, Runnable written) {}

    private final Ledger ledger;
    private final Doorbell doorbell;
    private final BlockingQueue<Entry> queue = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::run, "ledger-writer");
    private volatile boolean closing;

    public LedgerWriter(Ledger ledger, Doorbell doorbell) {
        this.ledger = ledger;
        this.doorbell = doorbell;
        thread.start();
    }

    /** @param written is run once the step is in the ledger, or given up as one that its lease will bring back */
    public void settle(Step step, Runnable written) {
        queue.add(new Entry(step, written));
    }

    private void run() {
        try {
            while (!closing || !queue.isEmpty()) {
                Entry first = queue.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    List<Entry> batch = new ArrayList<>(List.of(first));
                    queue.drainTo(batch, BATCH - 1);
                    write(batch);
                }
            }
        } catch (InterruptedException stopped) {
            LOG.warn("Stopped with {} steps unwritten; their leases bring them back", queue.size());
        }
    }

    private void write(List<Entry> batch) {
        try {
            ledger.settle(batch.stream().map(Entry::step).toList());
        } catch (RuntimeException failed) {
            if (batch.size() > 1) {
                LOG.warn("A batch of {} steps was not written, trying one by one: {}", batch.size(), failed.toString());
                batch.forEach(entry -> write(List.of(entry)));
                return;
            }
            LOG.error("A step was not written; its lease brings it back: {}", failed.toString());
        }
        batch.forEach(entry -> entry.written().run());
        doorbell.ring();
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
