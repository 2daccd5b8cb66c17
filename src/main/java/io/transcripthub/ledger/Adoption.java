package io.transcripthub.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes jobs, within one transaction, of transcriptions that a vendor has and no job knows. */
final class Adoption {
    /** For so long the answer to our own submission may be under way. */
    private static final Duration SUBMISSION = Duration.ofSeconds(30);

    private final Connection connection;
    private final Instant now;
    private final Tally tally = new Tally();
    private final List<Job> jobs = new ArrayList<>();

    Adoption(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    /**
     * A queued job for the same media gets the transcription: the answer to its submission was lost, or is late. Else there
     * is a new job.
     *
     * @return false when it is too early to tell whose it is
     */
    boolean adopt(WaitingEvent event, Outcome.Adopted adopted) throws SQLException {
        Recording recording = adopted.recording();
        if (isKnown(recording.account(), adopted.vendorId())) {
            return true;
        }
        Job queued = queued(recording);
        boolean mayBeOurs = recording.externalId().equals(adopted.vendorId())
                && queued != null
                && now.isBefore(event.receivedAt().plus(SUBMISSION));
        if (mayBeOurs) {
            return false;
        }
        boolean same = queued != null && queued.externalId().equals(recording.externalId());
        return accept(same ? queued : inserted(recording), adopted);
    }

    /** The jobs that were accepted so. */
    List<Job> jobs() {
        return jobs;
    }

    void write(String node) throws SQLException {
        tally.write(connection, node);
    }

    private boolean accept(Job queued, Outcome.Adopted adopted) throws SQLException {
        Job accepted = queued.with(queued.progress().accepted(adopted.vendorId(), now, adopted.pace()));
        if (queued.state() == JobState.QUEUED && JobRows.update(connection, List.of(accepted), now)[0]) {
            tally.job(accepted.account(), JobState.QUEUED, JobState.SUBMITTED);
            jobs.add(accepted);
        }
        return true;
    }

    private Job inserted(Recording recording) throws SQLException {
        if (!JobRows.insert(connection, List.of(recording), false, now).isEmpty()) {
            tally.job(recording.account(), null, JobState.QUEUED);
        }
        return JobRows.find(connection, recording.jobId()).orElseThrow();
    }

    private boolean isKnown(String account, String vendorId) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select 1 from job where vendor_id = ? and account = ?")) {
            select.setString(1, vendorId);
            select.setString(2, account);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /** A queued job of the account: one for the same media if there is one. */
    private Job queued(Recording recording) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select " + JobRows.COLUMNS
                + " from job j where j.state = 'QUEUED' and j.kind = ? and j.account = ?"
                + " order by case when j.external_id = ? then 0 else 1 end, j.seq limit 1")) {
            select.setString(1, recording.kind());
            select.setString(2, recording.account());
            select.setString(3, recording.externalId());
            return JobRows.list(select).stream().findFirst().orElse(null);
        }
    }
}
