package io.transcripthub.redaction.model;

import io.transcripthub.redaction.EntityType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a candidate is, if it has to go. Immutable. */
final class TypeModel {
    private final List<EntityType> types;
    /** Which of the rows has a feature's weights. */
    private final FeatureTable table;

    /** Row by row, a weight each type; the first row is that of features without weights. */
    private final short[] rows;

    TypeModel(Weights weights) {
        types = weights.outputs().stream().map(EntityType::valueOf).toList();
        rows = new short[types.size() * (weights.ofFeatures().size() + 1)];
        Map<Long, Long> rowOf = new HashMap<>();
        weights.ofFeatures().forEach((key, ofTypes) -> {
            int row = rowOf.size() + 1;
            for (int type = 0; type < ofTypes.length; type++) {
                rows[row * ofTypes.length + type] = hundredths(ofTypes[type]);
            }
            rowOf.put(key, (long) row);
        });
        table = new FeatureTable(rowOf);
    }

    private static short hundredths(int weight) {
        if ((short) weight != weight) {
            throw new IllegalArgumentException("a weight of " + weight + " hundredths");
        }
        return (short) weight;
    }

    /** The type with the highest sum of weights of what was said, which is forgotten. */
    EntityType take(FeatureKeys said) {
        int[] sums = new int[types.size()];
        for (int i = 0; i < said.size(); i++) {
            int first = (int) table.get(said.get(i)) * sums.length;
            for (int type = 0; type < sums.length; type++) {
                sums[type] += rows[first + type];
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
