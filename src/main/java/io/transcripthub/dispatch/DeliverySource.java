package io.transcripthub.dispatch;

import io.transcripthub.ledger.Claim;
import io.transcripthub.ledger.Claim.Claimed;
import io.transcripthub.ledger.Delivery;
import io.transcripthub.ledger.Outcome;
import io.transcripthub.ledger.Step;
import java.util.List;
import org.apache.camel.Exchange;

/** Deliveries that are due at one sink: the body is the {@link Delivery}, or a list of them. */
final class DeliverySource implements RowSource<Delivery> {
    private final LedgerEndpoint endpoint;

    DeliverySource(LedgerEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public Claimed<Delivery> take(int limit) {
        return endpoint.component().writer().claim(new Claim.OfDeliveries(endpoint.getSink(), limit));
    }

    @Override
    public void fill(Exchange exchange, List<Delivery> rows) {
        if (endpoint.getBatchSize() == 1) {
            exchange.setVariable("job", rows.get(0).job());
            exchange.setVariable("delivery", rows.get(0));
        }
        exchange.getMessage().setBody(endpoint.getBatchSize() == 1 ? rows.get(0) : rows);
    }

    @Override
    public Step step(Delivery delivery, Outcome outcome) {
        return new Step.OfDelivery(delivery, outcome);
    }
}
