package io.transcripthub.redaction.model;

import java.util.HashMap;
import java.util.Map;

/** Whether a candidate has to go: by what stands around it alone, and together with what the others are. Immutable. */
final class OddsModel {
    private static final int WEIGHT_BITS = FeatureTable.BITS / 2;
    private static final int SHIFT = Long.SIZE - WEIGHT_BITS;

    /** Both weights of a feature. */
    private final FeatureTable table;

    OddsModel(Weights weights) {
        Map<Long, Long> packed = new HashMap<>();
        weights.ofFeatures().forEach((key, both) -> packed.put(key, bits(both[0]) << WEIGHT_BITS | bits(both[1])));
        table = new FeatureTable(packed);
    }

    private static long bits(int weight) {
        long bits = (long) weight << SHIFT >>> SHIFT;
        if (signed(bits) != weight) {
            throw new IllegalArgumentException("a weight of " + weight + " hundredths");
        }
        return bits;
    }

    private static int signed(long bits) {
        return (int) (bits << SHIFT >> SHIFT);
    }

    /** The sums of what was said, which is forgotten. */
    Odds take(FeatureKeys said) {
        int alone = 0;
        int together = 0;
        for (int i = 0; i < said.size(); i++) {
            long both = table.get(said.get(i));
            alone += signed(both >>> WEIGHT_BITS);
            together += signed(both);
        }
        said.clear();
        return new Odds(alone, together);
    }
}
