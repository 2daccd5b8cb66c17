package io.transcripthub.app;

import io.transcripthub.ledger.Database;
import io.transcripthub.ledger.Ledger;
import io.transcripthub.ledger.Schedule;
import io.transcripthub.settings.Quantities;
import io.transcripthub.settings.Settings;
import java.time.InstantSource;

/** Opens the ledger that the settings name. */
public final class OpenLedger {
    private OpenLedger() {}

    static Database database(Settings settings) {
        String url = settings.has("hub.db.url")
                ? settings.get("hub.db.url")
                : Database.embeddedUrl(settings.path("hub.data-dir"));
        return Database.open(
                url, settings.get("hub.db.username"), settings.get("hub.db.password"), settings.get("hub.node"));
    }

    static Ledger on(Database database, Settings settings, InstantSource clock) {
        Schedule schedule = new Schedule(settings.list("delivery.retry-schedule").stream()
                .map(Quantities::duration)
                .toList());
        return new Ledger(database, settings.get("hub.node"), clock, schedule);
    }
}
