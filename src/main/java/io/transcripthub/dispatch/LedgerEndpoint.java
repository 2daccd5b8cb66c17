package io.transcripthub.dispatch;

import io.transcripthub.ledger.JobState;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;

/** One way to take rows from the ledger, or to say what came of one. */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "ledger",
        title = "Ledger",
        syntax = "ledger:operation",
        category = {Category.CORE})
public final class LedgerEndpoint extends DefaultEndpoint {
    @UriPath(description = "Which rows to hand out, or which outcome to note")
    @Metadata(
            required = true,
            enums =
                    "jobs,events,deliveries,notices,audit,ended,delivery,accepted,adopted,working,later,completed,injected,failed,dead,delivered,settled")
    private final String operation;

    @UriParam(description = "jobs: state of the jobs to hand out")
    private JobState state;

    @UriParam(description = "jobs: kind of the jobs to hand out")
    private String kind;

    @UriParam(description = "deliveries, notices: sink whose rows are handed out; delivery: sink to deliver to")
    private String sink;

    @UriParam(description = "Rows that may be under way at once", defaultValue = "500")
    private int maxInFlight = 500;

    @UriParam(description = "deliveries, audit: rows an exchange; with 1 the body is no list", defaultValue = "1")
    private int batchSize = 1;

    LedgerEndpoint(String uri, LedgerComponent component, String operation) {
        super(uri, component);
        this.operation = operation;
    }

    /** What an option of an operation must be there. */
    private static final Map<String, Set<String>> REQUIRED = Map.of(
            "jobs", Set.of("state", "kind"),
            "deliveries", Set.of("sink"),
            "notices", Set.of("sink"),
            "delivery", Set.of("sink"));

    /** What routes begin with; the other operations are sent to. */
    private static final Set<String> BEGINNINGS = Set.of("jobs", "events", "deliveries", "notices", "audit", "ended");

    /**
     * What is wrong with {@code ledger:<operation>} where it stands, if anything.
     *
     * @param begins whether a route begins with it
     * @param given names of the options that it has
     */
    public static Optional<String> misuse(String operation, boolean begins, Set<String> given) {
        if (begins && !BEGINNINGS.contains(operation)) {
            return Optional.of("a route cannot begin with ledger:" + operation
                    + ", expected jobs, events, deliveries, notices, audit or ended");
        }
        if (!begins && !OutcomeProducer.operations().contains(operation)) {
            return Optional.of(
                    "nothing can be sent to ledger:" + operation + ", expected one of " + OutcomeProducer.operations());
        }
        return missing(operation, given);
    }

    private static Optional<String> missing(String operation, Set<String> given) {
        return REQUIRED.getOrDefault(operation, Set.of()).stream()
                .filter(option -> !given.contains(option))
                .sorted()
                .findFirst()
                .map(option -> "ledger:" + operation + " needs the option " + option);
    }

    void validate() {
        Set<String> given = new HashSet<>();
        if (state != null) {
            given.add("state");
        }
        if (kind != null) {
            given.add("kind");
        }
        if (sink != null) {
            given.add("sink");
        }
        missing(operation, given).ifPresent(words -> {
            throw new IllegalArgumentException(words);
        });
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        Consumer consumer =
                switch (operation) {
                    case "jobs" -> new DispatchConsumer<>(this, processor, new JobSource(this));
                    case "events" ->
                        new DispatchConsumer<>(
                                this, processor, new EventSource(component().writer()));
                    case "deliveries" -> new DispatchConsumer<>(this, processor, new DeliverySource(this));
                    case "notices" -> new DispatchConsumer<>(this, processor, new NoticeSource(this));
                    case "audit" -> new AuditConsumer(this, processor);
                    case "ended" -> new EndedConsumer(this, processor);
                    default ->
                        throw new IllegalArgumentException(
                                misuse(operation, true, Set.of()).orElseThrow());
                };
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public Producer createProducer() {
        return new OutcomeProducer(this, OutcomeProducer.noting(operation));
    }

    LedgerComponent component() {
        return (LedgerComponent) getComponent();
    }

    public JobState getState() {
        return state;
    }

    public void setState(JobState state) {
        this.state = state;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getSink() {
        return sink;
    }

    public void setSink(String sink) {
        this.sink = sink;
    }

    public int getMaxInFlight() {
        return maxInFlight;
    }

    public void setMaxInFlight(int maxInFlight) {
        this.maxInFlight = maxInFlight;
    }

    public int getBatchSize() {
        return batchSize;
    }

    public void setBatchSize(int batchSize) {
        this.batchSize = batchSize;
    }
}
