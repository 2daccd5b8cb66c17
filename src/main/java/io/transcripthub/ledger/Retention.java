package io.transcripthub.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Takes ended jobs, their texts and their deliveries out of the ledger, within one transaction. */
final class Retention {
    private static final int MOST_JOBS = 500;

    private final Connection connection;

    Retention(Connection connection) {
        this.connection = connection;
    }

    /**
     * Jobs that are DELIVERED, FAILED or DEAD and have not changed since, unless a sink still waits for them.
     *
     * @return how many it was; if none, none is left
     */
    int forget(Instant before, String node) throws SQLException {
        List<Long> jobs = ended(before);
        if (jobs.isEmpty()) {
            return 0;
        }
        Tally tally = new Tally();
        for (Job job : JobRows.read(connection, jobs)) {
            tally.forgotten(job.account(), null, job.state().name());
        }
        deliveries(jobs, tally);
        try (PreparedStatement delete = connection.prepareStatement("delete from job where seq = any(?)")) {
            Rows.setKeys(connection, delete, 1, jobs);
            delete.executeUpdate();
        }
        tally.write(connection, node);
        return jobs.size();
    }

    private List<Long> ended(Instant before) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select j.seq from job j where j.created_at < ? and j.updated_at < ?"
                        + " and j.state in ('DELIVERED', 'FAILED', 'DEAD')"
                        + " and not exists (select 1 from delivery d where d.job_seq = j.seq and d.state = 'PENDING')"
                        + " order by j.seq limit ? for update")) {
            Rows.setTime(select, 1, before);
            Rows.setTime(select, 2, before);
            select.setInt(3, MOST_JOBS);
            List<Long> keys = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    keys.add(row.getLong(1));
                }
            }
            return keys;
        }
    }

    private void deliveries(List<Long> jobs, Tally tally) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select j.account, d.sink, d.state from delivery d"
                + " join job j on j.seq = d.job_seq where d.job_seq = any(?)")) {
            Rows.setKeys(connection, select, 1, jobs);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    tally.forgotten(row.getString(1), row.getString(2), row.getString(3));
                }
            }
        }
    }
}
