package io.transcripthub.dispatch;

import io.transcripthub.ledger.Fault;
import io.transcripthub.ledger.Outcome;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import org.apache.camel.Exchange;

/** The outcome that an exchange carries from the endpoint that notes it to the consumer that settles it. */
final class Outcomes {
    private static final String PROPERTY = "ledger.outcome";

    private Outcomes() {}

    static void note(Exchange exchange, Outcome outcome) {
        exchange.setProperty(PROPERTY, outcome);
    }

    /** One outcome for each of the exchange's rows. What went wrong unseen is tried again. */
    static List<Outcome> of(Exchange exchange, int rows, InstantSource clock) {
        Outcome outcome = noted(exchange, clock);
        if (outcome instanceof Outcome.Batch batch && batch.outcomes().size() == rows) {
            return batch.outcomes();
        }
        if (outcome instanceof Outcome.Batch) {
            return Collections.nCopies(rows, unsaid(exchange));
        }
        return Collections.nCopies(rows, outcome);
    }

    private static Outcome noted(Exchange exchange, InstantSource clock) {
        if (exchange.getException() != null) {
            return new Outcome.Later(Faults.of(exchange.getException(), exchange, clock));
        }
        Outcome outcome = exchange.getProperty(PROPERTY, Outcome.class);
        return outcome != null ? outcome : unsaid(exchange);
    }

    private static Outcome unsaid(Exchange exchange) {
        String words = "route " + exchange.getFromRouteId() + " ended without saying what came of each row";
        return new Outcome.Later(new Fault(Fault.Kind.UNANSWERED, words, null));
    }
}
