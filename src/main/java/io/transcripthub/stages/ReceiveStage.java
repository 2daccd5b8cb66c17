package io.transcripthub.stages;

import io.transcripthub.api.Door;
import io.transcripthub.api.WebhooksApi;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.AsyncProcessorSupport;

/** Hands a vendor's request to where events are received, raw; holds no thread until the event is on disk. */
public final class ReceiveStage extends AsyncProcessorSupport {
    private static final String PEER = "CamelVertxPlatformHttpRemoteAddress";

    private final WebhooksApi webhooks;

    public ReceiveStage(WebhooksApi webhooks) {
        this.webhooks = webhooks;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        Message request = exchange.getMessage();
        Map<String, String> headers = headers(request);
        byte[] body = request.getBody(byte[].class);
        CompletableFuture<?> answered = webhooks.receive(
                        request.getHeader("account", String.class),
                        headers,
                        body == null ? new byte[0] : body,
                        isFromHere(headers) && isLoopback(request.getHeader(PEER)))
                .thenAccept(request::setBody);
        return Futures.resume(answered, exchange, callback);
    }

    /** A header that is there twice is no text. It counts as there, and as never right: a proxy may have added the second. */
    private static Map<String, String> headers(Message request) {
        Map<String, String> headers = new HashMap<>();
        request.getHeaders()
                .forEach((name, value) ->
                        headers.put(name.toLowerCase(Locale.ROOT), value instanceof String text ? text : ""));
        return headers;
    }

    /** A proxy on this machine, or a page in a browser on it, passes on what comes from elsewhere. */
    private static boolean isFromHere(Map<String, String> headers) {
        return Door.isLocal(headers.get("host"))
                && !headers.containsKey("forwarded")
                && !headers.containsKey("x-forwarded-for");
    }

    private static boolean isLoopback(Object peer) {
        try {
            return peer instanceof SocketAddress address
                    && address.hostAddress() != null
                    && InetAddress.getByName(address.hostAddress()).isLoopbackAddress();
        } catch (UnknownHostException nowhere) {
            return false;
        }
    }
}
