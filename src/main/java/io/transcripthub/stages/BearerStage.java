package io.transcripthub.stages;

import io.transcripthub.accounts.AccessTokens;
import io.transcripthub.accounts.Accounts;
import io.transcripthub.accounts.TokenRequest;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.camel.support.AsyncProcessorSupport;

/**
 * Sets the header Authorization for the variables {@code account} and {@code api}, without holding a thread while a
 * token is fetched.
 */
public final class BearerStage extends AsyncProcessorSupport {
    private static final String USED = "transcripthub.token";

    private final Accounts accounts;
    private final AccessTokens tokens;
    private final boolean afterRefusal;

    /** @param afterRefusal whether the token that the message has now was refused */
    public BearerStage(Accounts accounts, AccessTokens tokens, boolean afterRefusal) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.afterRefusal = afterRefusal;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        TokenRequest request = request(exchange);
        if (afterRefusal) {
            tokens.refused(request, used(exchange));
        }
        CompletableFuture<?> ready = tokens.token(request)
                .thenAccept(token -> {
                    exchange.setProperty(USED, token);
                    exchange.getMessage().setHeader("Authorization", "Bearer " + token);
                })
                .toCompletableFuture();
        return Futures.resume(ready, exchange, callback);
    }

    /** To be called when the request with the token was not refused. */
    public void served(Exchange exchange) {
        tokens.served(request(exchange), used(exchange));
    }

    /** Whether the token of a refused request had served before: it was revoked, and the next one may serve. */
    public boolean wasRevoked(Exchange exchange) {
        return exchange.getProperty(Exchange.EXCEPTION_CAUGHT) instanceof HttpOperationFailedException refused
                && refused.getStatusCode() == 401
                && tokens.hasServed(request(exchange), used(exchange));
    }

    private TokenRequest request(Exchange exchange) {
        return accounts.tokenRequest(
                exchange.getVariable("account", String.class), exchange.getVariable("api", "", String.class));
    }

    private static String used(Exchange exchange) {
        return exchange.getProperty(USED, "", String.class);
    }
}
