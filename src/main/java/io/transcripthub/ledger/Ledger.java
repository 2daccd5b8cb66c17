package io.transcripthub.ledger;

import io.transcripthub.audit.AuditLine;
import io.transcripthub.audit.ChainHead;
import io.transcripthub.ledger.Claim.Claimed;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The table of all jobs and deliveries: what is not here does not happen, and what is here happens.
 *
 * <p>Rows are handed out under a lease. Whoever holds one does its step and settles it; a row that is not settled comes
 * due again when its lease ends, or when its node starts again.
 */
public final class Ledger implements AutoCloseable {
    /** The sink that is fed from the chain of audit lines, in its order, and not by due time. */
    public static final String AUDIT = "audit";

    /** Longer than any step takes: two requests with their timeouts, a token, and the work on a transcript. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final Database database;
    private final String node;
    private final InstantSource clock;
    private final Schedule schedule;
    private final AuditOutbox audit;
    private final Claims jobClaims;
    private final Claims deliveryClaims;
    private final Claims eventClaims;
    private final Claims noticeClaims;
    private final String skipLocked;
    private final SinkWatch sinks = new SinkWatch();

    /**
     * Takes over the database: what this node held when it last stopped is due at once.
     *
     * @param schedule of deliveries to all sinks but audit
     * @param auditOnDisk where the node's audit chain on disk ends; a new ledger goes on from there
     */
    public Ledger(Database database, String node, InstantSource clock, Schedule schedule, ChainHead auditOnDisk) {
        this.database = database;
        this.node = node;
        this.clock = clock;
        this.schedule = schedule;
        this.audit = new AuditOutbox(node);
        this.jobClaims = claims("job");
        this.deliveryClaims = claims("delivery");
        this.eventClaims = claims("vendor_event");
        this.noticeClaims = claims(NoticeRows.TABLE);
        this.skipLocked = database.postgres() ? " for update skip locked" : "";
        database.write(connection -> {
            audit.begin(connection, auditOnDisk);
            jobClaims.release(connection, clock.instant());
            deliveryClaims.release(connection, clock.instant());
            eventClaims.release(connection, clock.instant());
            noticeClaims.release(connection, clock.instant());
            EngineRows.releaseAll(connection, node);
            reconciliation(connection).forgetOld();
            return null;
        });
    }

    private Claims claims(String table) {
        return database.postgres() ? new SharedClaims(table, node, LEASE) : new OwnClaims(LEASE);
    }

    /** @param isNew false when the same was submitted before */
    public record Submitted(Job job, boolean isNew) {}

    /** Writes a row for each recording that has none; returns all of them, in the order of the list. */
    public List<Submitted> submit(List<Recording> recordings) {
        return database.write(connection -> {
            Set<String> fresh = new HashSet<>();
            insert(connection, recordings, false).forEach(recording -> fresh.add(recording.jobId()));
            List<Submitted> submitted = new ArrayList<>(recordings.size());
            for (Recording recording : recordings) {
                Job job = JobRows.find(connection, recording.jobId()).orElseThrow();
                submitted.add(new Submitted(job, fresh.remove(recording.jobId())));
            }
            return submitted;
        });
    }

    /**
     * As {@link #submit(List)} for many recordings, which wait behind others where a budget is scarce; returns only how
     * many were new.
     */
    public int submitAll(List<Recording> recordings) {
        return database.write(connection -> insert(connection, recordings, true).size());
    }

    /**
     * Writes a row for each chat that has none, with its sealed text, and sends those on their way again that failed or died;
     * the others stay as they are. Returns all of them, in the order of the list.
     */
    public List<Submitted> submitChats(List<SealedChat> chats) {
        return database.write(connection -> new ChatSubmission(connection, audit, node, clock.instant()).write(chats));
    }

    /** The sealed text of a chat; empty when the chat has ended. */
    public Optional<String> sealedText(Job chat) {
        return database.read(connection -> ChatRows.find(connection, chat.seq()));
    }

