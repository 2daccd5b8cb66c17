package io.transcripthub.redaction.model;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.DigitRun;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** What the model thinks of the candidates of a call. Odds are natural logarithms: 0 is even, above it has to go. */
public final class Judgement {
    /** Odds that hardly anything turns: at first sight no word does, at a closer look no neighbour. */
    private static final float CLEAR = 4;

    private final Call call;
    private final List<Candidate> candidates;
    private final BitSet open;
    private final Surroundings surroundings;
    private final FeatureKeys said = new FeatureKeys();
    /** Of what stands around each of them. */
    private final Odds[] around;
    /** By utterance: of the words of a question. Null where nobody asked yet, as in the other one. */
    private final Odds[] questions;

    /** By candidate: the one before it of the same number, itself where there is none. */
    private final int[] before;

    private final EntityType[] types;

    /**
     * @param ruled types of the candidates by what rules say, null for those that stay
     * @param open which of them are in question; of the others the odds are even
     */
    public Judgement(Call call, List<Candidate> candidates, EntityType[] ruled, BitSet open) {
        this.call = call;
        this.candidates = candidates;
        this.open = open;
        this.surroundings = new Surroundings(call);
        this.around = new Odds[candidates.size()];
        this.questions = new Odds[call.size()];
        this.before = new int[around.length];
        Arrays.setAll(before, this::before);
        this.types = new EntityType[around.length];
        surroundings.describeCall(said);
        Odds common = Models.VALUE.take(said);
        Arrays.fill(around, Odds.EVEN);
        for (int i = open.nextSetBit(0); i >= 0; i = open.nextSetBit(i + 1)) {
            around[i] = describe(candidates.get(i), ruled[i], common);
        }
    }

    private Odds describe(Candidate candidate, EntityType ruled, Odds common) {
        int question = surroundings.question(candidate);
        surroundings.describe(candidate, question, said);
        Odds odds = common.plus(Models.VALUE.take(said));
        if (isClear(odds, ruled)) {
            return odds;
        }
        surroundings.describeClosely(candidate, question, said);
        odds = odds.plus(Models.VALUE.take(said));
        return question < 0 ? odds : odds.plus(ofQuestion(question));
    }

    private Odds ofQuestion(int utterance) {
        if (questions[utterance] == null) {
            surroundings.describeQuestion(utterance, said);
            questions[utterance] = Models.VALUE.take(said);
        }
        return questions[utterance];
    }

    /** @param type null for what stays so far */
    private static boolean isClear(Odds odds, EntityType type) {
        return type == null ? odds.ofAlone() < -CLEAR : odds.ofAlone() > CLEAR;
    }

    /** By what stands around each candidate; of a number in several utterances the highest counts for all. */
    public float[] odds() {
        float[] odds = new float[around.length];
        for (int i = 0; i < odds.length; i++) {
            odds[i] = around[i].ofAlone();
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
        float[] odds = new float[around.length];
        for (int i = 0; i < odds.length; i++) {
            odds[i] = around[i].ofAlone();
            if (open.get(i) && !isClear(around[i], types[i])) {
                neighbours.describe(i, said);
                odds[i] = around[i].plus(Models.VALUE.take(said)).ofTogether();
            }
        }
        return highest(odds);
    }

    private float[] highest(float[] odds) {
        for (int i = 0; i < odds.length; i++) {
            odds[i] = Math.max(odds[i], odds[before[i]]);
        }
        for (int i = odds.length - 1; i >= 0; i--) {
            odds[before[i]] = odds[i];
        }
        return odds;
    }

    private int before(int index) {
        DigitRun run = candidates.get(index).run();
        boolean first = run == null || run.utterance() == candidates.get(index).utterance();
        int other = first ? -1 : index - 1;
        while (other >= 0
                && candidates.get(other).run() != run
                && candidates.get(other).tokenEnd() > run.first().token()) {
            other--;
        }
        return other >= 0 && candidates.get(other).run() == run ? other : index;
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
        int question = surroundings.question(candidate);
        surroundings.describeCall(said);
        surroundings.describe(candidate, question, said);
        surroundings.describeClosely(candidate, question, said);
        if (question >= 0) {
            surroundings.describeQuestion(question, said);
        }
        return Models.TYPE.take(said);
    }

    /** Read once, when the first call needs them. */
    private static final class Models {
        static final OddsModel VALUE = new OddsModel(Weights.read("value.weights"));
        static final TypeModel TYPE = new TypeModel(Weights.read("type.weights"));
    }
}
