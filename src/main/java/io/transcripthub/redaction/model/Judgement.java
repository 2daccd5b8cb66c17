package io.transcripthub.redaction.model;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.DigitRun;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the model thinks of the candidates of a call. Odds are natural logarithms: 0 is even, above it has to go. */
public final class Judgement {
    /** Odds that nothing else turns: of numbers and cues no word does, of all of them no neighbour. */
    private static final float CLEAR = 4;

    private final Call call;
    private final List<Candidate> candidates;
    private final Surroundings surroundings;
    /** Of what stands around each of them. */
    private final Odds[] scores;
    /** By utterance: of the words of a question. Null where nobody asked yet, as in the other one. */
    private final Odds[] questions;

    private final EntityType[] types;

    /** @param ruled types of the candidates by what rules say, null for those that stay */
    public Judgement(Call call, List<Candidate> candidates, EntityType[] ruled) {
        this.call = call;
        this.candidates = candidates;
        this.surroundings = new Surroundings(call);
        this.scores = new Odds[candidates.size()];
        this.questions = new Odds[call.size()];
        this.types = new EntityType[scores.length];
        Odds common = new Odds(Models.VALUE);
        surroundings.describeCall(common);
        for (int i = 0; i < scores.length; i++) {
            scores[i] = common.copy();
            describe(candidates.get(i), ruled[i], scores[i]);
        }
    }

    private void describe(Candidate candidate, EntityType ruled, Odds score) {
        int question = surroundings.question(candidate);
        surroundings.describe(candidate, question, score);
        if (isClear(score.alone(), ruled)) {
            return;
        }
        surroundings.describeWords(candidate, question, score);
        if (question >= 0 && questions[question] == null) {
            questions[question] = new Odds(Models.VALUE);
            surroundings.describeQuestion(question, questions[question]);
        }
        if (question >= 0) {
            score.add(questions[question]);
        }
    }

    /** @param type null for what stays so far */
    private static boolean isClear(float odds, EntityType type) {
        return type == null ? odds < -CLEAR : odds > CLEAR;
    }

    /** By what stands around each candidate; of a number in several utterances the highest counts for all. */
    public float[] odds() {
        float[] odds = new float[scores.length];
        for (int i = 0; i < odds.length; i++) {
            odds[i] = scores[i].alone();
        }
        return highest(odds);
    }

    /**
     * The same, knowing what the others are.
     *
     * @param types of the candidates, null for those that stay
     */
    public float[] odds(EntityType[] types) {
        Neighbours neighbours = new Neighbours(call, candidates, types);
        float[] odds = new float[scores.length];
        for (int i = 0; i < odds.length; i++) {
            odds[i] = scores[i].alone();
            if (!isClear(odds[i], types[i])) {
                Odds score = scores[i].copy();
                neighbours.describe(i, score);
                odds[i] = score.together();
            }
        }
        return highest(odds);
    }

    private float[] highest(float[] odds) {
        Map<DigitRun, Float> ofRuns = new HashMap<>();
        for (int i = 0; i < odds.length; i++) {
            if (isSpread(candidates.get(i).run())) {
                ofRuns.merge(candidates.get(i).run(), odds[i], Math::max);
            }
        }
        for (int i = 0; i < odds.length && !ofRuns.isEmpty(); i++) {
            odds[i] = ofRuns.getOrDefault(candidates.get(i).run(), odds[i]);
        }
        return odds;
    }

    private static boolean isSpread(DigitRun run) {
        return run != null && run.utterance() != run.last().utterance();
    }

    public Candidate candidate(int index) {
        return candidates.get(index);
    }

    /** What a candidate most likely is, if it has to go. */
    public EntityType type(int index) {
        if (types[index] == null) {
            types[index] = mostLikely(candidates.get(index));
        }
        return types[index];
    }

    private EntityType mostLikely(Candidate candidate) {
        TypeScore score = new TypeScore(Models.TYPE);
        int question = surroundings.question(candidate);
        surroundings.describeCall(score);
        surroundings.describe(candidate, question, score);
        surroundings.describeWords(candidate, question, score);
        if (question >= 0) {
            surroundings.describeQuestion(question, score);
        }
        return score.highest();
    }

    /** Read once, when the first call needs them. */
    private static final class Models {
        static final OddsModel VALUE = new OddsModel(LinearModel.read("value.weights"));
        static final LinearModel TYPE = LinearModel.read("type.weights");
    }
}
