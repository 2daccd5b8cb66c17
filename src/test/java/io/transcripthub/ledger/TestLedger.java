package io.transcripthub.ledger;

import io.transcripthub.audit.ChainHead;
import io.transcripthub.ledger.Claim.Claimed;
import io.transcripthub.ledger.LedgerView.DeliveryStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A ledger on a real database, with a clock that the test moves, and the steps of a hub in few words. */
final class TestLedger implements AutoCloseable {
    static final Set<String> SINKS = Set.of("search", "webhook", Ledger.AUDIT);

    /** Waits 10 s, 15 s, 22.5 s, then 30 s; gives up after 10 min. */
    static final Pace PACE =
            new Pace(Duration.ofSeconds(10), 1.5, Duration.ofSeconds(30), Duration.ofMinutes(10), () -> 1.0);

    static final Duration LEASE = Duration.ofMinutes(2);

    private static final Schedule SCHEDULE =
            new Schedule(List.of(Duration.ZERO, Duration.ofSeconds(5), Duration.ofMinutes(5)));

    final SettableClock clock;
    final Database database;
    final Ledger ledger;

    TestLedger(Database database, SettableClock clock, String node) {
        this.clock = clock;
        this.database = database;
        this.ledger = new Ledger(database, node, clock, SCHEDULE, ChainHead.GENESIS);
    }

    TestLedger(Database database) {
        this(database, new SettableClock(), "n1");
    }

    static Recording recording(String jobId) {
        Map<String, Object> options = Map.of("profanityMasking", true, "speakerDiarization", true);
        return new Recording(jobId, "cxone", "recording", "rec_" + jobId, "en-US", options, null, null);
    }

    static Recording media(String jobId, String mediaId) {
        Map<String, Object> options = Map.of("profanityFilter", "on", "diarization", true);
        return new Recording(jobId, "genesys", "media", mediaId, "en-US", options, null, null);
    }

    /** An event that has an id, of the account that {@link #recording} is of. */
    static VendorEvent event(String id, String transcriptionId) {
        return event("cxone", id, transcriptionId);
    }

    static VendorEvent event(String account, String id, String transcriptionId) {
        return new VendorEvent(account, "key-" + id, id, "transcriptionFinished", transcriptionId);
    }

    static Transcribed transcribed(String document) {
        return new Transcribed(document, 0.93, null, new Transcribed.Latency(0.5, 11, 1), Map.of("SSN", 1));
    }

    Job submit(String jobId) {
        return ledger.submit(List.of(recording(jobId))).get(0).job();
    }

    Claimed<Job> jobs(JobState state) {
        return ledger.claim(new Claim.OfJobs(state, "recording", java.util.Set.of(), 100));
    }

    /** The only job that is due in a state. */
    Job due(JobState state) {
        return only(jobs(state).rows());
    }

    List<Delivery> deliveries(String sink) {
        return ledger.claim(new Claim.OfDeliveries(sink, 100)).rows();
    }

    /** The only delivery that is due at a sink. */
    Delivery due(String sink) {
        return only(deliveries(sink));
    }

    private static <R> R only(List<R> rows) {
        if (rows.size() != 1) {
            throw new AssertionError("expected one row that is due, found " + rows.size());
        }
        return rows.get(0);
    }

    /** Whether the event was new. */
    boolean receive(VendorEvent event) {
        return ledger.receive(List.of(event)).contains(event);
    }

    /** Brings events and jobs together; returns the events whose transcription no job knows. */
    List<WaitingEvent> match() {
        return ledger.claim(new Claim.OfEvents(100)).rows();
    }

    /** The only event that is due and that no job knows. */
    WaitingEvent unknown() {
        return only(match());
    }

    void settle(WaitingEvent event, Outcome outcome) {
        ledger.settle(List.of(new Step.OfEvent(event, outcome)));
    }

    /** States of the events, in the order of their coming. */
    List<String> eventStates() {
        return database.read(connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("select state from vendor_event order by received_at, seq")) {
                List<String> states = new ArrayList<>();
                while (row.next()) {
                    states.add(row.getString(1));
                }
                return states;
            }
        });
    }

    void settle(Job job, Outcome outcome) {
        settle(job, outcome, SINKS);
    }

    void settle(Job job, Outcome outcome, Set<String> sinks) {
        ledger.settle(List.of(step(job, outcome, sinks)));
    }

    Step step(Job job, Outcome outcome, Set<String> sinks) {
        Job after = job.after(outcome, clock.instant(), PACE);
        return new Step.OfJob(job.state(), after, outcome, after.state().ended() ? sinks : Set.of());
    }

    void settle(Delivery delivery, Outcome outcome) {
        ledger.settle(List.of(new Step.OfDelivery(delivery, outcome)));
    }

    void accepted(String jobId) {
        submit(jobId);
        settle(due(JobState.QUEUED), new Outcome.Accepted("v-" + jobId));
    }

    void completed(String jobId, String... sinks) {
        accepted(jobId);
        clock.advance(Duration.ofSeconds(10));
        settle(due(JobState.SUBMITTED), new Outcome.Completed(transcribed("{}")), Set.of(sinks));
    }

    static Outcome.Later later(Fault.Kind kind) {
        return later(kind, null);
    }

    static Outcome.Later later(Fault.Kind kind, Instant notBefore) {
        return new Outcome.Later(new Fault(kind, "503 from the other side", notBefore));
    }

    /** Fails a delivery until its schedule is used up. */
    void exhaust(String sink) {
        for (Duration wait : SCHEDULE.waits()) {
            clock.advance(wait.multipliedBy(2));
            settle(due(sink), later(Fault.Kind.AWAY));
        }
    }

    Job job(String jobId) {
        return ledger.view().job(jobId).orElseThrow().job();
    }

    DeliveryStatus delivery(String jobId, String sink) {
        return ledger.view().job(jobId).orElseThrow().deliveries().get(sink);
    }

    /** The audit lines that are not on disk, as JSON. */
    List<String> audit() {
        return ledger.unwrittenAudit(1_000).stream().map(line -> line.json()).toList();
    }

    List<String> audit(String action) {
        return audit().stream()
                .filter(line -> line.contains("\"action\":\"" + action + "\""))
                .toList();
    }

    void auditOnDisk() {
        ledger.auditWritten(ledger.auditHead().seq());
    }

    /** Counts of the tally, by account, sink (empty for jobs) and state. */
    Map<String, Long> tally() {
        Map<String, Long> counts = new TreeMap<>();
        ledger.view()
                .counts()
                .forEach(count -> counts.put(
                        count.account() + "/" + (count.sink() == null ? "" : count.sink()) + "/" + count.state(),
                        count.rows()));
        return counts;
    }

    /** What {@link #tally} must say, counted row by row. */
    Map<String, Long> counted() {
        return database.read(connection -> {
            Map<String, Long> counts = new TreeMap<>();
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(
                            """
                            select account, '', state, count(*) from job group by account, state
                            union all
                            select j.account, d.sink, d.state, count(*) from delivery d
                              join job j on j.seq = d.job_seq group by j.account, d.sink, d.state""")) {
                while (row.next()) {
                    counts.put(row.getString(1) + "/" + row.getString(2) + "/" + row.getString(3), row.getLong(4));
                }
            }
            return counts;
        });
    }

    @Override
    public void close() {
        ledger.close();
    }
}
