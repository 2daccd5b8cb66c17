package io.transcripthub.dispatch;

import io.transcripthub.ledger.Budget;
import io.transcripthub.ledger.Budgets;
import io.transcripthub.ledger.Claim;
import io.transcripthub.ledger.Claim.Claimed;
import io.transcripthub.ledger.Fault;
import io.transcripthub.ledger.Job;
import io.transcripthub.ledger.Outcome;
import io.transcripthub.ledger.Pace;
import io.transcripthub.ledger.Step;
import io.transcripthub.stages.BudgetStage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.Exchange;

/**
 * Jobs that are due in one state: the exchange has the {@link Job} as variable {@code job} and as body, its account as
 * {@code account}. What an account's budget does not allow, or its vendor asked to put off, stays in the ledger.
 */
final class JobSource implements RowSource<Job> {
    private final LedgerEndpoint endpoint;
    private final LedgerComponent ledger;

    JobSource(LedgerEndpoint endpoint) {
        this.endpoint = endpoint;
        this.ledger = endpoint.component();
    }

    @Override
    public Claimed<Job> take(int limit) {
        Budgets budgets = ledger.budgets();
        Set<String> paused = budgets.paused();
        Set<String> set = new TreeSet<>(paused);
        set.addAll(budgets.limited());
        Claimed<Job> free = ledger.writer()
                .claim(new Claim.OfJobs(endpoint.getState(), endpoint.getKind(), Set.copyOf(set), limit));
        if (set.isEmpty()) {
            return free;
        }
        List<Job> jobs = new ArrayList<>(free.rows());
        Instant next = earlier(free.nextDue(), budgets.next());
        for (String account : budgets.limited()) {
            for (boolean bulk : new boolean[] {false, true}) {
                if (!paused.contains(account)) {
                    Claimed<Job> within = within(budgets.of(account), account, bulk, limit - jobs.size());
                    jobs.addAll(within.rows());
                    next = earlier(next, within.nextDue());
                }
            }
        }
        return new Claimed<>(jobs, next);
    }

    private Claimed<Job> within(Budget budget, String account, boolean bulk, int limit) {
        int tokens = budget.take(limit, bulk);
        if (tokens == 0) {
            return new Claimed<>(List.of(), null);
        }
        int unused = tokens;
        try {
            Claimed<Job> claimed = ledger.writer()
                    .claim(new Claim.OfAccount(endpoint.getState(), endpoint.getKind(), account, bulk, tokens));
            unused -= claimed.rows().size();
            return claimed;
        } finally {
            budget.putBack(unused);
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }

    @Override
    public void fill(Exchange exchange, List<Job> rows) {
        exchange.setVariable("job", rows.get(0));
        exchange.setVariable("account", rows.get(0).account());
        exchange.setProperty(BudgetStage.PAID, true);
        exchange.getMessage().setBody(rows.get(0));
    }

    @Override
    public Step step(Job job, Outcome outcome) {
        pause(job.account(), outcome);
        Pace pace = ledger.pace(job.account());
        Job after = job.after(outcome, ledger.clock().instant(), pace);
        if (!after.state().ended()) {
            return new Step.OfJob(job.state(), after, outcome, Set.of());
        }
        Set<String> sinks = ledger.sinksOf(after);
        return new Step.OfJob(job.state(), sinks.isEmpty() ? after.deliveredNowhere() : after, outcome, sinks);
    }

    private void pause(String account, Outcome outcome) {
        if (outcome instanceof Outcome.Later later
                && later.fault().kind() == Fault.Kind.BUSY
                && later.fault().notBefore() != null) {
            ledger.budgets().pause(account, later.fault().notBefore());
        }
    }
}