    private List<Recording> insert(Connection connection, List<Recording> recordings, boolean bulk)
            throws SQLException {
        List<Recording> fresh = JobRows.insert(connection, recordings, bulk, clock.instant());
        Tally tally = new Tally();
        fresh.forEach(recording -> tally.job(recording.account(), null, JobState.QUEUED));
        tally.write(connection, node);
        return fresh;
    }

    /** Keeps events, each once however often it comes; returns those that were new. */
    public Set<VendorEvent> receive(List<VendorEvent> events) {
        return database.write(connection -> reconciliation(connection).receive(events));
    }

    /** Leases rows that are due. */
    @SuppressWarnings("unchecked")
    public <R> Claimed<R> claim(Claim<R> claim) {
        return (Claimed<R>) turn(List.of(), List.of(claim)).claimed().get(0);
    }

    /** Writes back what steps came to. A step whose lease was lost changes nothing. */
    public void settle(List<Step> steps) {
        turn(steps, List.of());
    }

    /**
     * What a turn brought.
     *
     * @param claimed one for each claim
     * @param woken whether events made jobs due
     */
    record Turned(List<Claimed<?>> claimed, boolean woken) {}

    /** Writes back what steps came to, and leases rows that are due then, all in one transaction. */
    Turned turn(List<Step> steps, List<Claim<?>> claims) {
        Turn jobs = new Turn(jobClaims);
        Turn deliveries = new Turn(deliveryClaims);
        Turn events = new Turn(eventClaims);
        Turn notices = new Turn(noticeClaims);
        boolean committed = false;
        try {
            Turned turned = database.write(connection -> {
                new Settlement(connection, audit, schedule, node, clock.instant()).write(steps);
                reconciliation(connection).write(only(steps, Step.OfEvent.class));
                jobs.giveBack(keys(steps, Step.OfJob.class));
                deliveries.giveBack(keys(steps, Step.OfDelivery.class));
                events.giveBack(keys(steps, Step.OfEvent.class));
                notices.giveBack(keys(steps, Step.OfNotice.class));
                boolean woken = claims.stream().anyMatch(Claim.OfEvents.class::isInstance)
                        && reconciliation(connection).match(skipLocked);
                List<Claimed<?>> rows = new ArrayList<>(claims.size());
                for (Claim<?> claim : claims) {
                    Turn turn =
                            switch (claim.table()) {
                                case "job" -> jobs;
                                case "delivery" -> deliveries;
                                case NoticeRows.TABLE -> notices;
                                default -> events;
                            };
                    rows.add(claim(connection, claim, turn));
                }
                return new Turned(rows, woken);
            });
            committed = true;
            pullForward(back(steps));
            return turned;
        } finally {
            if (!committed) {
                Instant now = clock.instant();
                List.of(jobs, deliveries, events, notices).forEach(turn -> turn.undo(now));
            }
        }
    }

    private Reconciliation reconciliation(Connection connection) {
        return new Reconciliation(connection, audit, node, clock.instant());
    }

    private static List<Long> keys(List<Step> steps, Class<? extends Step> type) {
        return only(steps, type).stream().map(Step::key).toList();
    }

