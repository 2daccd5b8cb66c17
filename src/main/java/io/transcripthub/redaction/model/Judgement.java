package io.transcripthub.redaction.model;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;
import io.transcripthub.redaction.call.DigitRun;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the model thinks of the candidates of a call. Odds are natural logarithms: 0 is even, above it has to go. */
public final class Judgement {
    private static final int ALONE = 0;
    private static final int TOGETHER = 1;

    private final Call call;
    private final List<Candidate> candidates;
    private final Surroundings surroundings;
    /** The sums of what stands around each of them. */
    private final float[][] sums;
    /** Null where nobody asked yet. */
    private final EntityType[] types;

    public Judgement(Call call, List<Candidate> candidates) {
        this.call = call;
        this.candidates = candidates;
        this.surroundings = new Surroundings(call);
        this.sums = new float[candidates.size()][];
        this.types = new EntityType[sums.length];
        float[] common = new float[Models.VALUE.outputs().size()];
        surroundings.describeCall((kind, one, other) -> Models.VALUE.add(kind.key(one, other), common));
        for (int i = 0; i < sums.length; i++) {
            float[] sum = common.clone();
            sums[i] = sum;
            surroundings.describe(candidates.get(i), (kind, one, other) -> Models.VALUE.add(kind.key(one, other), sum));
        }
    }

    /** By what stands around each candidate; of a number in several utterances the highest counts for all. */
    public float[] odds() {
        float[] odds = new float[sums.length];
        for (int i = 0; i < odds.length; i++) {
            odds[i] = sums[i][ALONE];
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
        float[] odds = new float[sums.length];
        for (int i = 0; i < odds.length; i++) {
            float[] sum = sums[i].clone();
            neighbours.describe(i, (kind, one, other) -> Models.VALUE.add(kind.key(one, other), sum));
            odds[i] = sum[TOGETHER];
        }
        return highest(odds);
    }

    private float[] highest(float[] odds) {
        Map<DigitRun, Float> ofRuns = new HashMap<>();
        for (int i = 0; i < odds.length; i++) {
            ofRuns.merge(candidates.get(i).run(), odds[i], Math::max);
        }
        float[] highest = new float[odds.length];
        for (int i = 0; i < odds.length; i++) {
            DigitRun run = candidates.get(i).run();
            highest[i] = run == null ? odds[i] : ofRuns.get(run);
        }
        return highest;
    }

    /** What a candidate most likely is, if it has to go. */
    public EntityType type(int index) {
        if (types[index] == null) {
            types[index] = mostLikely(candidates.get(index));
        }
        return types[index];
    }

    private EntityType mostLikely(Candidate candidate) {
        List<String> names = Models.TYPE.outputs();
        float[] scores = new float[names.size()];
        Features sum = (kind, one, other) -> Models.TYPE.add(kind.key(one, other), scores);
        surroundings.describeCall(sum);
        surroundings.describe(candidate, sum);
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        return EntityType.valueOf(names.get(best));
    }

    /** Read once, when the first call needs them. */
    private static final class Models {
        static final LinearModel VALUE = LinearModel.read("value.weights");
        static final LinearModel TYPE = LinearModel.read("type.weights");
    }
}
