package io.transcripthub.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class VocabularyTest {
    @Test
    void words_are_two_or_more_word_characters_in_lower_case_without_stop_words_and_numbers() {
        Corpus corpus = new Corpus();
        corpus.add("I don't LIKE the Router_2, a 4g b2b; naïve Straße 2023 __ x1\u00B2 e\u0301te");
        assertThat(IntStream.range(0, corpus.wordCount()).mapToObj(corpus::word))
                .containsExactly("router_2", "4g", "b2b", "naïve", "straße", "x1\u00B2", "te");
    }

    @Test
    void words_of_one_text_and_of_nearly_all_texts_are_left_out() {
        Corpus corpus = new Corpus();
        IntStream.range(0, 20)
                .forEach(i -> corpus.add("common " + (i < 19 ? "usual " : "") + (i < 2 ? "two " : "") + "w" + i));
        assertThat(words(Vocabulary.of(corpus))).containsExactly("two", "usual");
    }

    @Test
    void the_500_words_that_are_said_most_are_kept_and_of_equals_the_first_in_the_alphabet() {
        Corpus corpus = new Corpus();
        String rare = IntStream.range(0, 600).mapToObj("w%03d"::formatted).reduce("", (a, b) -> a + " " + b);
        corpus.add(rare + " zebra zebra");
        corpus.add(rare + " zebra");
        corpus.add("other");
        List<String> words = words(Vocabulary.of(corpus));
        assertThat(words)
                .hasSize(500)
                .startsWith("w000")
                .contains("w498", "zebra")
                .doesNotContain("w499");
    }

    /** The figures are scikit-learn 1.6.1's for the same texts. */
    @Test
    void weights_are_those_of_scikit_learn() {
        Corpus corpus = new Corpus();
        corpus.add("router router cable");
        corpus.add("router parcel");
        corpus.add("parcel cable van");
        corpus.add("signal");
        Vocabulary vocabulary = Vocabulary.of(corpus);
        assertThat(words(vocabulary)).containsExactly("cable", "parcel", "router");
        assertThat(vocabulary.idf(0)).isCloseTo(1.5108256237659907, within(1e-15));
        SparseVector first = SparseVector.of(corpus.document(0), vocabulary);
        assertThat(first.size()).isEqualTo(2);
        double[] weights = new double[3];
        first.addTo(weights);
        assertThat(weights).containsExactly(0.4472136f, 0, 0.8944272f);
    }

    @Property
    void counts_survive_packing(@ForAll @Size(max = 60) List<@IntRange(min = 0) Integer> ids) {
        Map<Integer, Integer> expected = new HashMap<>();
        ids.forEach(id -> expected.merge(id, 1, Integer::sum));
        Map<Integer, Integer> found = new HashMap<>();
        WordCounts.of(ids.stream().mapToInt(Integer::intValue).toArray()).forEach(found::put);
        assertThat(found).isEqualTo(expected);
    }

    private static List<String> words(Vocabulary vocabulary) {
        return IntStream.range(0, vocabulary.size()).mapToObj(vocabulary::word).toList();
    }
}
