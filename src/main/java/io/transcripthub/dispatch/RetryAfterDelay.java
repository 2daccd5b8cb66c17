package io.transcripthub.dispatch;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.http.base.HttpOperationFailedException;

/** Has Camel wait before a redelivery as long as the vendor asks. */
public final class RetryAfterDelay implements Processor {
    @Override
    public void process(Exchange exchange) {
        HttpOperationFailedException refused =
                exchange.getProperty(Exchange.EXCEPTION_CAUGHT, HttpOperationFailedException.class);
        if (refused != null && refused.getStatusCode() == 429) {
            int attempts = exchange.getMessage().getHeader(Exchange.REDELIVERY_COUNTER, 0, Integer.class);
            exchange.getMessage().setHeader(Exchange.REDELIVERY_DELAY, RetryAfter.millis(refused, attempts + 1));
        }
    }
}
