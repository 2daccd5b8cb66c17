package io.transcripthub.app;

import io.transcripthub.ledger.Conversations;
import io.transcripthub.ledger.Ledger;
import io.transcripthub.settings.Settings;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Applies {@code hub.retention} to the ledger, whenever a route says so. */
public final class RetentionPeriod {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionPeriod.class);

    private final Ledger ledger;
    private final Conversations conversations;
    private final Settings settings;
    private final InstantSource clock;

    RetentionPeriod(Ledger ledger, Conversations conversations, Settings settings, InstantSource clock) {
        this.ledger = ledger;
        this.conversations = conversations;
        this.clock = clock;
        this.settings = settings;
    }

    public void apply() {
        int jobs = ledger.forget(settings.duration("hub.retention"));
        int old = conversations.forget(clock.instant().minus(settings.duration("hub.retention")));
        if (old > 0) {
            LOG.info("{} conversations have left the ledger after {}", old, settings.get("hub.retention"));
        }
        if (jobs > 0) {
            LOG.info("{} jobs have left the ledger after {}", jobs, settings.get("hub.retention"));
        }
    }
}
