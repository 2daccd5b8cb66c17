package io.transcripthub.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.transcripthub.webhook.StandardWebhook;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Kamelet {@code standard-webhook-sink} in somebody else's Camel context. */
final class StandardWebhookSinkTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private record Received(String path, Map<String, String> headers, String body) {}

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Queue<Received> received = new ConcurrentLinkedQueue<>();
    private final Queue<String> queries = new ConcurrentLinkedQueue<>();
    private HttpServer receiver;
    private ProducerTemplate template;
    private volatile int status = 204;

    @BeforeEach
    void start() throws Exception {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", this::receive);
        receiver.start();
        String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:event").to("kamelet:standard-webhook-sink?url=" + url + "&secret=" + SECRET);
            }
        });
        camel.start();
        template = camel.createProducerTemplate();
    }

    @AfterEach
    void stop() {
        camel.stop();
        receiver.stop(0);
    }

    private void receive(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        String query = exchange.getRequestURI().getRawQuery();
        if (query != null) {
            queries.add(query);
        }
        received.add(new Received(path, headers(exchange), body));
        exchange.getResponseHeaders().add("Location", "/elsewhere");
        exchange.sendResponseHeaders(path.equals("/hook") ? status : 200, -1);
        exchange.close();
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        return exchange.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, header -> header.getValue().get(0)));
    }

    @Test
    void an_event_goes_out_signed_and_without_the_callers_headers() {
        template.sendBodyAndHeaders(
                "direct:event",
                "{\"type\":\"x\"}",
                Map.of("webhook-id", "e1", "Authorization", "secret", "x-own", "1"));
        assertThat(received).hasSize(1);
        Received event = received.element();
        assertThat(new StandardWebhook(SECRET)
                        .verify(
                                event.headers(),
                                event.body().getBytes(StandardCharsets.UTF_8),
                                Instant.now(),
                                Duration.ofMinutes(5)))
                .isTrue();
        assertThat(event.headers()).containsEntry("Webhook-id", "e1").doesNotContainKeys("Authorization", "X-own");
    }

    @Test
    void the_query_of_its_address_is_said_once() throws Exception {
        String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook?token=a%2Fb&x=1";
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:query").toF("kamelet:standard-webhook-sink?url=RAW(%s)", url);
            }
        });
        template.sendBody("direct:query", "{}");
        assertThat(queries).containsExactly("token=a%2Fb&x=1");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 400, 410, 500})
    void anything_but_success_fails_and_a_redirect_is_not_followed(int refusal) {
        status = refusal;
        assertThatExceptionOfType(CamelExecutionException.class)
                .isThrownBy(() -> template.sendBody("direct:event", "{}"))
                .havingCause()
                .isInstanceOfSatisfying(
                        HttpOperationFailedException.class,
                        failure -> assertThat(failure.getStatusCode()).isEqualTo(refusal));
        assertThat(received).extracting(Received::path).isEqualTo(List.of("/hook"));
    }
}
