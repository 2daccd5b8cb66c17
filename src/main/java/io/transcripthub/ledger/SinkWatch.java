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

    /** @return the sinks that were down until now */
    Set<String> observe(Set<String> took, Set<String> failed, Instant now) {
        Set<String> back = new TreeSet<>();
        for (String sink : took) {
            Instant since = downSince.remove(sink);
            if (since != null && !since.plus(DOWN).isAfter(now)) {
                back.add(sink);
            }
        }
        failed.stream().filter(sink -> !took.contains(sink)).forEach(sink -> downSince.putIfAbsent(sink, now));
        return back;
    }
}
