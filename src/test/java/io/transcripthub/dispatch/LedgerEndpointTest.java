package io.transcripthub.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.transcripthub.ledger.Outcome;
import io.transcripthub.transcripts.UnusableAnswer;
import java.time.Instant;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerEndpointTest {
    private final DefaultCamelContext camel = new DefaultCamelContext();

    @BeforeEach
    void start() {
        camel.addComponent("ledger", new LedgerComponent(null, null, null, () -> Instant.EPOCH, account -> null, null));
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "ledger:jobs?state=QUEUED, ledger:jobs needs the option kind",
        "ledger:jobs?kind=recording, ledger:jobs needs the option state",
        "ledger:deliveries, ledger:deliveries needs the option sink",
        "ledger:delivery, ledger:delivery needs the option sink",
        "ledger:deliveries?sink=x&batch=3, batch",
        "ledger:jobs?state=LOST&kind=recording, LOST"
    })
    void a_wrong_option_is_named(String uri, String words) {
        assertThatThrownBy(() -> camel.getEndpoint(uri)).rootCause().hasMessageContaining(words);
    }

    @Test
    void a_route_cannot_begin_where_outcomes_are_noted() {
        assertThatThrownBy(() -> camel.getEndpoint("ledger:accepted").createConsumer(exchange -> {}))
                .hasMessage(
                        "a route cannot begin with ledger:accepted, expected jobs, events, deliveries, notices, audit or ended");
    }

    @Test
    void an_outcome_that_is_none_is_refused_with_those_there_are() {
        assertThatThrownBy(() -> camel.getEndpoint("ledger:acepted").createProducer())
                .hasMessageStartingWith(
                        "nothing can be sent to ledger:acepted, expected one of [accepted, adopted, completed,");
    }

    @Test
    void a_route_that_says_nothing_is_tried_again() {
        assertThat(Outcomes.of(new DefaultExchange(camel), 2, () -> Instant.EPOCH))
                .hasSize(2)
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.Later.class));
    }

    @Test
    void each_row_of_a_batch_has_its_own_outcome() throws Exception {
        List<Outcome> outcomes = List.of(new Outcome.Delivered(), new Outcome.Dead("410"));

        assertThat(Outcomes.of(sent("ledger:settled", outcomes), 2, () -> Instant.EPOCH))
                .isEqualTo(outcomes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\u0000b", "a\nb", "a\uD83D", "ends in a space "})
    void a_vendors_id_that_cannot_be_kept_is_an_unusable_answer(String vendorId) {
        assertThatThrownBy(() -> accepted(vendorId)).isInstanceOf(UnusableAnswer.class);
    }

    @Test
    void a_vendors_id_has_at_most_two_hundred_characters() throws Exception {
        assertThat(Outcomes.of(accepted("v".repeat(200)), 1, () -> Instant.EPOCH))
                .containsExactly(new Outcome.Accepted("v".repeat(200)));
        assertThatThrownBy(() -> accepted("v".repeat(201))).isInstanceOf(UnusableAnswer.class);
    }

    private Exchange accepted(String vendorId) throws Exception {
        Exchange exchange = new DefaultExchange(camel);
        exchange.setVariable("vendorId", vendorId);
        camel.getEndpoint("ledger:accepted").createProducer().process(exchange);
        return exchange;
    }

    private Exchange sent(String uri, Object body) throws Exception {
        Exchange exchange = new DefaultExchange(camel);
        exchange.getMessage().setBody(body);
        camel.getEndpoint(uri).createProducer().process(exchange);
        return exchange;
    }
}
