package io.transcripthub.ledger;

import java.sql.Connection;
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
        List<Long> taken = new ArrayList<>();
        for (Due row : Claims.first(connection, claim, held.size() + claim.limit())) {
            if (row.at().isAfter(now) || taken.size() == claim.limit()) {
                break;
            }
            if (held.putIfAbsent(row.key(), now.plus(lease)) == null) {
                taken.add(row.key());
            }
        }
        return taken;
    }

    @Override
    public synchronized Instant nextDue(Connection connection, Claim<?> claim) throws SQLException {
        return Claims.first(connection, claim, held.size() + 1).stream()
                .filter(row -> !held.containsKey(row.key()))
                .map(Due::at)
                .findFirst()
                .orElse(null);
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
