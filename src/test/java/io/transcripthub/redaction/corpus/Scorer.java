package io.transcripthub.redaction.corpus;

import io.transcripthub.redaction.Entity;
import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.corpus.Mark.Verdict;
import io.transcripthub.redaction.corpus.Score.Finding;
import io.transcripthub.redaction.corpus.Score.Negative;
import io.transcripthub.redaction.corpus.Score.Prediction;
import java.util.ArrayList;
import java.util.List;

/** Compares what a detector finds with what is marked. */
public final class Scorer {
    private final List<Finding> findings = new ArrayList<>();
    private final List<Prediction> predictions = new ArrayList<>();
    private final List<Negative> negatives = new ArrayList<>();
    private int others;
    private int othersTouched;

    private Scorer() {}

    public static Score score(List<CorpusCall> calls, Detector detector) {
        Scorer scorer = new Scorer();
        calls.forEach(call -> scorer.add(call, detector.detect(call)));
        return new Score(scorer.findings, scorer.predictions, scorer.negatives, scorer.others, scorer.othersTouched);
    }

    private void add(CorpusCall call, List<Entity> entities) {
        Coverage redacted = Coverage.ofEntities(call, entities);
        call.items(Verdict.VALUE).forEach(item -> findings.add(finding(item, entities, redacted)));
        call.items(Verdict.NEGATIVE).forEach(item -> negatives.add(new Negative(item, redacted.touches(item))));
        addPredictions(call, entities);
        addOthers(call, redacted);
    }

    private static Finding finding(MarkedItem item, List<Entity> entities, Coverage redacted) {
        EntityType type = EntityType.valueOf(item.label());
        Coverage value = Coverage.ofMarks(item.call(), item.spans());
        boolean typed = entities.stream().anyMatch(entity -> entity.type().equals(type) && value.touches(entity));
        return new Finding(item, type, redacted.characters(item), redacted.standing(item), typed);
    }

    private void addPredictions(CorpusCall call, List<Entity> entities) {
        Coverage values = coverage(call, Verdict.VALUE);
        Coverage open = coverage(call, Verdict.OPEN);
        entities.stream()
                .filter(entity -> values.touches(entity) || !open.touches(entity))
                .map(entity -> new Prediction(call, entity, values.touches(entity)))
                .forEach(predictions::add);
    }

    private static Coverage coverage(CorpusCall call, Verdict verdict) {
        return Coverage.ofMarks(
                call,
                call.marks().stream().filter(mark -> mark.verdict() == verdict).toList());
    }

    private void addOthers(CorpusCall call, Coverage redacted) {
        Coverage marked = Coverage.ofMarks(call, call.marks());
        for (int utterance = 0; utterance < call.utterances().size(); utterance++) {
            String text = call.utterances().get(utterance).text();
            for (int i = 0; i < text.length(); i++) {
                if (Character.isLetterOrDigit(text.charAt(i)) && !marked.covers(utterance, i)) {
                    others++;
                    othersTouched += redacted.covers(utterance, i) ? 1 : 0;
                }
            }
        }
    }
}
