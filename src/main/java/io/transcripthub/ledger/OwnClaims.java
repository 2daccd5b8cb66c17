package io.transcripthub.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Claims on a database that this process has for itself. Who holds a row is then a fact of this process and lives and
 * dies with it: a claim writes nothing, and after a crash all rows are free.
 */
final class OwnClaims implements Claims {
    private final Duration lease;
    private final Map<Long, Instant> held = new HashMap<>();

    OwnClaims(Duration lease) {
        this.lease = lease;
    }

    @Override
    public synchronized List<Long> take(Connection connection, Claim<?> claim, Instant now) throws SQLException {
        held.values().removeIf(end -> end.isBefore(now));
        String sql = "select seq from " + claim.table() + " where " + claim.condition()
                + " and due_at <= ? order by due_at limit ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            int parameter = Claims.bind(select, 1, claim);
            Rows.setTime(select, parameter, now);
            select.setInt(parameter + 1, held.size() + claim.limit());
            List<Long> taken = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next() && taken.size() < claim.limit()) {
                    if (held.putIfAbsent(row.getLong(1), now.plus(lease)) == null) {
                        taken.add(row.getLong(1));
                    }
                }
            }
            return taken;
        }
    }

    @Override
    public synchronized void giveBack(Collection<Long> keys) {
        held.keySet().removeAll(keys);
    }

    @Override
    public synchronized void keep(Collection<Long> keys, Instant now) {
        keys.forEach(key -> held.put(key, now.plus(lease)));
    }

    @Override
    public void release(Connection connection, Instant now) {
        // nobody holds anything when the process starts
    }
}
