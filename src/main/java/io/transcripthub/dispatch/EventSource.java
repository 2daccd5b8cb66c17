package io.transcripthub.dispatch;

import io.transcripthub.ledger.Claim;
import io.transcripthub.ledger.Claim.Claimed;
import io.transcripthub.ledger.LedgerWriter;
import io.transcripthub.ledger.Outcome;
import io.transcripthub.ledger.Step;
import io.transcripthub.ledger.WaitingEvent;
import java.util.List;
import org.apache.camel.Exchange;

/**
 * Events whose transcription no job knows: the exchange has the event as variable {@code event} and as body, its account
 * as {@code account}. Events of known transcriptions make their jobs due, and go no further.
 */
final class EventSource implements RowSource<WaitingEvent> {
    private final LedgerWriter writer;

    EventSource(LedgerWriter writer) {
        this.writer = writer;
    }

    @Override
    public Claimed<WaitingEvent> take(int limit) {
        return writer.claim(new Claim.OfEvents(limit));
    }

    /** Events of known transcriptions need no room: looking for others makes their jobs due. */
    @Override
    public void full() {
        take(0);
    }

    @Override
    public void fill(Exchange exchange, List<WaitingEvent> rows) {
        exchange.setVariable("event", rows.get(0).event());
        exchange.setVariable("account", rows.get(0).event().account());
        exchange.getMessage().setBody(rows.get(0).event());
    }

    @Override
    public Step step(WaitingEvent event, Outcome outcome) {
        return new Step.OfEvent(event, outcome);
    }
}
