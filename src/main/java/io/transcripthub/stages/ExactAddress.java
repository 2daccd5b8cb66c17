package io.transcripthub.stages;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.HttpRequest;
import java.net.URI;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.vertx.http.DefaultVertxHttpBinding;
import org.apache.camel.component.vertx.http.VertxHttpEndpoint;
import org.apache.camel.component.vertx.http.VertxHttpHelper;

/**
 * Sends a request to exactly the address that it has. Camel 4.17's own binding sends it in the clear where https comes with
 * a port, and decodes the path then; without a port it says the query twice.
 */
public final class ExactAddress extends DefaultVertxHttpBinding {
    @Override
    public HttpRequest<Buffer> prepareHttpRequest(VertxHttpEndpoint endpoint, Exchange exchange) throws Exception {
        URI address = address(endpoint, exchange);
        HttpRequest<Buffer> request =
                super.prepareHttpRequest(endpoint, exchange).ssl("https".equals(address.getScheme()));
        return address.getRawQuery() == null
                ? request
                : request.uri(address.getRawPath() + "?" + address.getRawQuery());
    }

    /** Looking takes the header away. */
    private static URI address(VertxHttpEndpoint endpoint, Exchange exchange) throws Exception {
        Message message = exchange.getMessage();
        Object given = message.getHeader(Exchange.REST_HTTP_URI);
        URI address = VertxHttpHelper.resolveHttpURI(exchange, endpoint);
        if (given != null) {
            message.setHeader(Exchange.REST_HTTP_URI, given);
        }
        return address;
    }
}
