package io.transcripthub.redaction.corpus;

import io.transcripthub.redaction.Entity;
import io.transcripthub.redaction.EntityType;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How well a detector did.
 *
 * @param findings one a marked value
 * @param predictions one a detected entity; those at a place that is counted neither way are left out
 * @param negatives one a hard negative
 * @param others letters and digits of no mark
 * @param othersTouched those of them that were redacted
 */
public record Score(
        List<Finding> findings, List<Prediction> predictions, List<Negative> negatives, int others, int othersTouched) {
    /** Types that rules find by names and cues only; they are reported apart. */
    public static final Set<EntityType> UNSTRUCTURED = Set.of(EntityType.PERSON, EntityType.ADDRESS);

    private static final Set<EntityType> MUST_NOT_STAND =
            Set.of(EntityType.CREDIT_CARD, EntityType.CARD_CVV, EntityType.SSN);

    /**
     * @param characters its letters and digits
     * @param standing those of them that nothing covers
     * @param typed whether an entity of its type overlaps it
     */
    public record Finding(MarkedItem item, EntityType type, int characters, int standing, boolean typed) {
        boolean found() {
            return standing == 0;
        }

        boolean structured() {
            return !UNSTRUCTURED.contains(type);
        }
    }

    /** @param right whether it overlaps a marked value */
    public record Prediction(CorpusCall call, Entity entity, boolean right) {
        boolean structured() {
            return !UNSTRUCTURED.contains(entity.type());
        }

        String text() {
            return call.utterances().get(entity.utterance()).text().substring(entity.start(), entity.end());
        }
    }

    public record Negative(MarkedItem item, boolean touched) {}

    /** Values whose every letter and digit is covered, of all structured ones. */
    public Share recall() {
        return recall(Finding::structured);
    }

    public Share recall(Predicate<Finding> which) {
        List<Finding> those = findings.stream().filter(which).toList();
        return Share.of(those, Finding::found);
    }

    /** Entities of structured types that overlap a value of any type. */
    public Share precision() {
        return precision(Prediction::structured);
    }

    public Share precision(Predicate<Prediction> which) {
        return Share.of(predictions.stream().filter(which).toList(), Prediction::right);
    }

    public Share negativesTouched() {
        return Share.of(negatives, Negative::touched);
    }

    public Share othersTouchedShare() {
        return new Share(othersTouched, others);
    }

    /** Letters and digits of cards, security codes and social security numbers that are left. */
    public Share leftStanding() {
        List<Finding> those = findings.stream()
                .filter(finding -> MUST_NOT_STAND.contains(finding.type()))
                .toList();
        return new Share(
                those.stream().mapToInt(Finding::standing).sum(),
                those.stream().mapToInt(Finding::characters).sum());
    }
}
