package io.transcripthub.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RedactedSpanTest {
    private final Redactor redactor = new Redactor(RedactionMode.STANDARD);

    @Test
    void a_span_is_cut_out_of_its_utterance_by_an_even_pace_and_widened_a_little() {
        Spoken spoken = new Spoken("customer", "it is 123-45-6789 ok", 10.0, 20.0);

        assertThat(redactor.redact(List.of(spoken), "en-US").spans())
                .containsExactly(new RedactedSpan(EntityType.SSN, 12.7, 18.8));
    }

    @Test
    void a_span_does_not_leave_its_utterance() {
        Spoken spoken = new Spoken("customer", "123-45-6789", 10.0, 12.0);

        assertThat(redactor.redact(List.of(spoken), "en-US").spans())
                .containsExactly(new RedactedSpan(EntityType.SSN, 10.0, 12.0));
    }

    @Test
    void utterances_without_times_have_no_spans() {
        assertThat(redactor.redact(List.of(new Spoken("customer", "123-45-6789")), "en-US")
                        .spans())
                .isEmpty();
    }
}
