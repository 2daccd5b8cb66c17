package io.transcripthub.dispatch;

import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;

/** The route that is asked, whenever a job ends, which sinks it is delivered to. */
final class EndedConsumer extends DefaultConsumer {
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
}
