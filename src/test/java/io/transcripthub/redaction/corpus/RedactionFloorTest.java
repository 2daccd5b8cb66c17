package io.transcripthub.redaction.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.transcripthub.redaction.RedactionMode;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What redaction keeps to on both parts of the corpus, whatever is changed in it; {@code bench/redaction.sh --faults} says why not. */
class RedactionFloorTest {
    private static final double RECALL = 0.97;
    private static final double PRECISION = 0.96;
    private static final double NEGATIVES_TOUCHED = 0.04;
    private static final double OTHERS_TOUCHED = 0.02;
    private static final double LEFT_STANDING = 0.005;

    @TestFactory
    Stream<DynamicTest> on_the_calls_that_recognizers_are_tuned_on() {
        return floors(Corpus.DEV);
    }

    @TestFactory
    Stream<DynamicTest> on_calls_that_were_written_apart() {
        return floors(Corpus.HELDOUT);
    }

    private static Stream<DynamicTest> floors(Path part) {
        Score score = Scorer.score(Corpus.read(part), Detector.hub(RedactionMode.STANDARD));
        return Stream.of(
                atLeast("values are found in full", score.recall(), RECALL),
                atLeast("entities are values", score.precision(), PRECISION),
                atMost("hard negatives stay", score.negativesTouched(), NEGATIVES_TOUCHED),
                atMost("other text stays", score.othersTouchedShare(), OTHERS_TOUCHED),
                atMost("cards, security codes and social security numbers go", score.leftStanding(), LEFT_STANDING));
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
