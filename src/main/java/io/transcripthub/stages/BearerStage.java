package io.transcripthub.stages;

import io.transcripthub.accounts.AccessTokens;
import io.transcripthub.accounts.Accounts;
import io.transcripthub.accounts.TokenRequest;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;

/**
 * Sets the header Authorization for the variables {@code account} and {@code api}, without holding a thread while a
 * token is fetched.
 */
public final class BearerStage extends AsyncProcessorSupport {
    private static final String PREFIX = "Bearer ";

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
        TokenRequest request = accounts.tokenRequest(
                exchange.getVariable("account", String.class), exchange.getVariable("api", "", String.class));
        if (afterRefusal) {
            String used = exchange.getMessage().getHeader("Authorization", "", String.class);
            tokens.refused(request, used.substring(Math.min(PREFIX.length(), used.length())));
        }
        CompletableFuture<?> ready = tokens.token(request)
                .thenAccept(token -> exchange.getMessage().setHeader("Authorization", PREFIX + token))
                .toCompletableFuture();
        return Futures.resume(ready, exchange, callback);
    }
}
