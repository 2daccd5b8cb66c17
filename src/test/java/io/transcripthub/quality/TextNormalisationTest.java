package io.transcripthub.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextNormalisationTest {
    @Test
    void case_and_punctuation_do_not_count() {
        assertThat(words("Hello, WORLD! (Yes?) \"Quite.\"")).containsExactly("hello", "world", "yes", "quite");
    }

    @Test
    void compatibility_forms_of_a_letter_are_one() {
        assertThat(words("ｆｕｌｌ ﬁne cafe\u0301")).containsExactly("full", "fine", "caf\u00e9");
    }

    @Test
    void apostrophes_inside_words_are_kept_and_unified() {
        assertThat(words("We’ll say 'don`t' o´clock dogs' ‘quoted’"))
                .containsExactly("we'll", "say", "don't", "o'clock", "dogs", "quoted");
    }

    @Test
    void hyphens_dashes_and_slashes_separate_words() {
        assertThat(words("follow-up and/or no—wait twenty‑one"))
                .containsExactly("follow", "up", "and", "or", "no", "wait", "twenty", "one");
    }

    @Test
    void punctuation_inside_numbers_and_initials_is_dropped() {
        assertThat(words("1,000 $5.50 50% U.S. AT&T")).containsExactly("1000", "550", "50", "us", "att");
    }

    @Test
    void a_placeholder_is_one_word_whatever_touches_it() {
        assertThat(words("card[REDACTED_CREDIT_CARD], or [REDACTED_SSN][REDACTED_PIN]."))
                .containsExactly("card", "[redacted_credit_card]", "or", "[redacted_ssn]", "[redacted_pin]");
    }

    @Test
    void a_placeholder_is_not_the_same_as_its_letters() {
        assertThat(words("redacted_ssn [REDACTED_] [noise]")).containsExactly("redactedssn", "redacted", "noise");
    }

    @Test
    void the_default_locale_does_not_matter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(words("BILLING")).containsExactly("billing");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void text_without_words_has_none() {
        assertThat(words(" \u00a0\t\r\n … -- '' \uFEFF\u200B")).isEmpty();
        assertThat(words("")).isEmpty();
    }

    @Test
    void letters_outside_the_basic_plane_stay_whole() {
        assertThat(words("\uD800\uDF30\uD800\uDF31 😀 नमस्ते")).containsExactly("\uD800\uDF30\uD800\uDF31", "नमस्ते");
    }

    private static List<String> words(String text) {
        return TextNormalisation.words(text);
    }
}
