package io.transcripthub.redaction.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.transcripthub.redaction.RedactionMode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What redaction keeps to on both parts of the corpus, whatever is changed in it; {@code bench/redaction.sh --faults} says
 * why not. The aim on calls that nobody tuned it on is a recall of 0.97, a precision of 0.96 and 0.005 left standing; the
 * floors follow what is reached.
 */
class RedactionFloorTest {
    private record Floors(
            double recall, double precision, double negativesTouched, double othersTouched, double leftStanding) {}

    private static final Floors TUNED = new Floors(0.98, 0.976, 0.02, 0.01, 0.005);
    private static final Floors APART = new Floors(0.97, 0.96, 0.034, 0.011, 0.005);

    @TestFactory
    Stream<DynamicTest> on_the_calls_that_recognizers_are_tuned_on() {
        return tests(Corpus.DEV, TUNED);
    }

    @TestFactory
    Stream<DynamicTest> on_calls_that_were_written_apart() {
        return tests(Corpus.HELDOUT, APART);
    }

    private static Stream<DynamicTest> tests(Path part, Floors floors) {
        List<CorpusCall> calls = Corpus.read(part);
        if (calls.isEmpty()) {
            return Stream.empty();
        }
        Score score = Scorer.score(calls, Detector.hub(RedactionMode.STANDARD));
        return Stream.of(
                atLeast("values are found in full", score.recall(), floors.recall()),
                atLeast("entities are values", score.precision(), floors.precision()),
                atMost("hard negatives stay", score.negativesTouched(), floors.negativesTouched()),
                atMost("other text stays", score.othersTouchedShare(), floors.othersTouched()),
                atMost("cards, security codes and SSNs go", score.leftStanding(), floors.leftStanding()));
    }

    private static DynamicTest atLeast(String name, Share share, double floor) {
        return DynamicTest.dynamicTest(
                name, () -> assertThat(share.ratio()).as(share.toString()).isGreaterThanOrEqualTo(floor));
    }

    private static DynamicTest atMost(String name, Share share, double ceiling) {
        return DynamicTest.dynamicTest(
                name, () -> assertThat(share.ratio()).as(share.toString()).isLessThanOrEqualTo(ceiling));
    }
}
