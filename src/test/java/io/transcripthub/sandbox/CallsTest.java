package io.transcripthub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CallsTest {
    private static final Pattern DIGITS = Pattern.compile("(?<![\\dA-Z])\\d(?:[ -]?\\d){12,18}(?!\\d)");
    private static final Pattern ISSUER = Pattern.compile("(4|5[1-5]|2[2-7]|3[0-9]|6).*");

    static Stream<Call> calls() {
        return Calls.all().stream();
    }

    @Test
    void there_are_many_calls_and_each_language_has_one() {
        assertThat(Calls.all()).hasSizeGreaterThanOrEqualTo(22);
        assertThat(Calls.languages())
                .startsWith("en-US")
                .contains("en-GB", "es-ES", "fr-FR", "de-DE", "it-IT", "pt-BR");
    }

    @Test
    void every_file_of_the_folder_is_in_the_index() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/io/transcripthub/sandbox/calls"))) {
            assertThat(files.map(f -> f.getFileName().toString()).filter(f -> !f.equals("index.txt")))
                    .containsExactlyInAnyOrderElementsOf(
                            calls().map(c -> c.name() + ".txt").toList());
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void a_call_has_a_title_and_between_12_and_40_segments_with_text(Call call) {
        assertThat(call.title()).isNotBlank();
        assertThat(call.segments()).hasSizeBetween(12, 40).allSatisfy(s -> assertThat(s.text())
                .isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("calls")
    void times_are_in_order_and_confidences_between_0_6_and_1(Call call) {
        List<Segment> timed =
                call.segments().stream().filter(s -> s.start() != null).toList();
        assertThat(timed).extracting(Segment::start).isSorted();
        assertThat(timed).allSatisfy(s -> assertThat(s.end()).isBetween(s.start() + 0.3, s.start() + 30));
        assertThat(call.segments())
                .extracting(Segment::confidence)
                .filteredOn(Objects::nonNull)
                .allSatisfy(c -> assertThat(c).isBetween(0.6, 0.99));
    }

    @Test
    void some_segments_overlap_and_some_leave_members_out() {
        assertThat(calls()).anyMatch(call -> IntStream.range(1, call.segments().size())
                .anyMatch(
                        i -> overlap(call.segments().get(i - 1), call.segments().get(i))));
        List<Segment> all = calls().flatMap(c -> c.segments().stream()).toList();
        assertThat(all).anyMatch(s -> s.speaker() == null);
        assertThat(all).anyMatch(s -> s.confidence() == null);
        assertThat(all).anyMatch(s -> s.start() == null && s.end() == null);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void a_secret_is_valid_and_stands_in_the_text(Call call) {
        assertThat(call.secrets()).allSatisfy(secret -> {
            assertThat(call.text()).contains(secret.value());
            switch (secret.type()) {
                case "CREDIT_CARD" -> assertThat(luhn(secret.value())).isTrue();
                case "IBAN" -> assertThat(mod97(secret.value())).isEqualTo(1);
                case "SSN" -> assertThat(secret.value()).matches("(?!000|666|9)\\d{3}-?(?!00)\\d{2}-?(?!0000)\\d{4}");
                case "EMAIL" -> assertThat(secret.value()).matches("[\\w.+]+@[\\w.-]+");
                default -> {
                    assertThat(secret.type()).isEqualTo("PHONE");
                    assertThat(phone(secret.value(), call.language())).isTrue();
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("calls")
    void every_written_card_number_is_declared_a_secret(Call call) {
        List<String> cards = DIGITS.matcher(call.text())
                .results()
                .map(r -> r.group())
                .filter(digits -> luhn(digits) && ISSUER.matcher(digits).matches())
                .toList();
        assertThat(call.secrets())
                .filteredOn(s -> s.type().equals("CREDIT_CARD"))
                .extracting(Call.Secret::value)
                .containsAll(cards);
    }

    @Test
    void there_are_cards_of_several_issuers_and_numbers_that_only_look_like_cards() {
        assertThat(calls().flatMap(c -> c.secrets().stream())
                        .filter(s -> s.type().equals("CREDIT_CARD"))
                        .map(s -> s.value().charAt(0))
                        .distinct())
                .contains('3', '4', '5', '6');
        assertThat(calls().map(Call::text)
                        .flatMap(t -> DIGITS.matcher(t).results().map(r -> r.group())))
                .anyMatch(digits -> !luhn(digits));
    }

    @Test
    void a_reference_differs_from_the_segments_in_a_few_words() {
        List<Call> withReference = calls().filter(c -> c.reference() != null).toList();
        assertThat(withReference).hasSizeGreaterThanOrEqualTo(5).allSatisfy(call -> {
            List<String> heard = List.of(call.reference().split(" "));
            List<String> recognized = List.of(call.text().split(" "));
            long unheard = recognized.stream().filter(w -> !heard.contains(w)).count();
            assertThat(call.reference()).isNotEqualTo(call.text());
            assertThat(unheard).isLessThan(10);
            assertThat(heard.size()).isBetween(recognized.size() - 10, recognized.size() + 10);
        });
    }

    @Test
    void a_recording_always_gets_the_same_call_in_its_language() {
        assertThat(Calls.of("rec_9f8e7d6c5b4a", "en-US")).isSameAs(Calls.of("rec_9f8e7d6c5b4a", "en-US"));
        assertThat(Calls.of("rec_9f8e7d6c5b4a", "de-DE").language()).isEqualTo("de-DE");
        assertThat(IntStream.range(0, 500)
                        .mapToObj(i -> Calls.of("rec_" + i, "en-US").name())
                        .distinct()
                        .count())
                .isEqualTo(calls().filter(c -> c.language().equals("en-US")).count());
    }

    @Test
    void a_recording_named_after_a_call_gets_that_call_and_its_reference() {
        assertThat(Calls.of("rec-lost-card-1", "en-US").name()).isEqualTo("lost-card");
        assertThat(Calls.reference("rec-lost-card-1"))
                .isEqualTo(Calls.of("rec-lost-card-1", "en-US").reference())
                .contains("debit card");
        assertThat(Calls.reference("rec-energy-bill-1")).isNull();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void the_name_of_a_call_chooses_no_ending(Call call) {
        assertThat("rec-" + call.name())
                .doesNotContain("-fail", "-nomessage", "-cancel", "-stuck", "-forbidden", "-missing", "-badtime");
    }

    @Test
    void a_broken_call_file_is_named_with_its_line() {
        assertThatThrownBy(() -> Call.parse("x", "title: t\n\nagent | 0 | 1 | hello\n"))
                .hasMessage("x:3: expected 5 columns, found 4");
        assertThatThrownBy(() -> Call.parse("x", "title: t\n\nagent | 0 | one | 0.9 | hello\n"))
                .hasMessage("x:3: expected a number, found \"one\"");
        assertThatThrownBy(() -> Call.parse("x", "title\n\n")).hasMessage("x:1: expected 2 columns, found 1");
    }

    private static boolean overlap(Segment first, Segment second) {
        return first.end() != null && second.start() != null && second.start() < first.end();
    }

    private static boolean luhn(String number) {
        String digits = number.replaceAll("\\D", "");
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted / 10 + weighted % 10;
        }
        return sum % 10 == 0;
    }

    private static boolean phone(String number, String language) throws NumberParseException {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        return numbers.isValidNumber(numbers.parse(number, language.substring(3)));
    }

    private static int mod97(String iban) {
        String compact = iban.replace(" ", "");
        Matcher letters = Pattern.compile("[A-Z]").matcher(compact.substring(4) + compact.substring(0, 4));
        String number = letters.replaceAll(m -> "" + (m.group().charAt(0) - 'A' + 10));
        return new BigInteger(number).mod(BigInteger.valueOf(97)).intValue();
    }
}
