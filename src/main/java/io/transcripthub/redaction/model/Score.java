package io.transcripthub.redaction.model;

/** The sums of the weights of what is said of a candidate, one for each output of a model. */
final class Score implements Features {
    private final LinearModel model;
    private final float[] sums;

    private Score(LinearModel model, float[] sums) {
        this.model = model;
        this.sums = sums;
    }

    static Score of(LinearModel model) {
        return new Score(model, new float[model.outputs().size()]);
    }

    Score copy() {
        return new Score(model, sums.clone());
    }

    @Override
    public void add(Feature kind, String one, String other) {
        model.add(kind.key(one, other), sums);
    }

    void add(Score other) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += other.sums[i];
        }
    }

    float get(int output) {
        return sums[output];
    }

    /** The name of the output that has the highest sum. */
    String highest() {
        int best = 0;
        for (int i = 1; i < sums.length; i++) {
            best = sums[i] > sums[best] ? i : best;
        }
        return model.outputs().get(best);
    }
}
