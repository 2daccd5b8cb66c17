package io.transcripthub.redaction.model;

import io.transcripthub.redaction.EntityType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a candidate is, if it has to go. Immutable. */
final class TypeModel {
    private final List<EntityType> types;
    /** Which of the rows has a feature's weights, the first is 1. */
    private final FeatureTable table;

    private final int[][] rows;

    TypeModel(Weights weights) {
        types = weights.outputs().stream().map(EntityType::valueOf).toList();
        rows = weights.ofFeatures().values().toArray(int[][]::new);
        Map<Long, Long> rowOf = new HashMap<>();
        for (long key : weights.ofFeatures().keySet()) {
            rowOf.put(key, rowOf.size() + 1L);
        }
        table = new FeatureTable(rowOf);
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
