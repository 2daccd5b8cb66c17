package io.transcripthub.dispatch;

import org.apache.camel.Processor;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.support.DefaultConsumer;

/** The route that is asked, whenever a job ends, which sinks it is delivered to. */
final class EndedConsumer extends DefaultConsumer implements ShutdownAware {
    private final LedgerComponent component;

    EndedConsumer(LedgerEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.component = endpoint.component();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        component.fanOut(getProcessor());
    }

    @Override
    protected void doStop() throws Exception {
        component.fanOut(null);
        super.doStop();
    }

    /** Jobs that end while the context stops are delivered somewhere too. */
    @Override
    public boolean deferShutdown(ShutdownRunningTask task) {
        return true;
    }

    @Override
    public int getPendingExchangesSize() {
        return 0;
    }

    @Override
    public void prepareShutdown(boolean suspendOnly, boolean forced) {
        // nothing is under way here that is not under way in the route of the job
    }
}
