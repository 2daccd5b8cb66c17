package io.transcripthub.dispatch;

import io.transcripthub.ledger.Claim;
import io.transcripthub.ledger.Job;
import io.transcripthub.ledger.Outcome;
import io.transcripthub.ledger.Pace;
import io.transcripthub.ledger.Step;
import java.util.List;
import java.util.Set;
import org.apache.camel.Exchange;

/** Jobs that are due in one state: the exchange has the {@link Job} as variable {@code job} and as body, its account as {@code account}. */
final class JobSource implements RowSource<Job> {
    private final LedgerEndpoint endpoint;
    private final LedgerComponent ledger;

    JobSource(LedgerEndpoint endpoint) {
        this.endpoint = endpoint;
        this.ledger = endpoint.component();
    }

    @Override
    public Claim<Job> claim(int limit) {
        return new Claim.OfJobs(endpoint.getState(), endpoint.getKind(), limit);
    }

    @Override
    public void fill(Exchange exchange, List<Job> rows) {
        exchange.setVariable("job", rows.get(0));
        exchange.setVariable("account", rows.get(0).account());
        exchange.getMessage().setBody(rows.get(0));
    }

    @Override
    public Step step(Job job, Outcome outcome) {
        Pace pace = ledger.pace(job.account());
        Job after = job.after(outcome, ledger.clock().instant(), pace);
        if (!after.state().ended()) {
            return new Step.OfJob(job.state(), after, outcome, Set.of());
        }
        Set<String> sinks = ledger.sinksOf(after);
        return new Step.OfJob(job.state(), sinks.isEmpty() ? after.deliveredNowhere() : after, outcome, sinks);
    }
}
