package io.transcripthub.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WordErrorRateTest {
    @Test
    void equal_texts_have_no_errors() {
        assertThat(WordErrorRate.of("Thank you, for calling.", "thank you for calling"))
                .isEqualTo(new WordErrorRate(0.0, 0, 0, 0, 4));
    }

    @Test
    void substitutions_deletions_and_insertions_are_told_apart() {
        assertThat(WordErrorRate.of("the cat sat on the mat", "the cap sat on mat"))
                .isEqualTo(new WordErrorRate(0.3333, 1, 1, 0, 6));
        assertThat(WordErrorRate.of("a b", "a x y z b")).isEqualTo(new WordErrorRate(1.5, 0, 0, 3, 2));
    }

    @Test
    void substitutions_are_preferred_to_a_deletion_and_an_insertion() {
        assertThat(WordErrorRate.of("a b", "b c")).isEqualTo(new WordErrorRate(1.0, 2, 0, 0, 2));
    }

    @Test
    void an_empty_reference_has_no_rate() {
        assertThat(WordErrorRate.of(" ... ", "two words")).isEqualTo(new WordErrorRate(null, 0, 0, 2, 0));
        assertThat(WordErrorRate.of("", "")).isEqualTo(new WordErrorRate(null, 0, 0, 0, 0));
    }

    @Test
    void an_empty_hypothesis_lacks_every_word() {
        assertThat(WordErrorRate.of("two words", "")).isEqualTo(new WordErrorRate(1.0, 0, 2, 0, 2));
    }

    @Test
    void the_rate_is_rounded_half_up_to_four_decimals() {
        assertThat(WordErrorRate.of(words("w", 32), words("w", 31)).rate()).isEqualTo(0.0313);
        assertThat(WordErrorRate.of(words("w", 3), words("w", 1)).rate()).isEqualTo(0.6667);
    }

    @Test
    void json_has_the_rate_as_a_plain_number_or_null() {
        assertThat(new WordErrorRate(0.3333, 1, 1, 0, 6).toJson())
                .isEqualTo("{\"wordErrorRate\":0.3333,\"substitutions\":1,\"deletions\":1,\"insertions\":0,"
                        + "\"referenceWords\":6}");
        assertThat(new WordErrorRate(0.0001, 1, 0, 0, 9999).toJson()).startsWith("{\"wordErrorRate\":0.0001");
        assertThat(new WordErrorRate(null, 0, 0, 2, 0).toJson()).startsWith("{\"wordErrorRate\":null,");
    }

    @Property(tries = 1000)
    void counts_are_those_of_plain_dynamic_programming(
            @ForAll @Size(max = 12) List<@IntRange(max = 3) Integer> reference,
            @ForAll @Size(max = 12) List<@IntRange(max = 3) Integer> hypothesis) {
        assertSameAsPlain(array(reference), array(hypothesis));
    }

    @Property(tries = 60)
    void counts_are_those_of_plain_dynamic_programming_over_several_blocks(@ForAll long seed) {
        Random random = new Random(seed);
        int vocabulary = 1 + random.nextInt(40);
        int[] reference = random.ints(random.nextInt(400), 0, vocabulary).toArray();
        assertSameAsPlain(reference, garbled(reference, vocabulary, random));
        assertSameAsPlain(
                reference, random.ints(random.nextInt(400), 0, vocabulary).toArray());
    }

    @Test
    void very_long_texts_fit_in_little_memory() {
        Random random = new Random(1);
        int[] reference = random.ints(30_000, 0, 30_000).toArray();
        WordAlignment alignment = WordAlignment.of(reference, garbled(reference, 30_000, random));

        assertThat(alignment.distance()).isBetween(5_000, 10_000);
    }

    private static void assertSameAsPlain(int[] reference, int[] hypothesis) {
        WordAlignment alignment = WordAlignment.of(reference, hypothesis);
        PlainAlignment plain = new PlainAlignment(reference, hypothesis);

        assertThat(alignment.distance()).isEqualTo(plain.distance());
        assertThat(alignment).isEqualTo(plain.alignment());
        assertThat(hypothesis).hasSize(reference.length - alignment.deletions() + alignment.insertions());
        assertThat(reference.length - alignment.deletions() - alignment.substitutions())
                .isNotNegative();
    }

    private static int[] garbled(int[] words, int vocabulary, Random random) {
        return IntStream.of(words)
                .flatMap(word -> switch (random.nextInt(12)) {
                    case 0 -> IntStream.empty();
                    case 1 -> IntStream.of(word, random.nextInt(vocabulary));
                    case 2 -> IntStream.of(random.nextInt(vocabulary));
                    default -> IntStream.of(word);
                })
                .toArray();
    }

    private static int[] array(List<Integer> words) {
        return words.stream().mapToInt(Integer::intValue).toArray();
    }

    private static List<String> words(String word, int times) {
        return new ArrayList<>(Collections.nCopies(times, word));
    }
}
