package io.transcripthub.dispatch;

import io.transcripthub.audit.AuditLine;
import io.transcripthub.dispatch.RowLoop.Wait;
import java.time.Duration;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands out the chain's lines in their order, one list at a time. They count as delivered when the route has ended
 * well; otherwise the same lines come again after five seconds, for ever.
 */
final class AuditConsumer extends DefaultConsumer {
    private static final Logger LOG = LoggerFactory.getLogger(AuditConsumer.class);
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final LedgerEndpoint endpoint;
    private final LedgerComponent component;
    private RowLoop loop;

    AuditConsumer(LedgerEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.component = endpoint.component();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        loop = new RowLoop(endpoint.getEndpointUri(), component.doorbell(), this::handOut);
    }

    @Override
    protected void doStop() throws Exception {
        if (loop != null) {
            loop.stop();
        }
        super.doStop();
    }

    private Wait handOut() {
        List<AuditLine> lines = component.ledger().unwrittenAudit(endpoint.getBatchSize());
        if (lines.isEmpty()) {
            return new Wait(RowLoop.LOOK_AGAIN, true);
        }
        Exchange exchange = createExchange(true);
        exchange.getMessage().setBody(lines);
        process(exchange);
        if (exchange.getException() != null) {
            component.auditFailed(exchange.getException().getMessage());
            LOG.error(
                    "Audit lines are not on disk, trying again: {}",
                    exchange.getException().getMessage());
            return new Wait(RETRY, false);
        }
        component.auditFailed(null);
        component.ledger().auditWritten(lines.get(lines.size() - 1).seq());
        return Wait.NONE;
    }

    private void process(Exchange exchange) {
        try {
            getProcessor().process(exchange);
        } catch (Exception failed) {
            exchange.setException(failed);
        }
    }
}
