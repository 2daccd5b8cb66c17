package io.transcripthub.dispatch;

import io.transcripthub.ledger.Budgets;
import io.transcripthub.ledger.Doorbell;
import io.transcripthub.ledger.Job;
import io.transcripthub.ledger.Ledger;
import io.transcripthub.ledger.LedgerWriter;
import io.transcripthub.ledger.Pace;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultExchange;

/**
 * The ledger as Camel endpoints.
 *
 * <p>Routes begin with {@code ledger:jobs}, {@code ledger:events}, {@code ledger:deliveries}, {@code ledger:notices}, {@code ledger:audit} or
 * {@code ledger:ended}, which hand out what is due, and end with the endpoint that says what came of it, such as {@code ledger:accepted} or
 * {@code ledger:later}. No thread waits with a row: a route may be as asynchronous as it likes.
 */
public final class LedgerComponent extends DefaultComponent {
    private static final String SINKS = "ledger.sinks";

    private final Ledger ledger;
    private final LedgerWriter writer;
    private final Doorbell doorbell;
    private final InstantSource clock;
    private final Function<String, Pace> paces;
    private final Budgets budgets;
    private final AtomicReference<Processor> fanOut = new AtomicReference<>();
    private final AtomicReference<String> auditFailure = new AtomicReference<>();

    /** @param paces polling of an account by its name */
    public LedgerComponent(
            Ledger ledger,
            LedgerWriter writer,
            Doorbell doorbell,
            InstantSource clock,
            Function<String, Pace> paces,
            Budgets budgets) {
        this.ledger = ledger;
        this.writer = writer;
        this.doorbell = doorbell;
        this.clock = clock;
        this.paces = paces;
        this.budgets = budgets;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        LedgerEndpoint endpoint = new LedgerEndpoint(uri, this, remaining);
        setProperties(endpoint, parameters);
        endpoint.validate();
        return endpoint;
    }

    /** @param words why audit lines are not on disk, null when all is well */
    void auditFailed(String words) {
        auditFailure.set(words);
    }

    /** Why audit lines are not on disk just now; null when all is well. */
    public String auditFailure() {
        return auditFailure.get();
    }

    Ledger ledger() {
        return ledger;
    }

    LedgerWriter writer() {
        return writer;
    }

    Doorbell doorbell() {
        return doorbell;
    }

    InstantSource clock() {
        return clock;
    }

    Budgets budgets() {
        return budgets;
    }

    Pace pace(String account) {
        return paces.apply(account);
    }

    /** @param route what decides where an ended job is delivered to; null when that route stops */
    void fanOut(Processor route) {
        fanOut.set(route);
    }

    /** Asks the {@code ledger:ended} route where the job is to be delivered to. */
    Set<String> sinksOf(Job job) {
        Processor route = fanOut.get();
        if (route == null) {
            throw new IllegalStateException("no running route begins with ledger:ended");
        }
        Exchange exchange = new DefaultExchange(getCamelContext());
        Set<String> sinks = new TreeSet<>();
        exchange.setProperty(SINKS, sinks);
        exchange.setVariable("job", job);
        exchange.getMessage().setBody(job);
        try {
            route.process(exchange);
        } catch (Exception failed) {
            exchange.setException(failed);
        }
        if (exchange.getException() != null) {
            throw new IllegalStateException("the route that begins with ledger:ended failed", exchange.getException());
        }
        return sinks;
    }

    /** Notes a sink for the job that the exchange is about. */
    static void deliverTo(Exchange exchange, String sink) {
        @SuppressWarnings("unchecked")
        Set<String> sinks = exchange.getProperty(SINKS, Set.class);
        if (sinks == null) {
            throw new IllegalStateException("ledger:delivery stands in a route that begins with ledger:ended");
        }
        sinks.add(sink);
    }
}
