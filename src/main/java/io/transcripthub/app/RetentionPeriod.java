package io.transcripthub.app;

import io.transcripthub.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Applies {@code hub.retention} to the ledger, whenever a route says so. */
public final class RetentionPeriod {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionPeriod.class);

    private final OpenLedger open;
    private final Settings settings;
    private final InstantSource clock;

    RetentionPeriod(OpenLedger open, Settings settings, InstantSource clock) {
        this.open = open;
        this.clock = clock;
        this.settings = settings;
    }

    public void apply() {
        Duration age = settings.duration("hub.retention");
        Instant before = clock.instant().minus(age);
        tell(open.conversations().forget(before), "conversations");
        tell(open.notices().forget(before), "notices");
        tell(open.ledger().forget(age), "jobs");
    }

    private void tell(int left, String what) {
        if (left > 0) {
            LOG.info("{} {} have left the ledger after {}", left, what, settings.get("hub.retention"));
        }
    }
}
