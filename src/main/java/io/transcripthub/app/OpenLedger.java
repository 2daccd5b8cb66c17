package io.transcripthub.app;

import io.transcripthub.accounts.Accounts;
import io.transcripthub.accounts.NoLanguages;
import io.transcripthub.accounts.OfferedLanguages;
import io.transcripthub.api.JobsApi;
import io.transcripthub.api.NoticesApi;
import io.transcripthub.audit.AuditChainBroken;
import io.transcripthub.audit.AuditLog;
import io.transcripthub.audit.ChainHead;
import io.transcripthub.intake.Intake;
import io.transcripthub.ledger.AnalyticsDays;
import io.transcripthub.ledger.Conversations;
import io.transcripthub.ledger.Database;
import io.transcripthub.ledger.Doorbell;
import io.transcripthub.ledger.Engines;
import io.transcripthub.ledger.InboxFiles;
import io.transcripthub.ledger.Languages;
import io.transcripthub.ledger.Ledger;
import io.transcripthub.ledger.Notices;
import io.transcripthub.ledger.Schedule;
import io.transcripthub.ledger.Watermarks;
import io.transcripthub.redaction.RedactionRules;
import io.transcripthub.redaction.Redactor;
import io.transcripthub.settings.Quantities;
import io.transcripthub.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The ledger that the settings name, open for this process alone as long as it is the embedded one. */
public final class OpenLedger implements AutoCloseable {
    private final Database database;
    private final Ledger ledger;
    private final Doorbell doorbell = new Doorbell();
    private final Accounts accounts;
    private final InstantSource clock;
    private final String node;

    private OpenLedger(Settings settings, InstantSource clock) {
        String url = settings.has("hub.db.url")
                ? settings.get("hub.db.url")
                : Database.embeddedUrl(settings.path("hub.data-dir"));
        this.node = settings.get("hub.node");
        Schedule schedule = new Schedule(settings.list("delivery.retry-schedule").stream()
                .map(Quantities::duration)
                .toList());
        this.clock = clock;
        this.accounts = new Accounts(settings);
        this.database = Database.open(url, settings.get("hub.db.username"), settings.get("hub.db.password"), node);
        this.ledger = new Ledger(database, node, clock, schedule, auditOnDisk(settings));
    }

    /** @throws io.transcripthub.ledger.LedgerUnavailable when it cannot be used */
    public static OpenLedger of(Settings settings, InstantSource clock) {
        return new OpenLedger(settings, clock);
    }

    /** The beginning of a chain when the files cannot be read just now: the audit sink will say so. */
    private static ChainHead auditOnDisk(Settings settings) {
        if (!Files.isDirectory(settings.path("audit.dir"))) {
            return ChainHead.GENESIS;
        }
        try (AuditLog log = AuditLog.open(settings.path("audit.dir"), settings.get("hub.node"))) {
            return log.head();
        } catch (IOException | AuditChainBroken unreadable) {
            return ChainHead.GENESIS;
        }
    }

    /** Whether there is anything to open; a database server always counts as there. */
    public static boolean exists(Settings settings) {
        return settings.has("hub.db.url")
                || Files.exists(settings.path("hub.data-dir").resolve("ledger.mv.db"));
    }

    Accounts accounts() {
        return accounts;
    }

    Ledger ledger() {
        return ledger;
    }

    Doorbell doorbell() {
        return doorbell;
    }

    Watermarks watermarks() {
        return new Watermarks(database);
    }

    Conversations conversations() {
        return new Conversations(database);
    }

    AnalyticsDays analyticsDays() {
        return new AnalyticsDays(database);
    }

    Languages languages() {
        return new Languages(database);
    }

    /** @param sinks that are told of changes */
    Engines engines(List<String> sinks) {
        return new Engines(database, node, clock, sinks);
    }

    Notices notices() {
        return new Notices(database, node, clock);
    }

    InboxFiles inboxFiles() {
        return new InboxFiles(database);
    }

    /** The door for work without a hub behind it: no vendor is asked for its languages. */
    public Intake intake(RedactionRules rules) {
        OfferedLanguages languages = new OfferedLanguages(
                languages(), account -> CompletableFuture.failedFuture(new NoLanguages(account, null)), clock);
        return new Intake(ledger, doorbell, accounts, languages, new Redactor(rules));
    }

    public JobsApi jobsApi() {
        return new JobsApi(ledger, notices(), doorbell, accounts::pace);
    }

    public NoticesApi noticesApi() {
        return new NoticesApi(notices(), doorbell);
    }

    @Override
    public void close() {
        ledger.close();
    }
}
