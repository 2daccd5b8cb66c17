package io.transcripthub.stages;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;

/** Lets an exchange go on when a future is done, without holding a thread until then. */
final class Futures {
    private Futures() {}

    /** @return whether the exchange goes on in this thread */
    @SuppressWarnings("FutureReturnValueIgnored") // what failed is handed to the exchange
    static boolean resume(CompletableFuture<?> future, Exchange exchange, AsyncCallback callback) {
        boolean now = future.isDone();
        future.whenComplete((value, failure) -> {
            if (failure != null) {
                boolean wrapped = failure instanceof CompletionException && failure.getCause() != null;
                exchange.setException(wrapped ? failure.getCause() : failure);
            }
            callback.done(now);
        });
        return now;
    }
}
