package io.transcripthub.app;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.transcripthub.accounts.AccessTokens;
import io.transcripthub.accounts.Accounts;
import io.transcripthub.accounts.OfferedLanguages;
import io.transcripthub.analytics.AnalyticsRuns;
import io.transcripthub.api.AnalyticsApi;
import io.transcripthub.api.Door;
import io.transcripthub.api.IntakeApi;
import io.transcripthub.api.JobsApi;
import io.transcripthub.api.TranscriptsApi;
import io.transcripthub.api.WebhooksApi;
import io.transcripthub.chats.ChatKey;
import io.transcripthub.chats.ChatSeal;
import io.transcripthub.dispatch.LedgerComponent;
import io.transcripthub.inbox.Inbox;
import io.transcripthub.intake.ChatIntake;
import io.transcripthub.intake.Intake;
import io.transcripthub.intake.RecordingsSync;
import io.transcripthub.ledger.Budgets;
import io.transcripthub.ledger.EventInbox;
import io.transcripthub.ledger.LedgerUnavailable;
import io.transcripthub.ledger.LedgerWriter;
import io.transcripthub.network.Connections;
import io.transcripthub.redaction.RedactionRules;
import io.transcripthub.redaction.Redactor;
import io.transcripthub.search.SearchIndex;
import io.transcripthub.settings.Settings;
import io.transcripthub.stages.AnswerStage;
import io.transcripthub.stages.ChatTextStage;
import io.transcripthub.stages.DiscreetRefusalStage;
import io.transcripthub.stages.LanguageStage;
import io.transcripthub.stages.ReceiveStage;
import io.transcripthub.transcripts.SearchDocument;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.component.micrometer.MicrometerConstants;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;

/** The running hub: the parts put together, and the routes on top of them. */
public final class HubApplication implements AutoCloseable {

    private final Settings settings;
    private final Path routes;
    private final InstantSource clock;
    private final Connections connections;
    private final Vertx vertx = Vertx.vertx();
    private final Main main = new Main();
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final HubMetrics metrics = new HubMetrics(meters);
    private final OpenLedger open;
    private final LedgerWriter writer;
    private final EventInbox events;
    private Inbox inbox;
    private SearchIndex interactions;
    private AnalyticsRuns runs;

    private final SearchServerOfChoice search;
    private final SearchIndex index;

    private HubApplication(
            Settings settings,
            Path routes,
            InstantSource clock,
            Connections connections,
            CompletableFuture<OpenLedger> opening) {
        this.settings = settings;
        this.routes = routes;
        this.clock = clock;
        this.connections = connections;
        this.search = SearchServerOfChoice.of(settings, connections.to("search"));
        this.index = new SearchIndex(search.server(), settings.get("search.index"));
        this.open = opened(opening);
        this.writer = new LedgerWriter(open.ledger(), open.doorbell(), metrics);
        this.events = new EventInbox(open.ledger(), open.doorbell());
    }

    /**
     * Starts the hub; returns when it takes requests.
     *
     * @param routes folder of the route files
     */
    public static HubApplication start(Settings settings, Path routes, InstantSource clock) throws Exception {
        ListeningPlace.expectFree(settings);
        Connections connections = new Connections(settings, clock);
        // the database opens while the rest is put together: that is half a second of a start
        CompletableFuture<OpenLedger> opening = CompletableFuture.supplyAsync(() -> OpenLedger.of(settings, clock));
        HubApplication hub = new HubApplication(settings, routes, clock, connections, opening);
        try {
            hub.start();
            return hub;
        } catch (Exception failed) {
            hub.close();
            throw failed;
        }
    }

    private static OpenLedger opened(CompletableFuture<OpenLedger> opening) {
        try {
            return opening.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof LedgerUnavailable known ? known : failed;
        }
    }

    /** The port that the API listens on, also when any free one was asked for. */
    public int port() {
        return DoorOpening.router(camel()).getServer().getPort();
    }

    public CamelContext camel() {
        return main.getCamelContext();
    }

