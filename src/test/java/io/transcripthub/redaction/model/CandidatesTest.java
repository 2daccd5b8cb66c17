package io.transcripthub.redaction.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.transcripthub.redaction.Spoken;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.words.Vocabulary;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CandidatesTest {
    @Test
    void numbers_codes_and_dates_are_candidates_in_their_order() {
        assertThat(texts("it's a b four one two, born the third of march, and i owe ninety dollars to four oh six"))
                .containsExactly("a b four one two", "the third of march", "four oh six");
    }

    @Test
    void a_spelled_name_is_none() {
        assertThat(texts("that's s m i t h")).isEmpty();
    }

    @Test
    void a_number_in_two_utterances_is_two_of_one_run() {
        Call call = call("four one one one", "one one one one");

        List<Candidate> candidates = Candidates.of(call);

        assertThat(candidates).hasSize(2);
        assertThat(candidates.get(0).run()).isSameAs(candidates.get(1).run());
        assertThat(candidates.get(0).part().digits()).isEqualTo("4111");
    }

    private static List<String> texts(String utterance) {
        Call call = call(utterance);
        return Candidates.of(call).stream()
                .map(candidate -> utterance.substring(
                        call.tokens().start(candidate.token()), call.tokens().end(candidate.tokenEnd() - 1)))
                .toList();
    }

    private static Call call(String... utterances) {
        return new Call(
                List.of(utterances).stream()
                        .map(text -> new Spoken("customer", text))
                        .toList(),
                "en-US",
                Vocabulary.with(Map.of()));
    }
}
