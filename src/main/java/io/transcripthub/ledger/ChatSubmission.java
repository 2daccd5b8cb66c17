package io.transcripthub.ledger;

import io.transcripthub.ledger.Ledger.Submitted;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes chats in, within one transaction: each once, unless it has failed before. */
final class ChatSubmission {
    private final Connection connection;
    private final AuditOutbox audit;
    private final String node;
    private final Instant now;
    private final Tally tally = new Tally();
    private final List<AuditOutbox.Event> events = new ArrayList<>();

    ChatSubmission(Connection connection, AuditOutbox audit, String node, Instant now) {
        this.connection = connection;
        this.audit = audit;
        this.node = node;
        this.now = now;
    }

    List<Submitted> write(List<SealedChat> chats) throws SQLException {
        List<Recording> rows = chats.stream().map(SealedChat::row).toList();
        Set<String> fresh = new HashSet<>();
        for (Recording row : JobRows.insert(connection, rows, false, now)) {
            fresh.add(row.jobId());
            tally.job(row.account(), null, JobState.QUEUED);
        }
        Map<String, Boolean> taken = new HashMap<>();
        for (SealedChat chat : sortedById(chats)) {
            if (!taken.containsKey(chat.row().jobId())) {
                taken.put(
                        chat.row().jobId(), take(chat, fresh.contains(chat.row().jobId())));
            }
        }
        audit.append(connection, events);
        tally.write(connection, node);
        return submitted(rows, taken);
    }

    /** Two that take the same rows wait for each other, and must not do so crosswise. */
    private static List<SealedChat> sortedById(List<SealedChat> chats) {
        return chats.stream()
                .sorted(java.util.Comparator.comparing(chat -> chat.row().jobId()))
                .toList();
    }

    /** @return whether the chat is to be injected now and was not before */
    private boolean take(SealedChat chat, boolean fresh) throws SQLException {
        Job job = JobRows.lock(connection, chat.row().jobId()).orElseThrow();
        boolean again = !fresh && (job.state() == JobState.FAILED || job.state() == JobState.DEAD);
        if (again) {
            replace(chat.row(), job.seq());
            JobRows.update(connection, List.of(job.with(job.progress().requeued(now))), now);
            tally.job(job.account(), job.state(), JobState.QUEUED);
            events.add(new AuditOutbox.Event(AuditEntries.retried(job, now), null));
        }
        if (fresh || again) {
            ChatRows.insert(connection, job.seq(), chat.sealed());
        }
        return fresh || again;
    }

    /** What was refused may have been corrected. */
    private void replace(Recording row, long seq) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update job set options = ? where seq = ?")) {
            update.setString(1, JobRows.json(row.options()));
            update.setLong(2, seq);
            update.executeUpdate();
        }
    }

    private List<Submitted> submitted(List<Recording> rows, Map<String, Boolean> taken) throws SQLException {
        List<Submitted> submitted = new ArrayList<>();
        for (Recording row : rows) {
            Job job = JobRows.find(connection, row.jobId()).orElseThrow();
            submitted.add(new Submitted(job, taken.put(row.jobId(), false)));
        }
        return submitted;
    }
}
