package io.transcripthub.app;

import io.transcripthub.accounts.AccessTokens;
import io.transcripthub.accounts.Accounts;
import io.transcripthub.analytics.Analytics;
import io.transcripthub.ledger.Budgets;
import io.transcripthub.network.Connections;
import io.transcripthub.redaction.Redactor;
import io.transcripthub.search.SearchIndex;
import io.transcripthub.settings.Settings;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.camel.main.Main;

/** As much of a hub as interaction analytics needs, in a process of its own: no API, and no other work is taken up. */
public final class AnalyticsApplication implements AutoCloseable {
    private static final List<String> ROUTES =
            List.of("2-vendors/cxone-interactions.camel.yaml", "shared/vendor-call.camel.yaml");

    private final Settings settings;
    private final Vertx vertx = Vertx.vertx();
    private final Main main = new Main();
    private final Connections connections;
    private final OpenLedger open;
    private final SearchServerOfChoice search;
    private final SearchIndex index;
    private final Analytics analytics;

    private AnalyticsApplication(Settings settings, InstantSource clock) {
        this.settings = settings;
        this.connections = new Connections(settings, clock);
        this.open = OpenLedger.of(settings, clock);
        this.search = SearchServerOfChoice.of(settings, connections.to("search"));
        this.index = SearchIndex.interactions(search.server());
        Accounts accounts = open.accounts();
        Budgets budgets = accounts.budgets(clock);
        Redactor redactor = new Redactor(RedactionSettings.rules(settings));
        this.analytics = analytics(main, settings, open, redactor, budgets, index, clock);
        bind(accounts, budgets, clock);
    }

    /**
     * Returns when vendors may be asked.
     *
     * @param routes folder of the route files
     */
    public static AnalyticsApplication start(Settings settings, Path routes, InstantSource clock) throws Exception {
        AnalyticsApplication application = new AnalyticsApplication(settings, clock);
        try {
            application.start(routes);
            return application;
        } catch (Exception failed) {
            application.close();
            throw failed;
        }
    }

    static Analytics analytics(
            Main main,
            Settings settings,
            OpenLedger open,
            Redactor redactor,
            Budgets budgets,
            SearchIndex index,
            InstantSource clock) {
        Analytics.Kept kept = new Analytics.Kept(open.conversations(), open.analyticsDays(), open.watermarks());
        return new Analytics(
                settings,
                open.accounts().ofType("cxone"),
                new InteractionRoutes(main, settings, clock),
                redactor,
                kept,
                budgets,
                index,
                clock);
    }

    public Analytics analytics() {
        return analytics;
    }

    private void bind(Accounts accounts, Budgets budgets, InstantSource clock) {
        AccessTokens tokens = new AccessTokens(new VendorRoutes(main, budgets, clock)::token, clock);
        new ConnectionBeans(vertx, connections).bind(main, accounts, budgets, tokens);
    }

    private void start(Path routes) throws Exception {
        Properties properties = new Properties();
        properties.putAll(CamelProperties.withoutServer(settings));
        main.setOverrideProperties(properties);
        main.setPropertyPlaceholderLocations("false");
        String files = ROUTES.stream()
                .map(file -> "file:" + routes.toAbsolutePath() + "/" + file)
                .collect(Collectors.joining(","));
        main.configure()
                .withName("transcript-hub-analytics")
                .withRoutesIncludePattern(files)
                .withBasePackageScanEnabled(false)
                .withJmxEnabled(false)
                .withAutoConfigurationEnvironmentVariablesEnabled(false)
                .withShutdownTimeout(17)
                .withShutdownLogInflightExchangesOnTimeout(false)
                .withSourceLocationEnabled(true);
        main.start();
    }

    @Override
    public void close() {
        main.stop();
        open.close();
        index.close();
        search.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
