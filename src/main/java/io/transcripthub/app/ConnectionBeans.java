package io.transcripthub.app;

import io.transcripthub.accounts.AccessTokens;
import io.transcripthub.accounts.Account;
import io.transcripthub.accounts.Accounts;
import io.transcripthub.ledger.Budgets;
import io.transcripthub.network.Connection;
import io.transcripthub.network.Connections;
import io.transcripthub.network.HttpEndpoints;
import io.transcripthub.stages.BearerStage;
import io.transcripthub.stages.BudgetStage;
import io.transcripthub.stages.ExactAddress;
import io.transcripthub.stages.VendorRequests;
import io.vertx.core.Vertx;
import io.vertx.ext.web.client.WebClient;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.main.Main;

/**
 * What routes need to reach others: connections to vendors, search and the webhook receiver, each with its proxy and TLS;
 * and for {@code direct:vendor-call} the tokens and the budget.
 */
final class ConnectionBeans {
    /** Requests that may be open at once to each vendor, and to receivers of webhooks. */
    private static final int VENDOR_CONNECTIONS = 500;

    private static final int WEBHOOK_CONNECTIONS = 100;

    private final Vertx vertx;
    private final Connections connections;

    ConnectionBeans(Vertx vertx, Connections connections) {
        this.vertx = vertx;
        this.connections = connections;
    }

    void bind(Main main, Accounts accounts, Budgets budgets, AccessTokens tokens) {
        main.bind("vertx", vertx);
        main.bind("bearer", new BearerStage(accounts, tokens, false));
        main.bind("freshBearer", new BearerStage(accounts, tokens, true));
        main.bind("budget", new BudgetStage(budgets));
        main.bind("exactAddress", new ExactAddress());
        main.bind("connections", connections.common().webClientOptions());
        main.bind("http", HttpEndpoints.over(connections.common(), "http"));
        main.bind("https", HttpEndpoints.over(connections.common(), "https"));
        main.bind("searchConnection", connections.to("search"));
        main.bind(
                "webhookConnections",
                connections.to("webhook").webClientOptions().setMaxPoolSize(WEBHOOK_CONNECTIONS));
        Map<String, WebClient> clients = accounts.all().stream()
                .map(Account::name)
                .collect(Collectors.toMap(Function.identity(), name -> vendorClient(connections.to(name))));
        WebClient other = vendorClient(connections.common());
        main.bind("vendorRequests", new VendorRequests(account -> clients.getOrDefault(account, other)));
    }

    private WebClient vendorClient(Connection connection) {
        return WebClient.create(vertx, connection.webClientOptions().setMaxPoolSize(VENDOR_CONNECTIONS));
    }
}
