package io.transcripthub.stages;

import io.transcripthub.ledger.Budgets;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Counts a request to a vendor against the budget of the variable {@code account}, unless the job brought a token along. */
public final class BudgetStage implements Processor {
    /** Exchange property: a token was taken when the job was handed out. Good for one request. */
    public static final String PAID = "transcripthub.paid";

    private final Budgets budgets;

    public BudgetStage(Budgets budgets) {
        this.budgets = budgets;
    }

    @Override
    public void process(Exchange exchange) {
        if (exchange.removeProperty(PAID) == null) {
            budgets.charge(exchange.getVariable("account", String.class));
        }
    }
}
