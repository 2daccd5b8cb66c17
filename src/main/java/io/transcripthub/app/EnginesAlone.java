package io.transcripthub.app;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.transcripthub.accounts.AccessTokens;
import io.transcripthub.accounts.Accounts;
import io.transcripthub.ledger.Budgets;
import io.transcripthub.network.Connections;
import io.transcripthub.settings.Settings;
import io.transcripthub.stages.AnswerStage;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.component.micrometer.MicrometerConstants;
import org.apache.camel.main.Main;

/** The routes about speech engines without a hub around them, on the ledger of one that does not run. */
public final class EnginesAlone implements AutoCloseable {
    private static final List<String> ROUTES =
            List.of("1-intake/engines-api", "2-vendors/cxone-speech-engines", "shared/errors", "shared/vendor-call");

    /** Names of the routes' endpoints, by operation. */
    private static final Map<String, String> OPERATIONS = Map.of(
            "plan", "planEngine",
            "apply", "applyEngine",
            "status", "showEngine",
            "promote", "promoteEngine",
            "rollback", "rollBackEngine");

    private final Main main = new Main();
    private final Vertx vertx = Vertx.vertx();
    private final Connections connections;
    private final OpenLedger open;

    private EnginesAlone(OpenLedger open, Connections connections) {
        this.open = open;
        this.connections = connections;
    }

    /** What the HTTP API would answer. */
    public record Reply(int status, String body) {}

    /** @throws io.transcripthub.ledger.LedgerUnavailable when it cannot be used */
    public static EnginesAlone open(Settings settings, Path routes) throws Exception {
        InstantSource clock = InstantSource.system();
        Connections connections = new Connections(settings, clock);
        EnginesAlone engines = new EnginesAlone(OpenLedger.of(settings, clock), connections);
        try {
            engines.start(settings, routes, clock);
            return engines;
        } catch (Exception failed) {
            engines.close();
            throw failed;
        }
    }

    private void start(Settings settings, Path routes, InstantSource clock) throws Exception {
        Properties properties = new Properties();
        properties.putAll(CamelProperties.withoutServer(settings));
        main.setOverrideProperties(properties);
        main.setPropertyPlaceholderLocations("false");
        main.configure()
                .withName("transcript-hub-engines")
                .withRoutesIncludePattern(files(routes))
                .withBasePackageScanEnabled(false)
                .withJmxEnabled(false)
                .withAutoConfigurationEnvironmentVariablesEnabled(false)
                .withShutdownTimeout(5);
        bind(settings, clock);
        main.start();
    }

    private static String files(Path routes) {
        return ROUTES.stream()
                .flatMap(name -> Stream.of("file:" + routes.toAbsolutePath() + "/" + name + "*.camel.yaml"))
                .collect(Collectors.joining(","));
    }

    private void bind(Settings settings, InstantSource clock) {
        Accounts accounts = open.accounts();
        Budgets budgets = accounts.budgets(clock);
        AccessTokens tokens = new AccessTokens(new VendorRoutes(main, budgets, clock)::token, clock);
        new ConnectionBeans(vertx, connections).bind(main, accounts, budgets, tokens);
        EngineBeans.bind(main, settings, open, clock);
        main.bind("answer", new AnswerStage());
        main.bind(MicrometerConstants.METRICS_REGISTRY_NAME, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    }

    /** @param operation plan, apply, status, promote or rollback */
    public Reply run(String operation, String request) {
        Exchange exchange = main.getCamelContext()
                .createProducerTemplate()
                .send("direct:" + OPERATIONS.get(operation), message -> message.getMessage()
                        .setBody(request));
        int status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 500, Integer.class);
        return new Reply(status, exchange.getMessage().getBody(String.class));
    }

    @Override
    public void close() {
        main.stop();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        open.close();
    }
}
