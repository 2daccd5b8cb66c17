package io.transcripthub.redaction.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class FeatureTableTest {
    @Property(tries = 200)
    void what_is_put_is_found_and_nothing_else(@ForAll @IntRange(min = 1, max = 20_000) int size, @ForAll long seed) {
        Random random = new Random(seed);
        Map<Long, Long> known = new HashMap<>();
        while (known.size() < size) {
            known.put(random.nextLong(), 1L + random.nextInt((1 << FeatureTable.BITS) - 1));
        }
        FeatureTable table = new FeatureTable(known);

        assertThat(known).allSatisfy((key, bits) -> assertThat(table.get(key)).isEqualTo(bits));
        assertThat(random.longs(1000).filter(key -> !known.containsKey(key)).map(table::get))
                .containsOnly(0L);
    }

    @Example
    void what_does_not_fit_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FeatureTable(Map.of(42L, 1L << FeatureTable.BITS)))
                .withMessage("expected 1 to 4194303, found 4194304");
        assertThatIllegalArgumentException().isThrownBy(() -> new FeatureTable(Map.of(42L, 0L)));
    }
}