    private void start() throws Exception {
        configure();
        bind();
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void afterConfigure(BaseMainSupport configured) {
                Door door = new Door(settings.get("hub.api-key"));
                camel().addLifecycleStrategy(new DoorOpening(camel(), door));
            }
        });
        main.start();
        scheduleAnalytics();
    }

    private void scheduleAnalytics() {
        if (settings.has("analytics.cron")) {
            TemplatedRouteBuilder.builder(camel(), "scheduled-interactions")
                    .routeId("scheduled-interactions-by-cron")
                    .parameter("cron", settings.get("analytics.cron"))
                    .parameter("zone", settings.get("analytics.time-zone"))
                    .add();
            TemplatedRouteBuilder.builder(camel(), "scheduled-interactions-at-start")
                    .routeId("scheduled-interactions-at-start")
                    .add();
        }
    }

    private void configure() {
        Properties properties = new Properties();
        properties.putAll(CamelProperties.of(settings, search.hosts()));
        main.setOverrideProperties(properties);
        main.setPropertyPlaceholderLocations("false");
        main.configure()
                .withName("transcript-hub")
                .withRoutesIncludePattern("file:" + routes.toAbsolutePath() + "/**/*.camel.yaml")
                .withBasePackageScanEnabled(false)
                .withJmxEnabled(false)
                .withAutoConfigurationEnvironmentVariablesEnabled(false)
                .withShutdownTimeout(16)
                .withShutdownLogInflightExchangesOnTimeout(false)
                .withSourceLocationEnabled(true);
    }

    private void bind() {
        Accounts accounts = open.accounts();
        Budgets budgets = accounts.budgets(clock);
        VendorRoutes vendors = new VendorRoutes(main, budgets, clock);
        AccessTokens tokens = new AccessTokens(vendors::token, clock);
        OfferedLanguages languages = new OfferedLanguages(open.languages(), vendors::languages, clock);
        RedactionRules rules = RedactionSettings.rules(settings);
        Redactor redactor = new Redactor(rules);
        ChatSeal seal = new ChatSeal(new ChatKey(settings.path("chat.key-file")));
        ChatIntake chats = new ChatIntake(open.ledger(), open.doorbell(), accounts, seal);
        Intake intake = new Intake(open.ledger(), open.doorbell(), accounts, languages, redactor);
        JobsApi jobs = open.jobsApi();
        LedgerComponent component =
                new LedgerComponent(open.ledger(), writer, open.doorbell(), clock, accounts::pace, budgets);
        metrics.watch(open.ledger().view(), accounts.all(), List.of("search", "webhook", "archive-url", "archive-dir"));

        new ConnectionBeans(vertx, connections).bind(main, accounts, budgets, tokens);
        main.bind("clock", clock);
        main.bind("redactionRules", rules);
        main.bind("accounts", accounts);
        main.bind("languages", languages);
        main.bind("ledger", component);
        main.bind("auditHealth", new AuditHealthCheck(component));
        main.bind(MicrometerConstants.METRICS_REGISTRY_NAME, meters);
        main.bind("languageOffered", new LanguageStage(languages));
        main.bind("chatText", new ChatTextStage(open.ledger(), seal));
        main.bind("discreetRefusal", new DiscreetRefusalStage());
        main.bind("searchDocument", new SearchDocument(clock));
        main.bind("jobsApi", jobs);
        main.bind("noticesApi", open.noticesApi());
        main.bind("intakeApi", new IntakeApi(intake, chats, jobs));
        main.bind("intake", intake);
        main.bind("recordingsSync", new RecordingsSync(intake, open.watermarks(), settings, clock));
        interactions = SearchIndex.interactions(search.server());
        runs = new AnalyticsRuns(
                AnalyticsApplication.analytics(main, settings, open, redactor, budgets, interactions, clock),
                settings.path("hub.data-dir").resolve("analytics"));
        main.bind("analyticsRuns", runs);
        main.bind("analyticsApi", new AnalyticsApi(runs));
        main.bind("retention", new RetentionPeriod(open, settings, clock));
        inbox = new Inbox(settings.path("hub.inbox"), intake, chats, open.inboxFiles(), clock);
        main.bind("inbox", inbox);
        main.bind("receiveEvent", new ReceiveStage(new WebhooksApi(accounts, events)));
        main.bind("transcriptsApi", new TranscriptsApi(open.ledger().view(), index));
        EngineBeans.bind(main, settings, open, clock);
        main.bind("answer", new AnswerStage());
    }

    /** Takes no more work, ends what is under way, writes it back. */
    @Override
    public void close() {
        if (inbox != null) {
            inbox.close();
        }
        if (runs != null) {
            runs.stop();
        }
        main.stop();
        events.close();
        writer.close();
        if (runs != null) {
            runs.close();
        }
        open.close();
        index.close();
        if (interactions != null) {
            interactions.close();
        }
        search.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
