package io.transcripthub.redaction.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TokenizerTest {
    private static final Vocabulary VOCABULARY = Vocabulary.with(Map.of());

    /** The other letters are not ASCII, and are compared as these. */
    @Property(tries = 2000)
    void words_of_ascii_are_those_of_characters_that_are_compared_alike(@ForAll("texts") String text) {
        String others = text.replace('k', 'K').replace('I', 'İ');

        assertThat(read(others)).isEqualTo(read(text));
    }

    @Property(tries = 2000)
    void upper_case_changes_no_word(@ForAll("texts") String text) {
        assertThat(read(text.toUpperCase(Locale.ROOT))).isEqualTo(read(text));
    }

    @Property(tries = 1000)
    void words_are_the_same_wherever_a_text_begins(@ForAll("texts") String text) {
        Tokens alone = tokens(List.of(text));
        Tokens behind = tokens(List.of("é " + text, text));

        assertThat(words(behind, 1)).isEqualTo(words(alone, 0));
        assertThat(words(behind, 0).subList(1, alone.size() + 1)).isEqualTo(words(alone, 0));
    }

    @Test
    void an_apostrophe_belongs_to_a_word_before_a_letter_only() {
        assertThat(read("'don't' dogs' o''clock"))
                .extracting(token -> token.replaceAll(".*@", ""))
                .containsExactly("0-1", "1-6", "6-7", "8-12", "12-13", "14-15", "15-17", "17-22");
    }

    @Test
    void words_of_any_length_end_where_their_letters_do() {
        for (int length = 1; length < 40; length++) {
            String word = "x".repeat(length);
            for (String behind : List.of("", " ", ".", "7", "'", "'s", "é", "\uD83D", "\0")) {
                Tokens tokens = tokens(List.of("y".repeat(30), word + behind));
                int end = behind.equals("'s") || behind.equals("é") ? length + behind.length() : length;

                assertThat(tokens.end(1)).as(word + behind).isEqualTo(end);
            }
        }
    }

    @Test
    void what_is_no_pair_of_surrogates_is_a_mark_of_its_own() {
        Tokens tokens = tokens(List.of("card\uD800pin ?\uDC00"));

        assertThat(words(tokens, 0)).containsExactly("card", "\uD800", "pin", "?", "\uDC00");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "k",
                        "kk",
                        "I",
                        "i",
                        "o",
                        "m",
                        "x",
                        "'",
                        "''",
                        "'s",
                        "ok",
                        "like",
                        "think",
                        "\u00e9",
                        " ",
                        " ",
                        " ",
                        "-",
                        ".",
                        "?",
                        "7",
                        "42",
                        "card",
                        "booking",
                        "It",
                        "i'm",
                        "weeks",
                        "link",
                        "workplace",
                        "\uD800")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    private static Tokens tokens(List<String> utterances) {
        return Tokenizer.read(utterances, VOCABULARY);
    }

    /** Each word with its place. */
    private static List<String> read(String text) {
        Tokens tokens = tokens(List.of(text));
        List<String> read = new ArrayList<>();
        for (int token = 0; token < tokens.size(); token++) {
            Word word = tokens.word(token);
            read.add(word.text() + word.roles() + "@" + tokens.start(token) + "-" + tokens.end(token));
        }
        return read;
    }

    private static List<String> words(Tokens tokens, int utterance) {
        List<String> words = new ArrayList<>();
        for (int token = tokens.first(utterance); token < tokens.last(utterance); token++) {
            words.add(tokens.word(token).text());
        }
        return words;
    }
}
