package io.transcripthub.app;

import io.transcripthub.accounts.AccessTokens.Issued;
import io.transcripthub.accounts.NoLanguages;
import io.transcripthub.accounts.NoToken;
import io.transcripthub.accounts.TokenRequest;
import io.transcripthub.dispatch.Faults;
import io.transcripthub.dispatch.RetryAfter;
import io.transcripthub.dispatch.VendorWords;
import io.transcripthub.ledger.Budgets;
import io.transcripthub.ledger.Fault;
import io.transcripthub.network.ConnectionFault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Exchange;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.camel.main.Main;

/** What the routes to vendors answer to plain Java that asks: tokens and languages. */
final class VendorRoutes {
    /** RFC 6749 lets a server leave out the lifetime; such a token is renewed often. */
    private static final Duration UNKNOWN_LIFETIME = Duration.ofMinutes(5);

    private static final String TOKEN = "vendor-call-token";
    private static final String LANGUAGES = "cxone-languages";

    /** Names of the {@code direct:} endpoints that are asked. */
    static final Set<String> ASKED = Set.of(TOKEN, LANGUAGES);

    private final RouteQuestions routes;
    private final Budgets budgets;
    private final InstantSource clock;

    /** @param main need not be started before somebody asks */
    VendorRoutes(Main main, Budgets budgets, InstantSource clock) {
        this.routes = new RouteQuestions(main);
        this.budgets = budgets;
        this.clock = clock;
    }

    CompletionStage<Issued> token(TokenRequest request) {
        budgets.charge(request.account());
        return routes.ask(TOKEN, exchange -> exchange.getMessage().setBody(request))
                .thenApply(exchange -> issued(request, exchange));
    }

    CompletionStage<Set<String>> languages(String account) {
        return routes.ask(LANGUAGES, exchange -> exchange.setVariable("account", account))
                .thenApply(exchange -> {
                    if (exchange.getException() != null) {
                        Exception failure = exchange.getException();
                        throw new NoLanguages(account, notBefore(failure), why(failure));
                    }
                    @SuppressWarnings("unchecked")
                    Set<String> languages = exchange.getMessage().getBody(Set.class);
                    return languages;
                });
    }

    private Issued issued(TokenRequest request, Exchange exchange) {
        Exception failure = exchange.getException();
        if (failure != null) {
            throw new NoToken(
                    "no token from " + request.tokenUrl() + ": " + words(request, failure), notBefore(failure));
        }
        Map<?, ?> answer = exchange.getMessage().getBody(Map.class);
        if (!(answer.get("access_token") instanceof String token) || token.isBlank()) {
            throw new NoToken("no token from " + request.tokenUrl() + ": expected access_token in its answer", null);
        }
        return new Issued(token, lifetime(answer.get("expires_in")));
    }

    private Instant notBefore(Throwable failure) {
        if (failure instanceof NoToken none) {
            return none.notBefore();
        }
        return failure instanceof HttpOperationFailedException refused
                ? RetryAfter.from(refused.getResponseHeaders(), clock)
                : null;
    }

    private static String why(Exception failure) {
        return failure instanceof NoToken none
                ? none.getMessage()
                : ConnectionFault.words(failure).orElse("");
    }

    private String words(TokenRequest request, Exception failure) {
        if (failure instanceof HttpOperationFailedException refused) {
            String hint = refused.getStatusCode() == 401 || refused.getStatusCode() == 400
                    ? "; check " + request.account() + ".client-id and " + request.account() + ".client-secret"
                    : "";
            return VendorWords.of(refused) + hint;
        }
        return ConnectionFault.words(failure)
                .or(() -> Faults.ofRequest(failure, clock).map(Fault::reason))
                .orElse("the hub failed (" + failure.getClass().getSimpleName() + ")");
    }

    private static Duration lifetime(Object seconds) {
        try {
            return seconds == null
                    ? UNKNOWN_LIFETIME
                    : Duration.ofSeconds((long) Double.parseDouble(seconds.toString()));
        } catch (NumberFormatException unreadable) {
            return UNKNOWN_LIFETIME;
        }
    }
}
