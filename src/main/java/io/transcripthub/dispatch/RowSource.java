package io.transcripthub.dispatch;

import io.transcripthub.ledger.Claim.Claimed;
import io.transcripthub.ledger.Outcome;
import io.transcripthub.ledger.Step;
import java.util.List;
import org.apache.camel.Exchange;

/** Where a {@link DispatchConsumer} gets its rows, and how they look in an exchange. */
interface RowSource<R> {
    /** Claims due rows. */
    Claimed<R> take(int limit);

    /** As many rows are under way as may be. */
    default void full() {
        // they wait where they are
    }

    /** Puts rows into a new exchange: as many as a batch has. */
    void fill(Exchange exchange, List<R> rows);

    Step step(R row, Outcome outcome);
}
