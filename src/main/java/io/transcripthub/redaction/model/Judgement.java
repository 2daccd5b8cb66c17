package io.transcripthub.redaction.model;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.call.Call;

/** What the model thinks of the candidates of a call. */
public final class Judgement {
    private final Surroundings surroundings;

    public Judgement(Call call) {
        this.surroundings = new Surroundings(call);
    }

    /** Natural logarithm of the odds that it has to go. */
    public float odds(Candidate candidate) {
        return Models.VALUE.score(surroundings, candidate)[0];
    }

    /** What it most likely is, if it has to go. */
    public EntityType type(Candidate candidate) {
        float[] scores = Models.TYPE.score(surroundings, candidate);
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        return EntityType.valueOf(Models.TYPE.outputs().get(best));
    }

    /** Read once, when the first call needs them. */
    private static final class Models {
        static final LinearModel VALUE = LinearModel.read("value.weights");
        static final LinearModel TYPE = LinearModel.read("type.weights");
    }
}
