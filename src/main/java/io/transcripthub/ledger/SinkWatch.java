package io.transcripthub.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Notices when a sink that took nothing for a while takes something again. */
final class SinkWatch {
    /** A sink that fails for one row among many that pass is not down. */
    private static final Duration DOWN = Duration.ofSeconds(1);

    private final Map<String, Instant> downSince = new ConcurrentHashMap<>();
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /**
     * @return the sinks that were down until now, or may have been before we watched: those that take something for the
     *     first time
     */
    Set<String> observe(Set<String> took, Set<String> failed, Instant now) {
        Set<String> back = new TreeSet<>();
        for (String sink : took) {
            Instant since = downSince.remove(sink);
            boolean wasDown = since != null && !since.plus(DOWN).isAfter(now);
            if (known.add(sink) || wasDown) {
                back.add(sink);
            }
        }
        failed.stream().filter(sink -> !took.contains(sink)).forEach(sink -> downSince.putIfAbsent(sink, now));
        return back;
    }
}
