package io.transcripthub.app;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.transcripthub.analytics.NotAnswered;
import io.transcripthub.analytics.Period;
import io.transcripthub.analytics.VendorAnalytics;
import io.transcripthub.dispatch.Faults;
import io.transcripthub.ledger.Fault;
import io.transcripthub.settings.Settings;
import io.transcripthub.stages.BudgetStage;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.camel.main.Main;

/** What the routes to a vendor's analytics answer to plain Java that asks. */
final class InteractionRoutes implements VendorAnalytics {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final String PAGE = "cxone-interactions-page";
    private static final String TRANSCRIPT = "cxone-interactions-transcript";

    /** More than the routes' own timeouts together, so that a run goes on whatever becomes of an exchange. */
    private static final long LONGEST_SECONDS = 90;

    /** Names of the {@code direct:} endpoints that are asked. */
    static final Set<String> ASKED = Set.of(PAGE, TRANSCRIPT);

    private final RouteQuestions routes;
    private final Settings settings;
    private final InstantSource clock;

    /** @param main need not be started before somebody asks */
    InteractionRoutes(Main main, Settings settings, InstantSource clock) {
        this.routes = new RouteQuestions(main);
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public URI base(String account) {
        return URI.create(settings.get(account + ".analytics.base-url").replaceAll("/+$", ""));
    }

    @Override
    public CompletionStage<Object> page(String account, Period period, URI next) {
        return ask(PAGE, account, exchange -> {
            // whole seconds, as the vendor writes them
            exchange.setVariable(
                    "from", period.from().truncatedTo(ChronoUnit.SECONDS).toString());
            exchange.setVariable(
                    "to",
                    period.to()
                            .plusNanos(999_999_999)
                            .truncatedTo(ChronoUnit.SECONDS)
                            .toString());
            exchange.setVariable("next", next == null ? null : next.toString());
        });
    }

    @Override
    public CompletionStage<Object> transcript(String account, String conversationId) {
        return ask(TRANSCRIPT, account, exchange -> exchange.setVariable("conversation", segment(conversationId)));
    }

    /** One segment of a path, in which no dots lead anywhere. */
    private static String segment(String id) {
        String encoded = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
        return encoded.matches("\\.{1,2}") ? encoded.replace(".", "%2E") : encoded;
    }

    private CompletionStage<Object> ask(String route, String account, Processor question) {
        return routes.ask(route, exchange -> {
                    exchange.setVariable("account", account);
                    exchange.setVariable("base", base(account).toString());
                    // whoever asks has waited for the budget
                    exchange.setProperty(BudgetStage.PAID, true);
                    question.process(exchange);
                })
                .toCompletableFuture()
                .orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS)
                .handle((exchange, lost) -> lost == null ? answer(exchange) : unanswered());
    }

    private static Object unanswered() {
        throw new NotAnswered("no answer within " + LONGEST_SECONDS + " s", 0, null);
    }

    private Object answer(Exchange exchange) {
        Exception failure = exchange.getException();
        if (failure != null) {
            Fault fault = Faults.of(failure, exchange, clock);
            int status = failure instanceof HttpOperationFailedException refused ? refused.getStatusCode() : 0;
            throw new NotAnswered(fault.reason(), status, fault.notBefore());
        }
        try {
            return JSON.readValue(exchange.getMessage().getBody(byte[].class), Object.class);
        } catch (JacksonException | IllegalArgumentException notJson) {
            throw new NotAnswered("200: the answer is not JSON, or cut off, or has more behind it", 0, null);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
