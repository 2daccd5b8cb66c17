package io.transcripthub.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TopicsTest {
    private static final List<String> REFUND = List.of("refund", "invoice", "charge", "card", "payment", "bank");
    private static final List<String> ROUTER = List.of("router", "cable", "signal", "reboot", "modem", "lamp");
    private static final List<String> PARCEL = List.of("parcel", "courier", "depot", "tracking", "address", "van");
    private static final List<List<String>> THEMES = List.of(REFUND, ROUTER, PARCEL);

    @Test
    void separable_texts_fall_apart_as_they_should() {
        List<Integer> truth = new ArrayList<>();
        Topics found = Topics.of(calls(truth, 300), 3);
        assertThat(found.skipped()).isNull();
        List<Integer> themes = found.topics().stream().map(TopicsTest::theme).toList();
        assertThat(found.assignments().stream().map(themes::get)).containsExactlyElementsOf(truth);
    }

    @Test
    void topics_come_by_size_and_are_named_by_their_top_terms() {
        Topics found = Topics.of(calls(new ArrayList<>(), 300), 3);
        assertThat(found.topics()).extracting(Topic::id).containsExactly(0, 1, 2);
        assertThat(found.topics())
                .extracting(Topic::documents)
                .isSortedAccordingTo((a, b) -> b - a)
                .satisfies(sizes ->
                        assertThat(sizes.stream().mapToInt(size -> size).sum()).isEqualTo(300));
        assertThat(new Topic(0, 2, REFUND).label()).isEqualTo("refund, invoice, charge");
        assertThat(new Topic(0, 2, List.of("refund")).label()).isEqualTo("refund");
    }

    @Test
    void the_same_texts_give_the_same_topics() {
        Topics first = Topics.of(calls(new ArrayList<>(), 100), 5);
        Topics second = Topics.of(calls(new ArrayList<>(), 100), 5);
        assertThat(first).isEqualTo(second);
    }

    @Test
    void fewer_texts_than_topics_are_skipped() {
        Topics found = Topics.of(corpus("router cable", "router cable"), 3);
        assertThat(found.skipped()).isEqualTo("expected at least 3 texts, found 2");
        assertThat(found.topics()).isEmpty();
        assertThat(found.assignments()).containsExactly(Topics.NONE, Topics.NONE);
    }

    @Test
    void texts_without_a_word_in_common_are_skipped() {
        assertThat(Topics.of(corpus("router", "parcel", "and the", ""), 2).skipped())
                .isEqualTo("expected words that at least 2 texts and at most 95 % of them have, found none in 4");
        assertThat(Topics.of(new Corpus(), 1).skipped()).isEqualTo("expected at least 1 texts, found 0");
    }

    @Test
    void too_few_texts_that_have_words_in_common_are_skipped() {
        assertThat(Topics.of(corpus("router", "router", "parcel", "card"), 3).skipped())
                .isEqualTo("expected at least 3 texts that have words in common with others, found 2");
    }

    @Test
    void a_text_without_a_word_of_the_vocabulary_has_no_topic() {
        Topics found = Topics.of(corpus("router cable", "", "router cable", "parcel van", "parcel van", "42"), 2);
        assertThat(found.assignments()).containsExactly(0, Topics.NONE, 0, 1, 1, Topics.NONE);
    }

    @Test
    void equal_texts_make_fewer_topics_than_asked_for() {
        Topics found = Topics.of(corpus("router cable", "router cable", "router cable", "parcel van", "parcel van"), 4);
        assertThat(found.topics()).extracting(Topic::documents).contains(3);
        assertThat(found.topics())
                .allSatisfy(topic -> assertThat(topic.documents()).isPositive());
    }

    @Test
    void redacted_values_are_no_topic() {
        Corpus corpus = corpus(
                "[REDACTED_PERSON]'s router [REDACTED_CREDIT_CARD]", "x[REDACTED_PERSON]y router [REDACTED_", "van");
        Vocabulary vocabulary = Vocabulary.of(corpus);
        assertThat(words(vocabulary)).containsExactly("router");
    }

    private static Corpus calls(List<Integer> truth, int count) {
        Random random = new Random(7);
        Corpus corpus = new Corpus();
        for (int i = 0; i < count; i++) {
            int theme = random.nextInt(10) < 5 ? 0 : random.nextInt(10) < 6 ? 1 : 2;
            truth.add(theme);
            StringBuilder text = new StringBuilder("Hello, I am calling about my ");
            random.ints(20, 0, 6)
                    .forEach(word -> text.append(THEMES.get(theme).get(word)).append(" and the "));
            corpus.add(text + "noise" + random.nextInt(40));
        }
        return corpus;
    }

    private static int theme(Topic topic) {
        return THEMES.indexOf(THEMES.stream()
                .filter(words -> words.contains(topic.terms().get(0)))
                .findFirst()
                .orElseThrow());
    }

    private static Corpus corpus(String... texts) {
        Corpus corpus = new Corpus();
        Arrays.stream(texts).forEach(corpus::add);
        return corpus;
    }

    private static List<String> words(Vocabulary vocabulary) {
        List<String> words = new ArrayList<>();
        for (int feature = 0; feature < vocabulary.size(); feature++) {
            words.add(vocabulary.word(feature));
        }
        return words;
    }
}
