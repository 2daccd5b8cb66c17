package io.transcripthub.stages;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.WebClient;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.vertx.http.DefaultVertxHttpBinding;
import org.apache.camel.component.vertx.http.VertxHttpEndpoint;
import org.apache.camel.util.UnsafeUriCharactersEncoder;

/**
 * Sends what the headers CamelHttpMethod and CamelHttpUri say, over the connections of the account that the variable {@code
 * account} names.
 */
public final class VendorRequests extends DefaultVertxHttpBinding {
    private final Function<String, WebClient> clients;

    /** @param clients by account */
    public VendorRequests(Function<String, WebClient> clients) {
        this.clients = clients;
    }

    @Override
    public HttpRequest<Buffer> prepareHttpRequest(VertxHttpEndpoint endpoint, Exchange exchange) {
        Message message = exchange.getMessage();
        HttpMethod method = HttpMethod.valueOf(message.getHeader(Exchange.HTTP_METHOD, String.class));
        String address = UnsafeUriCharactersEncoder.encodeHttpURI(message.getHeader(Exchange.HTTP_URI, String.class));
        HttpRequest<Buffer> request = clients.apply(exchange.getVariable("account", String.class))
                .requestAbs(method, address)
                .timeout(endpoint.getConfiguration().getTimeout());
        populateRequestHeaders(
                endpoint, exchange, request, endpoint.getConfiguration().getHeaderFilterStrategy());
        return request;
    }
}
