package io.transcripthub.ledger;

import io.transcripthub.ledger.EngineVersion.Step;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The speech engines that this hub has applied, and how far it has come with each. */
public final class Engines {
    /** Event type of what a sink is told. */
    public static final String CHANGED = "engine.changed";

    /** Longer than a run takes; a hub that died gives its rows back when it starts. */
    private static final Duration HOLD = Duration.ofMinutes(10);

    private static final int MOST_TRANSCRIPTS = 5_000;

    private final Database database;
    private final AuditOutbox audit;
    private final String node;
    private final InstantSource clock;
    private final List<String> sinks;

    /** @param sinks that are told of each change */
    public Engines(Database database, String node, InstantSource clock, List<String> sinks) {
        this.database = database;
        this.audit = new AuditOutbox(node);
        this.node = node;
        this.clock = clock;
        this.sinks = List.copyOf(sinks);
    }

    public Optional<EngineVersion> find(String account, String name, String version) {
        return database.read(connection -> EngineRows.find(connection, account, name, version));
    }

    /** The version that was applied last, whichever it is. */
    public Optional<EngineVersion> lastApplied(String account, String name) {
        return database.read(connection -> EngineRows.lastApplied(connection, account, name));
    }

    /** The version that the vendor had got before. */
    public Optional<EngineVersion> before(EngineVersion version) {
        return database.read(connection -> EngineRows.before(connection, version));
    }

    /** Takes a version, known or new, for one run; empty when another run is at it. */
    public Optional<EngineVersion> hold(String account, String name, String version) {
        Instant now = clock.instant();
        return database.write(connection -> {
            EngineRows.insert(connection, account, name, version);
            EngineVersion row =
                    EngineRows.find(connection, account, name, version).orElseThrow();
            return EngineRows.hold(connection, row.seq(), node, now, now.plus(HOLD))
                    ? Optional.of(row)
                    : Optional.empty();
        });
    }

    public void release(EngineVersion version) {
        write(version, connection -> EngineRows.release(connection, version.seq()));
    }

    /** A request goes out now: what comes of it is not known until {@link #done} or {@link #forget} says so. */
    public EngineVersion begin(EngineVersion version, String step) {
        return write(
                version,
                connection ->
                        EngineRows.step(connection, version.seq(), step, new Step(false, null, null), clock.instant()));
    }

    /** @param digest of what the vendor has now */
    public EngineVersion done(EngineVersion version, String step, String digest, String vendorId) {
        return write(
                version,
                connection -> EngineRows.step(
                        connection, version.seq(), step, new Step(true, digest, vendorId), clock.instant()));
    }

    /** The vendor made the version; it carries the settings with these digests, by step. */
    public EngineVersion created(
            EngineVersion version, String step, String engineId, int split, Map<String, String> digests) {
        Instant now = clock.instant();
        return write(version, connection -> {
            EngineRows.created(connection, version.seq(), engineId, split);
            EngineRows.step(connection, version.seq(), step, new Step(true, null, engineId), now);
            for (Map.Entry<String, String> other : digests.entrySet()) {
                EngineRows.step(connection, version.seq(), other.getKey(), new Step(true, other.getValue(), null), now);
            }
        });
    }

    /** The step came to nothing, or what it made is there no more. */
    public EngineVersion forget(EngineVersion version, String step) {
        return write(version, connection -> EngineRows.forget(connection, version.seq(), step));
    }

    /**
     * The run has come to its end: audit line, event and what was applied, in one transaction.
     *
     * @param settings JSON, secrets masked
     * @param splitBefore null when the version is new
     */
    public EngineVersion applied(EngineVersion version, String payloadHash, String settings, Integer splitBefore) {
        Instant now = clock.instant();
        return write(version, connection -> {
            EngineRows.applied(connection, version.seq(), payloadHash, settings, now);
            tell(connection, version, "applied", payloadHash, splitBefore, version.split(), now);
        });
    }

    /** The split of a version was moved, or by an apply that is still under way. */
    public EngineVersion split(EngineVersion version, int split) {
        return write(version, connection -> EngineRows.split(connection, version.seq(), split));
    }

    /** @param change what an operator did: {@code promoted} or {@code rolled back} */
    public EngineVersion moved(EngineVersion version, String change, int split) {
        Instant now = clock.instant();
        return write(version, connection -> {
            EngineRows.split(connection, version.seq(), split);
            tell(connection, version, change, version.payloadHash(), version.split(), split, now);
        });
    }

    private void tell(
            Connection connection,
            EngineVersion version,
            String change,
            String payloadHash,
            Integer from,
            int to,
            Instant now)
            throws SQLException {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("account", version.account());
        data.put("engine", version.name());
        data.put("version", version.version());
        data.put("speechEngineId", version.engineId());
        data.put("change", change);
        data.put("trafficSplitBefore", from);
        data.put("trafficSplit", to);
        data.put("payloadHash", payloadHash);
        audit.append(connection, List.of(new AuditOutbox.Event(AuditEntries.engineChanged(data, now), null)));
        Tally tally = new Tally();
        for (String sink : sinks) {
            NoticeRows.insert(connection, version.account(), CHANGED, data, sink, now);
            tally.delivery(version.account(), sink, null, DeliveryState.PENDING);
        }
        tally.write(connection, node);
    }

    /** Word error rates of scored transcripts that name the engine by one of these names, the newest of a period. */
    public List<Double> wordErrorRates(Set<String> names, Instant from, Instant to) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select t.document from job j join transcript t on t.job_seq = j.seq where j.engine = any(?)"
                            + " and j.created_at >= ? and j.created_at < ? order by j.seq desc limit ?")) {
                select.setArray(1, connection.createArrayOf("varchar", names.toArray()));
                Rows.setTime(select, 2, from);
                Rows.setTime(select, 3, to);
                select.setInt(4, MOST_TRANSCRIPTS);
                List<Double> rates = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        JobRows.wordErrorRate(row.getString(1)).ifPresent(rates::add);
                    }
                }
                return rates;
            }
        });
    }

    /** Writing that a version may stand differently after. */
    private interface Change {
        void in(Connection connection) throws SQLException;
    }

    private EngineVersion write(EngineVersion version, Change change) {
        return database.write(connection -> {
            change.in(connection);
            return EngineRows.find(connection, version.account(), version.name(), version.version())
                    .orElseThrow();
        });
    }
}
