package io.transcripthub.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.transcripthub.redaction.corpus.CorpusCall;
import io.transcripthub.redaction.corpus.Detector;
import io.transcripthub.redaction.corpus.Wordings;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The many ways to ask for one kind of value and to give it; {@code wordings.txt} has a small call a line. */
class WordingsTest {
    private final Detector redactor = Detector.hub(RedactionMode.STANDARD);

    @ParameterizedTest
    @MethodSource("wordings")
    void what_is_marked_goes_and_nothing_else(CorpusCall call) {
        List<Entity> entities = redactor.detect(call);

        List<String> redacted = new ArrayList<>();
        List<String> marked = new ArrayList<>();
        for (int i = 0; i < call.utterances().size(); i++) {
            redacted.add(hidden(call.utterances().get(i).text(), redactedIn(i, entities)));
            marked.add(hidden(call.utterances().get(i).text(), markedIn(i, call)));
        }
        assertThat(redacted).isEqualTo(marked);
    }

    static Stream<Named<CorpusCall>> wordings() {
        return Wordings.read().stream().map(call -> Named.of(call.place(), call));
    }

    /** Names and addresses are found by lexicon, and reported apart. */
    private static BitSet redactedIn(int utterance, List<Entity> entities) {
        BitSet redacted = new BitSet();
        entities.stream()
                .filter(entity -> entity.utterance() == utterance)
                .filter(entity -> !entity.type().equals(EntityType.PERSON)
                        && !entity.type().equals(EntityType.ADDRESS))
                .forEach(entity -> redacted.set(entity.start(), entity.end()));
        return redacted;
    }

    private static BitSet markedIn(int utterance, CorpusCall call) {
        BitSet marked = new BitSet();
        call.marks().stream()
                .filter(mark -> mark.utterance() == utterance)
                .forEach(mark -> marked.set(mark.start(), mark.end()));
        return marked;
    }

    /** Only letters and digits, those that go as a dot. */
    private static String hidden(String text, BitSet gone) {
        StringBuilder rest = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            boolean counts = Character.isLetterOrDigit(text.charAt(i));
            rest.append(counts ? gone.get(i) ? "." : text.substring(i, i + 1) : "");
        }
        return rest.toString();
    }
}
