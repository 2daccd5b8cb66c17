package io.transcripthub.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
    private final Redactor redactor = new Redactor(RedactionMode.STANDARD);
    private final Redactor strict = new Redactor(RedactionMode.STRICT);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111111",
                "4111 1111 1111 1111",
                "4111-1111-1111-1111",
                "4111.1111.1111.1111",
                "4111, 1111, 1111, 1111",
                "4111. 1111. 1111. 1111",
                "4111\u00A01111\u202F1111\u20071111",
                "4111‐1111‑1111–1111",
                "4111—1111−1111－1111",
                "4111\u200B1111\u200B1111\u200B1111",
                "4111 - 1111 -- 1111 ... 1111",
                "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1",
                "４１１１　１１１１　１１１１　１１１１",
                "٤١١١ ١١١١ ١١١١ ١١١١",
                "४१११ ११११ ११११ ११११",
                "𝟒𝟏𝟏𝟏 𝟏𝟏𝟏𝟏 1111 1111",
                "4222222222222",
                "378282246310005",
                "3782 822463 10005",
                "5555 5555 5555 4444",
                "2223 0031 2200 3222",
                "6011 1111 1111 1117",
                "3056 930902 5904",
                "3566 0020 2036 0505",
                "6250 9410 0652 8599",
                "6759 6498 2643 8453"
            })
    void a_card_number_is_found_however_it_is_written(String number) {
        assertThat(redactor.redact("my card is " + number + ", okay", "en-US"))
                .isEqualTo("my card is [REDACTED_CREDIT_CARD], okay");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111 1111 1111 1112",
                "9111 1111 1111 1111",
                "4111 1111 1111",
                "41111111111111111111",
                "0000 0000 0000 0000"
            })
    void digits_that_are_no_card_number_stay(String number) {
        String text = "it says " + number + " here";
        assertThat(redactor.redact(text, "en-US")).isEqualTo(text);
    }

    @Test
    void a_security_code_right_behind_a_card_number_does_not_hide_it() {
        assertThat(redactor.redact("4111 1111 1111 1111, 05/27, 123", "en-US")).doesNotContain("1111");
    }

    @Test
    void a_card_number_that_goes_on_in_the_next_utterances_has_an_entity_in_each() {
        Redaction redaction =
                redactor.redact(Utterances.of(List.of("it's 4111 1111,", "1111", "1111. Got it?")), "en-US");

        assertThat(redaction.texts())
                .containsExactly(
                        "it's [REDACTED_CREDIT_CARD],", "[REDACTED_CREDIT_CARD]", "[REDACTED_CREDIT_CARD]. Got it?");
        assertThat(redaction.entities())
                .containsExactly(
                        new Entity(EntityType.CREDIT_CARD, 0, 5, 14),
                        new Entity(EntityType.CREDIT_CARD, 1, 0, 4),
                        new Entity(EntityType.CREDIT_CARD, 2, 0, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"123-45-6789", "123 45 6789", "123.45.6789", "123, 45, 6789", "899–99–9999"})
    void a_social_security_number_is_found_by_its_groups(String number) {
        assertThat(redactor.redact("That's " + number + ".", "en-US")).isEqualTo("That's [REDACTED_SSN].");
    }

    @ParameterizedTest
    @ValueSource(strings = {"my social is 123456789", "SSN: 123456789", "123456789 is my social", "social 123 456 789"})
    void nine_digits_in_another_grouping_are_a_social_security_number_near_a_cue(String text) {
        assertThat(redactor.redact(text, "en-US")).contains("[REDACTED_SSN]").doesNotContainPattern("[0-9]");
    }

    @Test
    void the_cue_for_a_social_security_number_may_be_in_the_question_before() {
        assertThat(redactor.redact(Utterances.of(List.of("And your social?", "123456789")), "en-US")
                        .texts())
                .containsExactly("And your social?", "[REDACTED_SSN]");
    }

    @Test
    void a_number_that_was_recognised_is_recognised_again_without_a_cue_and_in_another_grouping() {
        assertThat(redactor.redact(
                                Utterances.of(List.of("It's 574-30-9162.", "574309162, thanks.", "574 309 163")),
                                "en-US")
                        .texts())
                .containsExactly("It's [REDACTED_SSN].", "[REDACTED_SSN], thanks.", "574 309 163");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "000-45-6789",
                "666-45-6789",
                "900-45-6789",
                "999-45-6789",
                "123-00-6789",
                "123-45-0000",
                "223-45-6789-01",
                "123-456-789",
                "123456789"
            })
    void digits_that_are_no_social_security_number_stay(String number) {
        String text = "part " + number + " fits";
        assertThat(redactor.redact(text, "en-US")).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en-US | it is 415-200-1234 | it is [REDACTED_PHONE]",
                "en-US | it is (415) 200-1234. | it is [REDACTED_PHONE].",
                "en-US | it is 1 415 200 1234 | it is [REDACTED_PHONE]",
                "en-US | it is 4152001234 | it is [REDACTED_PHONE]",
                "en-US | it is 416.967.1111 | it is [REDACTED_PHONE]",
                "en-US | it is 555-123-4567 | it is [REDACTED_PHONE]",
                "en-US | call me at 555 123 4567 | call me at [REDACTED_PHONE]",
                "en-US | call me at 555, 123, 4567 | call me at [REDACTED_PHONE]",
                "en-US | call me at 5 5 5 1 2 3 4 5 6 7 | call me at [REDACTED_PHONE]",
                "en-US | 5551234567 is my cell | [REDACTED_PHONE] is my cell",
                "en-US | call 555-1234 | call [REDACTED_PHONE]",
                "en-US | +44 20 7946 0958 | [REDACTED_PHONE]",
                "en-US | (+44) 20 7946 0958 | ([REDACTED_PHONE]",
                "en-US | +44 (0)20 7946 0958 | [REDACTED_PHONE]",
                "en-US | 011 44 20 7946 0958 | [REDACTED_PHONE]",
                "en-US | +44 7700 900123 | [REDACTED_PHONE]",
                "pt-BR | nesse (11) 5555-0123 | nesse [REDACTED_PHONE]",
                "fr-FR | donc 06 39 98 12 47 | donc [REDACTED_PHONE]",
                "en-US | +33 1 42 68 53 00 | [REDACTED_PHONE]",
                "en-US | 415-200-1234 or 415-200-1235 | [REDACTED_PHONE] or [REDACTED_PHONE]",
                "en-US | 415-200-1234, 415-200-1235 | [REDACTED_PHONE], [REDACTED_PHONE]",
                "en-US | on 2024-01-15 415-200-1234 | on 2024-01-15 [REDACTED_PHONE]",
                "en-GB | on 020 7946 0958 | on [REDACTED_PHONE]",
                "de-DE | unter 030 901820 | unter [REDACTED_PHONE]",
                "fr-FR | au 01 42 68 53 00 | au [REDACTED_PHONE]",
                "de-DE | unter 0049 30 901820 | unter [REDACTED_PHONE]",
                " | it is 415-200-1234 | it is [REDACTED_PHONE]",
                "xx-ZZ | it is 415-200-1234 | it is [REDACTED_PHONE]",
            })
    void a_phone_number_is_found(String language, String text, String redacted) {
        assertThat(redactor.redact(text, language)).isEqualTo(redacted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "555 123 4567 units",
                "order number 4152001234",
                "your tracking number is 4152001234",
                "AB4152001234",
                "your number is RMA 000 118 2245",
                "2024-01-15 10:30",
                "at 10:30:45 on 12/24/2024",
                "1 2 3 4 5 6 7 8 9 10 11 12",
                "$1,234,567",
                "room 412, gate 17"
            })
    void digits_that_are_no_phone_number_stay(String text) {
        assertThat(redactor.redact(text, "en-US")).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mail john.smith@example.com. | mail [REDACTED_EMAIL].",
                "(o'neil+shop_1@mail.example.co.uk) | ([REDACTED_EMAIL])",
                "'4111111111111111@example.com' | '[REDACTED_EMAIL]'",
                "<jörg@bücher.de> | <[REDACTED_EMAIL]>",
                "JOHN@EXAMPLE.COM, | [REDACTED_EMAIL],",
                "john＠example.com | [REDACTED_EMAIL]",
                "a@b.co;c@d.org | [REDACTED_EMAIL];[REDACTED_EMAIL]",
                "a@xn--bcher-kva.xn--p1ai | [REDACTED_EMAIL]"
            },
            quoteCharacter = '"')
    void an_email_address_is_found(String text, String redacted) {
        assertThat(redactor.redact(text, "en-US")).isEqualTo(redacted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@home", "me @ home", "john@localhost", "a@b.c", "3 @ 5.00", "john@.com", "@@@", "a@1.22"})
    void an_at_sign_alone_is_no_email_address(String text) {
        assertThat(redactor.redact(text, "en-US")).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DE89370400440532013000",
                "DE89 3704 0044 0532 0130 00",
                "de89 3704 0044 0532 0130 00",
                "DE89-3704-0044-0532-0130-00",
                "DE 89 3704 0044 0532 0130 00",
                "DE89, 3704, 0044, 0532, 0130, 00",
                "GB82 WEST 1234 5698 7654 32",
                "NO9386011117947",
                "MT84 MALT 0110 0001 2345 MTLC AST0 01S",
                "ＤＥ８９370400440532013000"
            })
    void an_iban_is_found(String iban) {
        assertThat(redactor.redact("to " + iban + ", please", "de-DE")).isEqualTo("to [REDACTED_IBAN], please");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DE88370400440532013000",
                "DE8937040044053201300",
                "XX89370400440532013000",
                "at 10 in the morning we go",
                "no 47 is the one that I took"
            })
    void letters_and_digits_that_are_no_iban_stay(String text) {
        assertThat(redactor.redact(text, "en-US")).isEqualTo(text);
    }

    @Test
    void entities_give_offsets_into_the_incoming_texts_in_their_order() {
        Redaction redaction = redactor.redact(
                Utterances.of(List.of("hi", "😀 a@b.org or 123-45-6789", "no", "4111111111111111")), "en-US");

        assertThat(redaction.entities())
                .containsExactly(
                        new Entity(EntityType.EMAIL, 1, 3, 10),
                        new Entity(EntityType.SSN, 1, 14, 25),
                        new Entity(EntityType.CREDIT_CARD, 3, 0, 16));
        assertThat(redaction.texts())
                .containsExactly("hi", "😀 [REDACTED_EMAIL] or [REDACTED_SSN]", "no", "[REDACTED_CREDIT_CARD]");
    }

    @Test
    void a_value_ends_with_its_utterance_whatever_the_next_one_begins_with() {
        List<String> call = List.of("I was born in May", "11 people", "thanks, John", "Let me see");

        assertThat(redactor.redact(Utterances.of(call), "en-US").texts())
                .containsExactly("I was born in May", "11 people", "thanks, [REDACTED_PERSON]", "Let me see");
    }

    @Test
    void dots_and_at_signs_up_to_the_end_stay() {
        String text = ".@".repeat(9) + "@a.";

        assertThat(redactor.redact(text, "en-US")).isEqualTo(text);
    }

    @Test
    void entities_are_counted_by_type() {
        Redaction redaction = redactor.redact(Utterances.of(List.of("123-45-6789, a@b.org", "c@d.org")), "en-US");

        assertThat(redaction.counts().toString()).isEqualTo("{EMAIL=2, SSN=1}");
    }

    @Test
    void claims_that_overlap_leave_nothing_standing() {
        assertThat(redactor.redact("4111 1111 1111 1111@example.com", "en-US")).isEqualTo("[REDACTED_EMAIL]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "order 123456789 | order [REDACTED_SSN]",
                "order 4152001234 | order [REDACTED_PHONE]",
                "4111 1111 1111 1112 | [REDACTED_CREDIT_CARD]",
                "12345678 | [REDACTED_BANK_ACCOUNT]",
                "41111111111111111111 | [REDACTED_BANK_ACCOUNT]",
                "4111 1111 1111 1111 or 1234567 | [REDACTED_CREDIT_CARD] or [REDACTED_PHONE]",
                "123456 | 123456",
                "on 2024-01-15 and $1,234,567 | on 2024-01-15 and $1,234,567"
            })
    void strict_mode_takes_any_seven_digits_that_are_not_plainly_harmless(String text, String redacted) {
        assertThat(strict.redact(text, "en-US")).isEqualTo(redacted);
    }

    @Test
    void a_mode_goes_by_its_name() {
        assertThat(RedactionMode.of("standard")).isEqualTo(RedactionMode.STANDARD);
        assertThat(RedactionMode.of("strict")).isEqualTo(RedactionMode.STRICT);
        assertThatThrownBy(() -> RedactionMode.of("Strict")).hasMessage("expected standard or strict, found 'Strict'");
    }
}