    private static <S extends Step> List<S> only(List<Step> steps, Class<S> type) {
        return steps.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** What waits for these sinks is due now, for they are back. */
    private void pullForward(Set<String> sinks) {
        if (sinks.isEmpty()) {
            return;
        }
        database.write(connection -> {
            for (String sink : sinks) {
                DeliveryRows.pullForward(connection, "delivery", sink, clock.instant());
                DeliveryRows.pullForward(connection, NoticeRows.TABLE, sink, clock.instant());
            }
            return null;
        });
    }

    private <R> Claimed<R> claim(Connection connection, Claim<R> claim, Turn turn) throws SQLException {
        Instant now = clock.instant();
        List<Long> keys = turn.take(connection, claim, now);
        claim.handedOut(connection, keys, now);
        Instant next = keys.size() == claim.limit() ? now : Claims.firstAfter(connection, claim, now);
        return new Claimed<>(keys.isEmpty() ? List.of() : claim.read(connection, keys), next);
    }

    /** The sinks that were down until one of the steps got through. */
    private Set<String> back(List<Step> steps) {
        Set<String> took = new HashSet<>();
        Set<String> failed = new HashSet<>();
        for (Step step : steps) {
            if (step instanceof Step.OfDelivery delivery) {
                boolean later = delivery.outcome() instanceof Outcome.Later;
                (later ? failed : took).add(delivery.delivery().sink());
            } else if (step instanceof Step.OfNotice notice) {
                boolean later = notice.outcome() instanceof Outcome.Later;
                (later ? failed : took).add(notice.notice().sink());
            }
        }
        return sinks.observe(took, failed, clock.instant());
    }

    /** Why a job cannot be retried. */
    public enum NotRetried {
        UNKNOWN,
        NOTHING_TO_RETRY,
        /** A chat that ended without being injected: its text went with it, and is to be handed in again. */
        TEXT_DELETED
    }

    /**
     * Sends a job that failed, died or has dead letters on its way again.
     *
     * @return null when it was retried
     */
    public NotRetried retry(String jobId, Pace pace) {
        Instant now = clock.instant();
        return database.write(connection -> {
            Job job = JobRows.lock(connection, jobId).orElse(null);
            if (job == null) {
                return NotRetried.UNKNOWN;
            }
            boolean again = job.state() == JobState.FAILED || job.state() == JobState.DEAD;
            if (again && job.isChat()) {
                return NotRetried.TEXT_DELETED;
            }
            if (!again && !hasDeadLetter(connection, job)) {
                return NotRetried.NOTHING_TO_RETRY;
            }
            new Settlement(connection, audit, schedule, node, now).retried(job, pace);
            return null;
        });
    }

    private static boolean hasDeadLetter(Connection connection, Job job) throws SQLException {
        return DeliveryRows.current(connection, List.of(job.seq())).getOrDefault(job.seq(), Map.of()).values().stream()
                .anyMatch(sink -> sink.state() == DeliveryState.DEAD);
    }

    /**
     * Sends transcripts once more to a sink, for it is new or has lost them. The audit log tells of it once.
     *
     * @param from and to: when their jobs were handed in, from (included) to (excluded); null where there is no limit
     * @return how many; those that wait for the sink anyway do not count
     */
    public int redeliver(String sink, Instant from, Instant to) {
        Redelivery.Wish wish = new Redelivery.Wish(sink, from, to);
        int transcripts = 0;
        long last = Long.MIN_VALUE;
        for (Redelivery.Portion portion = portion(wish, last); portion.jobs() > 0; portion = portion(wish, last)) {
            transcripts += portion.transcripts();
            last = portion.last();
        }
        Map<String, Object> entry = AuditEntries.redelivered(wish, transcripts, clock.instant());
        database.write(connection -> {
            audit.append(connection, List.of(new AuditOutbox.Event(entry, null)));
            return null;
        });
        return transcripts;
    }

    private Redelivery.Portion portion(Redelivery.Wish wish, long after) {
        return database.write(connection -> new Redelivery(connection, clock.instant()).write(wish, after, node));
    }

    /** Takes jobs that ended longer ago, and their texts, out of the ledger; returns how many. */
    public int forget(Duration age) {
        Instant before = clock.instant().minus(age);
        int jobs = 0;
        int portion;
        do {
            portion = database.write(connection -> new Retention(connection).forget(before, node));
            jobs += portion;
        } while (portion > 0);
        return jobs;
    }

    /** The oldest audit lines that are not known to be on disk. */
    public List<AuditLine> unwrittenAudit(int limit) {
        return database.read(connection -> audit.unwritten(connection, limit));
    }

    /** The audit lines up to {@code seq} are on disk. */
    public void auditWritten(long seq) {
        Instant now = clock.instant();
        database.write(connection -> {
            new Settlement(connection, audit, schedule, node, now).audited(audit.written(connection, seq));
            return null;
        });
    }

    /** Where the audit chain ends, whether on disk yet or not. */
    public ChainHead auditHead() {
        return database.read(audit::head);
    }

    /** Reading access for those who ask and change nothing. */
    public LedgerView view() {
        return new LedgerView(database);
    }

    @Override
    public void close() {
        database.close();
    }
}
