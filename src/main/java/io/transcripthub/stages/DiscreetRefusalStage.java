package io.transcripthub.stages;

import io.transcripthub.chats.Unquoted;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.http.base.HttpOperationFailedException;

/** Fails again as the request for a chat has failed, but without what the answer quotes of the chat. */
public final class DiscreetRefusalStage implements Processor {
    @Override
    public void process(Exchange exchange) throws HttpOperationFailedException {
        HttpOperationFailedException refused =
                exchange.getProperty(Exchange.EXCEPTION_CAUGHT, HttpOperationFailedException.class);
        byte[] payload = (byte[]) exchange.removeProperty(ChatTextStage.PAYLOAD);
        exchange.getMessage().setBody(null);
        throw new HttpOperationFailedException(
                refused.getUri(),
                refused.getStatusCode(),
                refused.getStatusText(),
                refused.getRedirectLocation(),
                refused.getResponseHeaders(),
                Unquoted.answer(refused.getResponseBody(), payload));
    }
}
