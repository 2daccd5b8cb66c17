package io.transcripthub.redaction.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.transcripthub.redaction.corpus.Mark.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrossedCallsTest {
    private static final String CALLS =
            """
            == a | en-US | cards
            agent: card
            customer: it's [[CREDIT_CARD#1: four one one one, one one one one]]
            agent: mm-hmm
            customer: [[CREDIT_CARD#1: one one one one, one one one one]] there
            agent: [[CREDIT_CARD: 4111 1111 1111 1111]]

            == b | en-US | cards
            customer: i'd pay with [[CREDIT_CARD: five five five five, five five five five, five five five five, double four double four]]
            agent: so [[CREDIT_CARD: 5555 5555 5555 4444]] for order [[!order: 88]]
            """;

    @TempDir
    private Path folder;

    @Test
    void a_value_is_said_and_read_back_as_another_calls() throws Exception {
        Files.writeString(folder.resolve("a.calls"), CALLS);

        List<CorpusCall> crossed = CrossedCalls.of(Corpus.read(folder));

        assertThat(crossed).anySatisfy(call -> {
            assertThat(call.utterances())
                    .extracting(Utterance::text)
                    .containsExactly(
                            "i'd pay with four one one one, one one one one",
                            "mm-hmm",
                            "one one one one, one one one one",
                            "so 4111 1111 1111 1111 for order 88");
            assertThat(call.items(Verdict.VALUE))
                    .extracting(MarkedItem::text)
                    .containsExactly(
                            "four one one one, one one one one / one one one one, one one one one",
                            "4111 1111 1111 1111");
            assertThat(call.items(Verdict.NEGATIVE))
                    .extracting(MarkedItem::text)
                    .containsExactly("88");
        });
    }

    @Test
    void crossings_are_the_same_each_time() {
        List<CorpusCall> calls = Corpus.read(Corpus.DEV).subList(0, 50);

        assertThat(CrossedCalls.of(calls)).isEqualTo(CrossedCalls.of(calls));
    }
}
