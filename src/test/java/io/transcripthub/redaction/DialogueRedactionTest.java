package io.transcripthub.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Dialogues of a few utterances, {@code a: ..} of the agent and {@code c: ..} of the customer with a slash between; what is
 * in double brackets has to go, and nothing else.
 */
class DialogueRedactionTest {
    private final Redactor redactor = new Redactor(RedactionMode.STANDARD);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: last four of your social and date of birth / c: [[double oh four seven]] and [[eight twenty eight ninety]]",
                "a: date of birth and the last four of the ssn / c: [[four eleven seventy six]], [[nine nine two oh]]",
                "a: your card / c: [[4111 1111 1111 1111]] / a: exp and the four digit id / c: [[nine twenty eight]] and [[five two oh one]]",
                "a: the routing number and a phone / c: [[oh two one oh oh oh oh two one]] and [[four one five, five five five, oh one two two]]",
                "a: can i get a phone and your date of birth / c: [[four one five, five five five, oh one two two]] and [[three nine seventy one]]"
            })
    void a_question_for_two_things_has_two_answers(String dialogue) {
        assertThat(redacted(dialogue)).isEqualTo(expected(dialogue));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: hello / c: you can call my wife hannah on [[four one five, five five five, oh one two two]]",
                "a: hello / c: could someone ring our it guy he's at [[(425) 555-0190]]",
                "a: the adjuster's at four one five, five five five, oh one two two / c: thanks",
                "a: from abroad call collect four one five, five five five, oh one two two / c: okay",
                "a: hello / c: how do i call you back / a: we're at four one five, five five five, oh one two two"
            })
    void a_line_for_everybody_stays_and_a_callers_number_goes(String dialogue) {
        assertThat(redacted(dialogue)).isEqualTo(expected(dialogue));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: and [[two six oh seven colon f b nine oh colon four two one one colon colon one]] / c: no idea",
                "a: firmware on the box / c: 17.9.4.1 i think",
                "a: which kernel / c: five dot one dot eight dot one oh five",
                "c: hardware address zero zero colon one a colon two b colon three c colon four d colon five e",
                "a: seen at [[10.1.4.12]] / c: when / a: at 10:14:12"
            })
    void an_address_of_version_6_is_heard_and_versions_of_software_and_times_stay(String dialogue) {
        assertThat(redacted(dialogue)).isEqualTo(expected(dialogue));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: iban / c: [[i for india e for echo two nine a i b k nine three one one five two one two three four five six seven eight]]",
                "a: which was the old one / c: [[n o nine three, eighty six oh one, eleven seventeen, nine four seven]]",
                "a: iban / c: [[d e eight nine three seven oh four]] / a: go on / c: [[oh oh four four oh five three two oh one three oh oh oh]] / a: that's twenty two characters"
            })
    void an_iban_is_heard_however_its_letters_are_told(String dialogue) {
        assertThat(redacted(dialogue)).isEqualTo(expected(dialogue));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: account number / c: [[double oh seven, forty four, twenty one, ninety six]] / a: how many checks / c: please two boxes",
                "a: account number / c: [[four eight eight one]] no sorry that's savings the checking one is [[four eight oh one double two nine seven]]",
                "a: checking account number / c: [[nine four oh six six]] uh huh where was i [[two seven one double eight]] / a: so [[nine four oh six six two seven]]"
            })
    void an_account_number_ends_before_what_is_counted_and_begins_anew(String dialogue) {
        assertThat(redacted(dialogue)).isEqualTo(expected(dialogue));
    }

    private List<String> redacted(String dialogue) {
        List<Spoken> spoken = Utterances.dialogue(lines(dialogue, text -> text.replaceAll("\\[\\[|]]", "")));
        return redactor.redact(spoken, "en-US").texts().stream()
                .map(text -> text.replaceAll("\\[REDACTED_[A-Z_]+]", "[]"))
                .toList();
    }

    private static List<String> expected(String dialogue) {
        return Arrays.stream(lines(dialogue, text -> text.replaceAll("\\[\\[.*?]]", "[]")))
                .map(line -> line.substring(3))
                .toList();
    }

    private static String[] lines(String dialogue, UnaryOperator<String> marks) {
        return marks.apply(dialogue).split(" / ", -1);
    }
}
