package io.transcripthub.redaction.corpus;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.Spoken;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.corpus.Mark.Verdict;
import io.transcripthub.redaction.model.Candidate;
import io.transcripthub.redaction.model.Candidates;
import io.transcripthub.redaction.model.Features;
import io.transcripthub.redaction.model.Neighbours;
import io.transcripthub.redaction.model.Surroundings;
import io.transcripthub.redaction.words.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A number of a call that somebody has marked.
 *
 * @param around how often each feature of what stands around it was seen, by its name in the file of weights
 * @param near the same of the numbers near it, whose types are known here
 * @param label its type, {@link #HARMLESS}, or empty where it has to go and nothing says what it is
 */
record LearningExample(Map<String, Integer> around, Map<String, Integer> near, String label) {
    static final String HARMLESS = "HARMLESS";

    /** All of a call whose mark says anything of a number; what bears no mark is harmless. */
    static List<LearningExample> of(CorpusCall corpusCall) {
        List<Spoken> utterances = corpusCall.utterances().stream()
                .map(utterance -> new Spoken(utterance.speaker(), utterance.text()))
                .toList();
        Call call = new Call(utterances, corpusCall.language(), Vocabulary.with(Map.of()));
        List<Candidate> candidates = Candidates.of(call);
        String[] labels = candidates.stream()
                .map(candidate -> label(corpusCall, call, candidate))
                .toArray(String[]::new);
        Neighbours neighbours = new Neighbours(call, candidates, types(labels));
        Surroundings surroundings = new Surroundings(call);
        List<LearningExample> examples = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] != null) {
                LearningExample example = new LearningExample(new HashMap<>(), new HashMap<>(), labels[i]);
                surroundings.describeCall(counting(example.around()));
                int question = surroundings.question(candidates.get(i));
                surroundings.describe(candidates.get(i), question, counting(example.around()));
                surroundings.describeClosely(candidates.get(i), question, counting(example.around()));
                if (question >= 0) {
                    surroundings.describeQuestion(question, counting(example.around()));
                }
                neighbours.describe(i, counting(example.near()));
                examples.add(example);
            }
        }
        return examples;
    }

    private static Features counting(Map<String, Integer> counts) {
        return (kind, one, other) -> counts.merge(kind.title() + " " + one + " " + other, 1, Integer::sum);
    }

    private static EntityType[] types(String[] labels) {
        EntityType[] types = new EntityType[labels.length];
        for (int i = 0; i < labels.length; i++) {
            types[i] = labels[i] == null || labels[i].equals(HARMLESS) ? null : new EntityType(labels[i]);
        }
        return types;
    }

    /** Null for a spelled name, and for what may go or stay. */
    private static String label(CorpusCall corpusCall, Call call, Candidate candidate) {
        int start = call.tokens().start(candidate.token());
        int end = call.tokens().end(candidate.tokenEnd() - 1);
        String label = HARMLESS;
        for (Mark mark : corpusCall.marks()) {
            if (mark.utterance() == candidate.utterance() && mark.start() < end && mark.end() > start) {
                if (mark.verdict() == Verdict.VALUE) {
                    return mark.label().equals(EntityType.PERSON.toString()) ? null : mark.label();
                }
                label = mark.verdict() == Verdict.OPEN ? null : label;
            }
        }
        return label;
    }
}
