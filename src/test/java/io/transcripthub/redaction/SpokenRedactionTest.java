package io.transcripthub.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenRedactionTest {
    private final Redactor redactor = new Redactor(RedactionMode.STANDARD);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "four one one one one one one one one one one one one one one one",
                "four triple one, quadruple one, double one double one, eleven eleven",
                "forty one eleven eleven eleven eleven eleven eleven eleven",
                "4111 eleven eleven one one one one 1111",
                "four one one one uh one one one one um one one one one and then one one one one",
                "four one one one dash one one one one dash one one one one dash one one one one",
                "forty-one eleven, one thousand one hundred eleven, 1111, 1111",
                "four one one two no wait four one one one 1111 1111 1111",
                "4111 1112, sorry, 1111 1111 1111",
                "four one one one let me see one one one one 1111 1111"
            })
    void a_card_number_is_heard_however_it_is_said(String number) {
        assertThat(redactor.redact("yeah " + number + " thanks", "en-US"))
                .isEqualTo("yeah [REDACTED_CREDIT_CARD] thanks");
    }

    @Test
    void a_card_number_goes_on_behind_back_channels() {
        assertThat(texts(
                        "a: the card number?",
                        "c: 4111 um",
                        "a: mm-hmm",
                        "c: double one 11",
                        "a: okay go ahead",
                        "c: 1111",
                        "a: got it",
                        "c: 1111 and that's it"))
                .containsExactly(
                        "the card number?",
                        "[REDACTED_CREDIT_CARD] um",
                        "mm-hmm",
                        "[REDACTED_CREDIT_CARD]",
                        "okay go ahead",
                        "[REDACTED_CREDIT_CARD]",
                        "got it",
                        "[REDACTED_CREDIT_CARD] and that's it");
    }

    @Test
    void what_the_agent_reads_back_goes_as_well() {
        assertThat(texts("c: it's 4111 1111 1111 1111", "a: so four triple one, ending in one one one one?"))
                .containsExactly(
                        "it's [REDACTED_CREDIT_CARD]", "so [REDACTED_CREDIT_CARD], ending in [REDACTED_CREDIT_CARD]?");
    }

    @Test
    void a_date_of_birth_may_be_read_back_in_another_form() {
        assertThat(texts("a: date of birth?", "c: twelve twenty five seventy nine", "a: so december 25th, 1979"))
                .containsExactly("date of birth?", "[REDACTED_DATE_OF_BIRTH]", "so [REDACTED_DATE_OF_BIRTH]");
    }

    @Test
    void card_expiry_and_security_code_may_come_in_one_breath() {
        assertThat(redactor.redact("my card is 4111 1111 1111 1111, 04/27, 123", "en-US"))
                .isEqualTo("my card is [REDACTED_CREDIT_CARD], [REDACTED_CARD_EXPIRY], [REDACTED_CARD_CVV]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the last four of your social? | one eight seven four | SSN",
                "and your social? | three two one, five four, nine eight seven six | SSN",
                "the security code on the back of the card? | one two three | CARD_CVV",
                "four digits on the front? | 1 2 3 4 | CARD_CVV",
                "your pin please | double four one two | PIN",
                "date of birth? | the third of march eighty two | DATE_OF_BIRTH",
                "date of birth? | oh three oh three eighty two | DATE_OF_BIRTH",
                "when were you born? | March 3rd, 1982 | DATE_OF_BIRTH",
                "what's your birthday? | 1982-03-03 | DATE_OF_BIRTH",
                "best number to reach you? | five five five one two three four | PHONE",
                "your cell? | plus four four seven seven double oh nine hundred one two three | PHONE",
                "the routing number? | zero two one oh double oh oh two one | BANK_ROUTING",
                "your checking account number? | eight eight one two three four five | BANK_ACCOUNT",
                "passport number? | bravo as in boy 1 2 3 4 5 6 7 | PASSPORT",
                "your iban? | golf bravo eight two w e s t one two three four five six nine eight seven six five four three two | IBAN",
                "your e-mail? | j dot smith at example dot com | EMAIL",
                "your email? | s m i t h underscore 42 at gmail dot com | EMAIL",
                "the ip address? | one nine two dot one six eight dot one dot twenty | IP_ADDRESS"
            })
    void the_question_says_what_the_answer_is(String question, String answer, String type) {
        assertThat(texts("a: " + question, "c: " + answer)).containsExactly(question, "[REDACTED_" + type + "]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "oh four twenty seven",
                "april twenty seven",
                "april of twenty twenty seven",
                "04/27",
                "4/2027",
                "end of may twenty nine"
            })
    void the_expiry_of_a_card_has_many_forms(String expiry) {
        assertThat(texts("c: my card is 4111111111111111", "a: and it expires?", "c: " + expiry))
                .endsWith("[REDACTED_CARD_EXPIRY]");
    }

    @Test
    void the_word_for_it_may_come_behind_the_number() {
        assertThat(redactor.redact("one eight seven four is the last four of my social", "en-US"))
                .isEqualTo("[REDACTED_SSN] is the last four of my social");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "two of twenty eight",
                "the eleventh of twenty seven",
                "oh seven thirty",
                "ten of two thousand twenty nine",
                "ate slash twenty nine",
                "the end of november '28"
            })
    void an_expiry_date_is_heard_in_many_forms(String date) {
        assertThat(texts("c: my card is 4111 1111 1111 1111", "a: valid until?", "c: " + date))
                .containsExactly("my card is [REDACTED_CREDIT_CARD]", "valid until?", "[REDACTED_CARD_EXPIRY]");
    }

    @Test
    void expiry_and_code_are_known_by_their_turn() {
        assertThat(texts(
                        "c: 4111 1111 1111 1111",
                        "a: okay",
                        "c: eleven twenty seven",
                        "a: uh huh",
                        "c: nine double four"))
                .containsExactly(
                        "[REDACTED_CREDIT_CARD]", "okay", "[REDACTED_CARD_EXPIRY]", "uh huh", "[REDACTED_CARD_CVV]");
    }

    @Test
    void what_is_asked_of_an_amount_or_a_time_behind_a_card_is_no_code() {
        assertThat(texts(
                        "c: 4111 1111 1111 1111, 11/27",
                        "a: how much would you like to pay",
                        "c: four thirty",
                        "a: and what time shall we come",
                        "c: four thirty"))
                .endsWith("four thirty", "and what time shall we come", "four thirty");
    }

    @Test
    void a_number_that_is_interrupted_by_other_words_is_found_in_pieces() {
        assertThat(texts("a: and a phone number", "c: eight six four five five five hold on my dog oh one five five"))
                .endsWith("[REDACTED_PHONE] hold on my dog [REDACTED_PHONE]");
    }

    @Test
    void words_that_sound_like_digits_are_digits_among_digits_only() {
        assertThat(texts("a: last four of your social", "c: for ate to oh", "a: that takes four to six weeks for two"))
                .endsWith("[REDACTED_SSN]", "that takes four to six weeks for two");
    }

    @Test
    void what_comes_behind_a_routing_number_is_the_account_number() {
        assertThat(texts("a: the routing number?", "c: 021000021 and three oh oh four nine one two"))
                .endsWith("[REDACTED_BANK_ROUTING] and [REDACTED_BANK_ACCOUNT]");
    }

    @Test
    void the_number_of_an_unknown_thing_stays() {
        assertThat(texts("a: the itinerary number?", "c: seven three five five, six five eight one, double two"))
                .endsWith("seven three five five, six five eight one, double two");
    }

    @Test
    void a_question_is_answered_once() {
        assertThat(texts("a: your pin?", "c: four four one one", "a: that leaves twelve fifty in the pot"))
                .containsExactly("your pin?", "[REDACTED_PIN]", "that leaves twelve fifty in the pot");
    }

    @Test
    void an_answered_question_is_closed_by_one_that_nobody_knows() {
        assertThat(texts(
                        "a: what's the order number",
                        "c: four four one nine two two",
                        "a: and what shall we do about the balance",
                        "c: 4111 1111 1111 1111"))
                .endsWith("[REDACTED_CREDIT_CARD]");
    }

    @Test
    void an_iban_is_dictated_in_pieces_of_every_kind() {
        assertThat(texts(
                        "a: the iban?",
                        "c: IE29 AIBK",
                        "a: yes",
                        "c: nine three one one, hold on, 5212",
                        "a: and",
                        "c: three four five six seven eight"))
                .containsExactly("the iban?", "[REDACTED_IBAN]", "yes", "[REDACTED_IBAN]", "and", "[REDACTED_IBAN]");
    }

    @Test
    void what_the_listener_repeats_of_a_number_goes_with_it() {
        assertThat(texts(
                        "a: your social",
                        "c: two one two",
                        "a: two one two",
                        "c: forty five",
                        "a: forty five",
                        "c: six seven eight nine"))
                .containsExactly(
                        "your social",
                        "[REDACTED_SSN]",
                        "[REDACTED_SSN]",
                        "[REDACTED_SSN]",
                        "[REDACTED_SSN]",
                        "[REDACTED_SSN]");
    }

    @Test
    void a_short_beginning_belongs_to_the_number_behind_a_side_remark() {
        assertThat(texts("a: your social", "c: 394, hold on it's worn off, sixty six three five one two"))
                .endsWith("[REDACTED_SSN], hold on it's worn off, [REDACTED_SSN]");
    }

    @Test
    void expiry_and_code_answer_one_question() {
        assertThat(texts("a: the expiration and the cvv", "c: april thirty, six oh two"))
                .endsWith("[REDACTED_CARD_EXPIRY], [REDACTED_CARD_CVV]");
    }

    @Test
    void a_line_that_the_agent_tells_the_caller_to_call_stays() {
        assertThat(texts("a: good morning", "c: and in an outage", "a: ring 612 555 0100, twenty four seven"))
                .endsWith("ring 612 555 0100, twenty four seven");
    }

    @Test
    void a_count_of_digits_is_no_digit() {
        assertThat(texts("a: your social", "c: all of it", "a: yes, all nine digits", "c: two one two 45 6789"))
                .endsWith("yes, all nine digits", "[REDACTED_SSN]");
    }

    @Test
    void a_mail_address_is_taken_with_its_correction_and_its_spelling() {
        assertThat(texts(
                        "a: your email",
                        "c: emeka at riverbend dot net, no wait, dot org",
                        "a: and yours",
                        "c: jvilla at pelican dot example, that's v i double l a"))
                .containsExactly("your email", "[REDACTED_EMAIL]", "and yours", "[REDACTED_EMAIL]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "your order number is 4111 1111 1111 1111",
                "tracking number nine four zero zero one one one eight nine nine five six one two three four",
                "the case number is one two three four five six seven eight nine",
                "that will be twelve hundred and fifty dollars",
                "it takes four to six weeks, or 10 to 12 days",
                "we are open twenty four seven",
                "just call nine one one",
                "flight two three four five at ten thirty",
                "room four oh two, version 4.1.2.3",
                "call us at one eight hundred five five five one two one two",
                "the card ending in four two four two was declined",
                "press one for sales",
                "one two three four five six seven eight nine ten",
                "it was delivered on march third two thousand twenty"
            })
    void harmless_numbers_stay(String text) {
        assertThat(redactor.redact(text, "en-US")).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "my name is john smith, i live at twelve thirty four maple street | my name is [REDACTED_PERSON], i live at [REDACTED_ADDRESS]",
                "it is mrs abernathy from flat two | it is mrs [REDACTED_PERSON] from flat two",
                "my name is priti don't worry | my name is [REDACTED_PERSON] don't worry",
                "this is deshawn nobody told me | this is [REDACTED_PERSON] nobody told me",
                "nadia przybylska has the keys | [REDACTED_PERSON] has the keys",
                "one moment sir, kindly hold | one moment sir, kindly hold",
                "it was a pleasure madam welcome back | it was a pleasure madam welcome back"
            })
    void names_and_addresses_are_found_by_cue_and_lexicon(String said, String redacted) {
        assertThat(redactor.redact(said, "en-US")).isEqualTo(redacted);
    }

    @Test
    void the_same_of_somebody_else_needs_no_word_of_its_own() {
        assertThat(texts(
                        "a: your passport number?",
                        "c: x as in xylophone seven four two one one nine eight oh",
                        "a: and your wife's",
                        "c: c like charlie four four oh two nine one eight eight"))
                .containsExactly(
                        "your passport number?", "[REDACTED_PASSPORT]", "and your wife's", "[REDACTED_PASSPORT]");
    }

    @Test
    void what_the_order_of_somebody_else_is_stays() {
        assertThat(texts("a: your pin?", "c: four four one two", "a: and your wife's order", "c: 4481"))
                .last()
                .isEqualTo("4481");
    }

    @Test
    void month_and_year_of_a_card_may_be_asked_apart() {
        assertThat(texts(
                        "a: card please",
                        "c: 4242 4242 4242 4242",
                        "a: and the expiry month",
                        "c: july",
                        "a: what year",
                        "c: twenty twenty nine"))
                .endsWith("[REDACTED_CARD_EXPIRY]", "what year", "[REDACTED_CARD_EXPIRY]");
    }

    @Test
    void when_a_passport_expires_stays() {
        assertThat(texts("a: passport number", "c: 533801472", "a: and it's valid until?", "c: March 2031"))
                .endsWith("[REDACTED_PASSPORT]", "and it's valid until?", "March 2031");
    }

    @ParameterizedTest
    @ValueSource(strings = {"what's the birthday you signed up with", "the date of your birth since we need it"})
    void an_event_yields_to_what_is_asked_for(String question) {
        assertThat(texts("a: " + question, "c: june eighth oh three")).last().isEqualTo("[REDACTED_DATE_OF_BIRTH]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "one hundred and ninety eight dot eighteen dot four dot two fifty, eleven hundred hits",
                "from 68.105.28.12, that device at 9:44"
            })
    void an_ip_address_is_found_beside_other_numbers(String text) {
        assertThat(redactor.redact(text, "en-US")).contains("[REDACTED_IP_ADDRESS]");
    }

    /** The model knows talks of two; in a text of one speaker it takes nothing back. */
    @Test
    void what_rules_find_in_a_text_without_speakers_goes() {
        String text = "And in case we need to call? 646 555 0192. Great. Your return number is RMA 000 118 2245";
        assertThat(redactor.redact(text, "en-US")).contains("[REDACTED_PHONE]").contains("118 2245");
    }

    @Test
    void a_number_beyond_255_behind_a_correction_is_no_part_of_an_ip_address() {
        String text = "10.0.16, no wait, 900 dot 7";
        assertThat(redactor.redact(text, "en-US")).contains("900");
    }

    @Test
    void a_version_of_four_parts_stays() {
        assertThat(texts("a: and the firmware?", "c: 4.10.0.38")).last().isEqualTo("4.10.0.38");
    }

    @Test
    void a_false_start_within_an_iban_goes_with_it() {
        assertThat(redactor.redact("DE89, then 3704, 0044, 0532, no sorry, 0532 0130 00", "de-DE"))
                .isEqualTo("[REDACTED_IBAN]");
    }

    private List<String> texts(String... lines) {
        return redactor.redact(Utterances.dialogue(lines), "en-US").texts();
    }
}
