package io.transcripthub.ledger;

import io.transcripthub.ledger.EventRows.Looked;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a vendor's events and the jobs together, within one transaction. An event never changes a job's state: it makes
 * it due, and what the vendor answers then decides.
 */
final class Reconciliation {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);
    private static final int MOST_EVENTS = 1_000;
    private static final Duration MEMORY = Duration.ofDays(30);

    private static final Fault NOT_KNOWN = new Fault(Fault.Kind.AWAY, "no job knows it", null);

    private final Connection connection;
    private final AuditOutbox audit;
    private final String node;
    private final Instant now;

    Reconciliation(Connection connection, AuditOutbox audit, String node, Instant now) {
        this.connection = connection;
        this.audit = audit;
        this.node = node;
        this.now = now;
    }

    private record Transcription(String account, String id) {
        static Transcription of(VendorEvent event) {
            return new Transcription(event.account(), event.transcriptionId());
        }
    }

    /** Writes the events that have not come before; returns which of them were new. */
    Set<VendorEvent> receive(List<VendorEvent> events) throws SQLException {
        Set<VendorEvent> fresh = Set.copyOf(EventRows.insert(connection, events, now));
        report(fresh.stream()
                .filter(event -> event.transcriptionId() == null)
                .map(event -> AuditEntries.eventKept(event, node, now))
                .toList());
        return fresh;
    }

    /**
     * Looks at the events that are due and whose transcription a job knows: one whose job has ended is done with, any other
     * makes its job due.
     *
     * @param locking so that two nodes do not look at the same events
     * @return whether a job has come due
     */
    boolean match(String locking) throws SQLException {
        List<WaitingEvent> due = EventRows.due(connection, now, MOST_EVENTS, locking);
        if (due.isEmpty()) {
            return false;
        }
        Map<Transcription, Boolean> ended = new HashMap<>();
        Set<Long> waiting = new TreeSet<>();
        jobs(due, ended, waiting);
        List<Looked> looked = new ArrayList<>();
        for (WaitingEvent event : due) {
            Boolean over = ended.get(Transcription.of(event.event()));
            if (over != null) {
                looked.add(
                        over
                                ? Looked.ended(event, EventRows.DONE, null)
                                : Looked.again(event, null, event.dueAgain(now, null)));
            }
        }
        EventRows.update(connection, looked);
        return wake(waiting);
    }

    private void jobs(List<WaitingEvent> events, Map<Transcription, Boolean> ended, Set<Long> waiting)
            throws SQLException {
        Set<Transcription> wanted = new HashSet<>();
        events.forEach(event -> wanted.add(Transcription.of(event.event())));
        Object[] ids = wanted.stream().map(Transcription::id).distinct().toArray();
        try (PreparedStatement select = connection.prepareStatement(
                "select seq, account, vendor_id, state from job where vendor_id = any(?) order by seq")) {
            select.setArray(1, connection.createArrayOf("varchar", ids));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Transcription of = new Transcription(row.getString("account"), row.getString("vendor_id"));
                    boolean over = !row.getString("state").equals(JobState.SUBMITTED.name());
                    // another account's transcription may have the same id
                    if (wanted.contains(of)) {
                        ended.merge(of, over, Boolean::logicalAnd);
                        if (!over) {
                            waiting.add(row.getLong("seq"));
                        }
                    }
                }
            }
        }
    }

    /** What another node holds just now is left alone: the event will be looked at again. */
    private boolean wake(Set<Long> jobs) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update job set due_at = greatest(?, coalesce(not_before, 0)) where seq = ? and state = 'SUBMITTED'"
                        + " and leased_by is null and due_at > greatest(?, coalesce(not_before, 0))")) {
            for (long seq : jobs) {
                Rows.setTime(update, 1, now);
                update.setLong(2, seq);
                Rows.setTime(update, 3, now);
                update.addBatch();
            }
            boolean any = false;
            for (boolean changed : Rows.changed(update.executeBatch())) {
                any |= changed;
            }
            return any;
        }
    }

    /** Writes back what came of events that no job knew. */
    void write(List<Step.OfEvent> steps) throws SQLException {
        if (steps.isEmpty()) {
            return;
        }
        List<Looked> looked = new ArrayList<>();
        List<Map<String, Object>> reports = new ArrayList<>();
        Adoption adoption = new Adoption(connection, now);
        for (Step.OfEvent step : steps) {
            boolean taken = step.outcome() instanceof Outcome.Adopted adopted && adoption.adopt(step.event(), adopted);
            looked.add(taken ? Looked.again(step.event(), null, step.event().dueAgain(now, null)) : later(step));
        }
        boolean[] written = EventRows.update(connection, looked);
        for (int i = 0; i < written.length; i++) {
            if (written[i] && looked.get(i).state().equals(EventRows.UNMATCHED)) {
                reports.add(AuditEntries.eventUnmatched(looked.get(i).event().event(), node, now));
            }
        }
        if (!reports.isEmpty()) {
            LOG.warn(
                    "{} events name transcriptions that no job came to know; the audit log tells which",
                    reports.size());
        }
        adoption.jobs().forEach(job -> reports.add(AuditEntries.submitted(job, node, now)));
        adoption.write(node);
        report(reports);
    }

    private Looked later(Step.OfEvent step) {
        Fault fault = step.outcome() instanceof Outcome.Later later ? later.fault() : NOT_KNOWN;
        return step.event().isGivenUp(now)
                ? Looked.ended(step.event(), EventRows.UNMATCHED, fault.reason())
                : Looked.again(step.event(), fault.reason(), step.event().dueAgain(now, fault.notBefore()));
    }

    void forgetOld() throws SQLException {
        EventRows.forget(connection, now.minus(MEMORY));
    }

    private void report(List<Map<String, Object>> entries) throws SQLException {
        audit.append(
                connection,
                entries.stream()
                        .map(entry -> new AuditOutbox.Event(entry, null))
                        .toList());
    }
}
