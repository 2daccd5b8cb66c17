package io.transcripthub.dispatch;

import io.transcripthub.ledger.Claim;
import io.transcripthub.ledger.Claim.Claimed;
import io.transcripthub.ledger.Notice;
import io.transcripthub.ledger.Outcome;
import io.transcripthub.ledger.Step;
import java.util.List;
import org.apache.camel.Exchange;

/** What one sink is to be told that is not about a job: the exchange has the {@link Notice} as variable and as body. */
final class NoticeSource implements RowSource<Notice> {
    private final LedgerEndpoint endpoint;

    NoticeSource(LedgerEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public Claimed<Notice> take(int limit) {
        return endpoint.component().writer().claim(new Claim.OfNotices(endpoint.getSink(), limit));
    }

    @Override
    public void fill(Exchange exchange, List<Notice> rows) {
        exchange.setVariable("notice", rows.get(0));
        exchange.getMessage().setBody(rows.get(0));
    }

    @Override
    public Step step(Notice notice, Outcome outcome) {
        return new Step.OfNotice(notice, outcome);
    }
}
