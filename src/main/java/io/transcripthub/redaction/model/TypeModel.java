package io.transcripthub.redaction.model;

import io.transcripthub.redaction.EntityType;
import java.util.List;

/** What a candidate is, if it has to go. Immutable. */
final class TypeModel {
    private final List<EntityType> types;
    /** Which of the rows has a feature's weights, the first is 1. */
    private final FeatureTable table;

    private final int[][] rows;

    TypeModel(Weights weights) {
        types = weights.outputs().stream().map(EntityType::valueOf).toList();
        table = new FeatureTable(weights.ofFeatures().size());
        rows = weights.ofFeatures().values().toArray(int[][]::new);
        int row = 0;
        for (long key : weights.ofFeatures().keySet()) {
            table.put(key, ++row);
        }
    }

    /** The type with the highest sum of weights of what was said, which is forgotten. */
    EntityType take(FeatureKeys said) {
        int[] sums = new int[types.size()];
        for (int i = 0; i < said.size(); i++) {
            int row = (int) table.get(said.get(i));
            for (int type = 0; type < sums.length && row > 0; type++) {
                sums[type] += rows[row - 1][type];
            }
        }
        said.clear();
        int best = 0;
        for (int type = 1; type < sums.length; type++) {
            best = sums[type] > sums[best] ? type : best;
        }
        return types.get(best);
    }
}
