package io.transcripthub.dispatch;

import io.transcripthub.dispatch.RowLoop.Wait;
import io.transcripthub.ledger.Claim.Claimed;
import io.transcripthub.ledger.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.Suspendable;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.support.DefaultConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands out due rows: one thread claims them and starts their exchanges, which end wherever they end. A permit is held
 * by each row from its claim until what came of it is written.
 */
final class DispatchConsumer<R> extends DefaultConsumer implements ShutdownAware, Suspendable {
    private static final Logger LOG = LoggerFactory.getLogger(DispatchConsumer.class);
    private static final int MOST_ROWS = 500;

    private final LedgerEndpoint endpoint;
    private final LedgerComponent component;
    private final RowSource<R> source;
    private final Semaphore permits;
    private RowLoop loop;

    DispatchConsumer(LedgerEndpoint endpoint, Processor processor, RowSource<R> source) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.component = endpoint.component();
        this.source = source;
        this.permits = new Semaphore(endpoint.getMaxInFlight());
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        loop = new RowLoop(endpoint.getEndpointUri(), component.doorbell(), this::dispatch);
    }

    /** Claims end here when the context stops; what is under way goes on through the route, which stops after it. */
    @Override
    protected void doSuspend() {
        loop.stop();
        loop = null;
    }

    @Override
    protected void doResume() {
        loop = new RowLoop(endpoint.getEndpointUri(), component.doorbell(), this::dispatch);
    }

    @Override
    protected void doStop() throws Exception {
        if (loop != null) {
            loop.stop();
        }
        super.doStop();
    }

    private Wait dispatch() {
        int room = Math.min(permits.availablePermits(), MOST_ROWS);
        if (room == 0) {
            source.full();
            return new Wait(RowLoop.LOOK_AGAIN, true);
        }
        Claimed<R> claimed = source.take(room);
        List<R> rows = claimed.rows();
        permits.acquireUninterruptibly(rows.size());
        int batch = endpoint.getBatchSize();
        for (int i = 0; i < rows.size(); i += batch) {
            start(rows.subList(i, Math.min(i + batch, rows.size())));
        }
        return rows.size() == room ? Wait.NONE : new Wait(until(claimed.nextDue()), true);
    }

    private Duration until(Instant due) {
        Duration wait = due == null
                ? RowLoop.LOOK_AGAIN
                : Duration.between(component.clock().instant(), due);
        return wait.compareTo(RowLoop.LOOK_AGAIN) < 0 ? wait : RowLoop.LOOK_AGAIN;
    }

    private void start(List<R> rows) {
        Exchange exchange = createExchange(false);
        source.fill(exchange, rows);
        getAsyncProcessor().process(exchange, doneSync -> {
            settle(rows, Outcomes.of(exchange, rows.size(), component.clock()));
            releaseExchange(exchange, false);
        });
    }

    private void settle(List<R> rows, List<Outcome> outcomes) {
        for (int i = 0; i < rows.size(); i++) {
            try {
                component.writer().settle(source.step(rows.get(i), outcomes.get(i)), permits::release);
            } catch (RuntimeException failed) {
                LOG.error(
                        "A step is not settled, its lease brings it back: {}", failed.getMessage(), failed.getCause());
                permits.release();
            }
        }
    }

    @Override
    public boolean deferShutdown(ShutdownRunningTask task) {
        return false;
    }

    @Override
    public int getPendingExchangesSize() {
        return endpoint.getMaxInFlight() - permits.availablePermits();
    }

    @Override
    public void prepareShutdown(boolean suspendOnly, boolean forced) {
        // claims end when the consumer stops; what is under way is waited for by its count
    }
}
