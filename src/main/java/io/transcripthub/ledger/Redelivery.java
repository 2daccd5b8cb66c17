package io.transcripthub.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes transcripts due once more at one sink, within one transaction, for as many jobs as that can well hold. */
final class Redelivery {
    private static final int MOST_JOBS = 500;

    /** @param from and to: when the jobs were handed in, from (included) to (excluded); null where there is no limit */
    record Wish(String sink, Instant from, Instant to) {}

    /**
     * How far it has come.
     *
     * @param jobs looked at
     * @param transcripts made due; fewer, for some wait for the sink anyway
     * @param last row number of the last job
     */
    record Portion(int jobs, int transcripts, long last) {}

    private final Connection connection;
    private final Instant now;
    private final Tally tally = new Tally();

    Redelivery(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    /** @param after row number of the last job of the portion before */
    Portion write(Wish wish, long after, String node) throws SQLException {
        List<Job> jobs = completed(wish, after);
        if (jobs.isEmpty()) {
            return new Portion(0, 0, after);
        }
        List<Long> keys = jobs.stream().map(Job::seq).toList();
        JobRows.lock(connection, keys);
        Map<Long, Map<String, DeliveryRows.Standing>> standings = DeliveryRows.current(connection, keys);
        List<Job> again = new ArrayList<>();
        for (Job job : JobRows.read(connection, keys)) {
            DeliveryRows.Standing standing =
                    standings.getOrDefault(job.seq(), Map.of()).get(wish.sink());
            if (standing == null || standing.state() != DeliveryState.PENDING) {
                again.add(job);
                DeliveryState before = standing == null ? null : standing.state();
                tally.delivery(job.account(), wish.sink(), before, DeliveryState.PENDING);
                tally.job(job.account(), job.state(), JobState.COMPLETED);
            }
        }
        List<Job> under = again.stream()
                .map(job -> job.with(job.progress().redelivering()))
                .toList();
        JobRows.update(connection, under, now);
        DeliveryRows.again(connection, wish.sink(), again, now);
        tally.write(connection, node);
        return new Portion(jobs.size(), again.size(), keys.get(keys.size() - 1));
    }

    private List<Job> completed(Wish wish, long after) throws SQLException {
        String sql = "select " + JobRows.COLUMNS
                + " from job j where j.seq > ? and j.kind <> 'chat' and j.state in ('COMPLETED', 'DELIVERED')"
                + " and j.created_at >= ? and j.created_at < ? order by j.seq limit ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, after);
            select.setLong(2, wish.from() == null ? Long.MIN_VALUE : wish.from().toEpochMilli());
            select.setLong(3, wish.to() == null ? Long.MAX_VALUE : wish.to().toEpochMilli());
            select.setInt(4, MOST_JOBS);
            return JobRows.list(select);
        }
    }
}
