package io.transcripthub.redaction.model;

import io.transcripthub.redaction.EntityType;

/** The sums of the weights of what is said of a candidate, one for each type. */
final class TypeScore implements Features {
    private final LinearModel model;
    private final int[] sums;

    TypeScore(LinearModel model) {
        this.model = model;
        this.sums = new int[model.outputs().size()];
    }

    @Override
    public void add(Feature kind, String one, String other) {
        int[] weights = model.weights().get(kind.key(one, other));
        for (int i = 0; weights != null && i < sums.length; i++) {
            sums[i] += weights[i];
        }
    }

    /** That with the highest sum. */
    EntityType highest() {
        int best = 0;
        for (int i = 1; i < sums.length; i++) {
            best = sums[i] > sums[best] ? i : best;
        }
        return EntityType.valueOf(model.outputs().get(best));
    }
}
