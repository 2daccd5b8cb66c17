package io.transcripthub.app;

import io.transcripthub.ledger.Ledger;
import io.transcripthub.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Applies {@code hub.retention} to the ledger, whenever a route says so. */
public final class RetentionPeriod {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionPeriod.class);

    private final Ledger ledger;
    private final Settings settings;

    RetentionPeriod(Ledger ledger, Settings settings) {
        this.ledger = ledger;
        this.settings = settings;
    }

    public void apply() {
        int jobs = ledger.forget(settings.duration("hub.retention"));
        if (jobs > 0) {
            LOG.info("{} jobs have left the ledger after {}", jobs, settings.get("hub.retention"));
        }
    }
}
