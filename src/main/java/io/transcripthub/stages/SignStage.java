package io.transcripthub.stages;

import io.transcripthub.webhook.StandardWebhook;
import java.time.InstantSource;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/**
 * Signs the body by Standard Webhooks: sets {@code webhook-id}, unless it is there already, {@code webhook-timestamp}
 * and {@code webhook-signature}. Without a secret the signature is left out.
 */
public final class SignStage implements Processor {
    private StandardWebhook webhook;
    private InstantSource clock = InstantSource.system();

    /** @param secret {@code whsec_...}, several separated by commas while it is rotated; empty for none */
    public void setSecret(String secret) {
        this.webhook = secret == null || secret.isBlank() ? null : new StandardWebhook(secret);
    }

    public void setClock(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) {
        Message message = exchange.getMessage();
        byte[] body = message.getBody(byte[].class);
        String id = message.getHeader("webhook-id", String.class);
        if (id == null) {
            id = "msg_" + UUID.randomUUID();
        }
        message.setBody(body);
        message.setHeader("webhook-id", id);
        if (webhook == null) {
            message.setHeader("webhook-timestamp", clock.instant().getEpochSecond());
        } else {
            webhook.headers(id, clock.instant(), body).forEach(message::setHeader);
        }
    }
}
