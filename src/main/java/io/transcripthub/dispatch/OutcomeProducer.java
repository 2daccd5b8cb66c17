package io.transcripthub.dispatch;

import static java.util.Map.entry;

import io.transcripthub.ledger.Fault;
import io.transcripthub.ledger.Outcome;
import io.transcripthub.ledger.Pace;
import io.transcripthub.ledger.Recording;
import io.transcripthub.ledger.Transcribed;
import io.transcripthub.ledger.VendorEvent;
import io.transcripthub.transcripts.UnusableAnswer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;
import org.apache.camel.util.ObjectHelper;

/** Notes what came of the row that the exchange is about. It is written when the exchange has ended. */
final class OutcomeProducer extends DefaultProducer {
    private static final Map<String, BiConsumer<Exchange, LedgerEndpoint>> NOTING = Map.ofEntries(
            entry("adopted", (exchange, endpoint) -> Outcomes.note(exchange, adopted(exchange, endpoint))),
            entry("delivery", (exchange, endpoint) -> LedgerComponent.deliverTo(exchange, endpoint.getSink())),
            entry("accepted", (exchange, endpoint) -> Outcomes.note(exchange, accepted(exchange))),
            entry("working", (exchange, endpoint) -> Outcomes.note(exchange, working(exchange, endpoint))),
            entry("later", (exchange, endpoint) -> Outcomes.note(exchange, later(exchange, endpoint))),
            entry("injected", (exchange, endpoint) -> Outcomes.note(exchange, injected(exchange))),
            entry("completed", (exchange, endpoint) -> Outcomes.note(exchange, completed(exchange))),
            entry("failed", (exchange, endpoint) -> Outcomes.note(exchange, new Outcome.Failed(reason(exchange)))),
            entry("dead", (exchange, endpoint) -> Outcomes.note(exchange, new Outcome.Dead(reason(exchange)))),
            entry("delivered", (exchange, endpoint) -> Outcomes.note(exchange, new Outcome.Delivered())),
            entry("settled", (exchange, endpoint) -> Outcomes.note(exchange, batch(exchange))));

    private static final int LONGEST_VENDOR_ID = 200;

    /** What a column and a JSON string can hold, and what is no other place in the path of a URL. */
    private static final Pattern VENDOR_ID =
            Pattern.compile("(?!\\.{1,2}$)[^\\p{Cntrl}\\p{Cs}]*[^\\s\\p{Cntrl}\\p{Cs}]");

    private final BiConsumer<Exchange, LedgerEndpoint> noting;

    OutcomeProducer(LedgerEndpoint endpoint, BiConsumer<Exchange, LedgerEndpoint> noting) {
        super(endpoint);
        this.noting = noting;
    }

    static BiConsumer<Exchange, LedgerEndpoint> noting(String operation) {
        BiConsumer<Exchange, LedgerEndpoint> noting = NOTING.get(operation);
        if (noting == null) {
            throw new IllegalArgumentException(
                    LedgerEndpoint.misuse(operation, false, Set.of()).orElseThrow());
        }
        return noting;
    }

    /** What can be sent to, in order. */
    static List<String> operations() {
        return NOTING.keySet().stream().sorted().toList();
    }

    @Override
    public void process(Exchange exchange) {
        noting.accept(exchange, (LedgerEndpoint) getEndpoint());
    }

    private static Outcome accepted(Exchange exchange) {
        return vendorId(exchange)
                .map(Outcome.Accepted::new)
                .orElseThrow(() -> new UnusableAnswer("the answer to the submission names no transcription"));
    }

    /** A confirmed chat is not sent again only because its answer names no conversation. */
    private static Outcome injected(Exchange exchange) {
        return new Outcome.Injected(vendorId(exchange).orElse(null));
    }

    private static Optional<String> vendorId(Exchange exchange) {
        return Optional.ofNullable(exchange.getVariable("vendorId", String.class))
                .filter(id -> id.length() <= LONGEST_VENDOR_ID)
                .filter(id -> VENDOR_ID.matcher(id).matches());
    }

    private static Outcome adopted(Exchange exchange, LedgerEndpoint endpoint) {
        VendorEvent event = exchange.getVariable("event", VendorEvent.class);
        if (event != null && exchange.getMessage().getBody() instanceof Recording recording) {
            Pace pace = endpoint.component().pace(event.account());
            return new Outcome.Adopted(recording, event.transcriptionId(), pace);
        }
        throw new IllegalStateException("ledger:adopted stands in a route that begins with ledger:events, and expects a"
                + " Recording as body, found "
                + ObjectHelper.className(exchange.getMessage().getBody()));
    }

    private static Outcome working(Exchange exchange, LedgerEndpoint endpoint) {
        return new Outcome.StillWorking(RetryAfter.from(
                exchange.getMessage().getHeaders(), endpoint.component().clock()));
    }

    private static Outcome later(Exchange exchange, LedgerEndpoint endpoint) {
        Exception caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        return new Outcome.Later(
                caught == null
                        ? new Fault(Fault.Kind.AWAY, reason(exchange), null)
                        : Faults.of(caught, exchange, endpoint.component().clock()));
    }

    private static Outcome completed(Exchange exchange) {
        if (exchange.getMessage().getBody() instanceof Transcribed transcribed) {
            return new Outcome.Completed(transcribed);
        }
        throw new IllegalStateException("ledger:completed expects a Transcribed as body, found "
                + ObjectHelper.className(exchange.getMessage().getBody()));
    }

    /** The variable {@code reason}, else the words of the failure that is being handled. */
    private static String reason(Exchange exchange) {
        String reason = exchange.getVariable("reason", String.class);
        return reason == null || reason.isBlank() ? "no reason given" : reason;
    }

    private static Outcome batch(Exchange exchange) {
        List<?> outcomes = exchange.getMessage().getBody(List.class);
        return new Outcome.Batch(outcomes.stream().map(Outcome.class::cast).toList());
    }
}
