package io.transcripthub.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.transcripthub.redaction.RedactionMode;
import io.transcripthub.redaction.RedactionRules;
import io.transcripthub.transcripts.RedactedSpan;
import io.transcripthub.transcripts.Transcript;
import io.transcripthub.transcripts.Utterance;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Kamelet {@code pii-redact-action} in somebody else's Camel context. */
class RedactStageTest {
    private static final String QUESTION = "can i get your social";
    private static final String ANSWER = "sure, five one two, four four, eight oh nine one";

    private final DefaultCamelContext camel = new DefaultCamelContext();

    @BeforeEach
    void start() {
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void what_an_agent_asked_for_is_found_in_the_next_utterance_of_a_map() {
        Map<?, ?> redacted = (Map<?, ?>) redact(Map.of(
                        "id",
                        "c1",
                        "utterances",
                        List.of(
                                Map.of("speaker", "agent", "text", QUESTION),
                                Map.of("speaker", "customer", "text", ANSWER, "start", 4.5))))
                .getMessage()
                .getBody();
        assertThat(redacted.get("redactions")).isEqualTo(Map.of("SSN", 1));
        assertThat(redacted.get("utterances"))
                .isEqualTo(List.of(
                        Map.of("speaker", "agent", "text", QUESTION),
                        Map.of("speaker", "customer", "text", "sure, [REDACTED_SSN]", "start", 4.5)));
        assertThat(redacted.get("id")).isEqualTo("c1");
    }

    @Test
    void a_transcript_says_at_which_seconds_something_was_redacted() {
        Transcript transcript = new Transcript(
                "en-US",
                List.of(utterance("agent", QUESTION, 0.0, 2.0), utterance("customer", ANSWER, 2.0, 10.0)),
                null,
                null,
                List.of(),
                null);
        Transcript redacted = redact(transcript).getMessage().getBody(Transcript.class);
        assertThat(redacted.redactions()).containsOnly(entry("SSN", 1));
        assertThat(redacted.redactedSpans()).singleElement().satisfies(span -> {
            assertThat(span.type()).isEqualTo("SSN");
            assertThat(span.start()).isBetween(2.0, 3.0);
            assertThat(span.end()).isEqualTo(10.0);
        });
    }

    @Test
    void utterances_without_times_give_no_seconds() {
        Transcript transcript = new Transcript(
                "en-US",
                List.of(utterance("agent", QUESTION, null, null), utterance("customer", ANSWER, null, null)),
                null,
                null,
                List.of(),
                null);
        List<RedactedSpan> spans =
                redact(transcript).getMessage().getBody(Transcript.class).redactedSpans();
        assertThat(spans).isEmpty();
    }

    @Test
    void a_type_of_the_users_own_is_known_where_the_registry_has_rules() {
        camel.getRegistry()
                .bind(
                        "rules",
                        RedactionRules.of(
                                RedactionMode.STANDARD, Map.of("redaction.types.MEMBER_ID.pattern", "MB-\\d{6}")));
        assertThat(redact("that is MB-204418 on the card").getMessage().getBody())
                .isEqualTo("that is [REDACTED_MEMBER_ID] on the card");
    }

    @Test
    void what_cannot_be_redacted_is_gone_and_not_quoted() {
        Exchange exchange = redact(List.of("five one two, four four, eight oh nine one"));
        assertThat(exchange.getException()).isInstanceOf(RedactionFailed.class).hasMessageNotContaining("five");
        assertThat(exchange.getMessage().getBody()).isNull();
    }

    private Exchange redact(Object body) {
        return camel.createFluentProducerTemplate()
                .to("kamelet:pii-redact-action")
                .withBody(body)
                .send();
    }

    private static Utterance utterance(String speaker, String text, Double start, Double end) {
        return new Utterance(speaker, text, start, end, null, null, null);
    }
}
