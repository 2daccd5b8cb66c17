package io.transcripthub.doctor;

import io.transcripthub.ledger.Database;
import io.transcripthub.ledger.DatabaseInspection;
import io.transcripthub.ledger.LedgerUnavailable;
import io.transcripthub.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** Whether the ledger's database opens, and at which version its schema is. */
final class DatabaseCheck implements Callable<Diagnosis> {
    private final Settings settings;
    private final HubProbe hub;

    DatabaseCheck(Settings settings, HubProbe hub) {
        this.settings = settings;
        this.hub = hub;
    }

    @Override
    public Diagnosis call() throws Exception {
        return settings.has("hub.db.url") ? server(settings.get("hub.db.url")) : file(settings.path("hub.data-dir"));
    }

    private Diagnosis file(Path dataDir) throws Exception {
        Path file = dataDir.resolve("ledger.mv.db");
        if (hub.runs()) {
            return Diagnosis.ok("in use by the running hub, as it should be");
        }
        return Files.exists(file)
                ? server(Database.embeddedUrl(dataDir))
                : Diagnosis.ok(file + " will be made at the first start");
    }

    private Diagnosis server(String url) {
        try {
            DatabaseInspection found = DatabaseInspection.of(
                    url, settings.get("hub.db.username"), settings.get("hub.db.password"), Doctor.PATIENCE);
            return found.problem().isEmpty() ? Diagnosis.ok(found.words()) : Diagnosis.failed(found.problem());
        } catch (LedgerUnavailable away) {
            return Diagnosis.failed(away.getMessage());
        }
    }
}
