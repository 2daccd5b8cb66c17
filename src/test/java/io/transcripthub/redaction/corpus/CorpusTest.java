package io.transcripthub.redaction.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.transcripthub.redaction.EntityType;
import io.transcripthub.redaction.corpus.Mark.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both parts of the corpus keep the rules that their README gives. */
class CorpusTest {
    private final List<CorpusCall> dev = Corpus.read(Corpus.DEV);
    private final List<CorpusCall> heldout = Corpus.read(Corpus.HELDOUT);

    @Test
    void cards_are_of_an_issuers_range_and_pass_Luhn() {
        assertThat(faults("CREDIT_CARD", CheckedNumbers::isCard)).isEmpty();
    }

    @Test
    void ibans_pass_mod_97() {
        assertThat(faults("IBAN", CheckedNumbers::isIban)).isEmpty();
    }

    @Test
    void routing_numbers_pass_the_ABA_checksum() {
        assertThat(faults("BANK_ROUTING", CheckedNumbers::isRoutingNumber)).isEmpty();
    }

    @Test
    void social_security_numbers_could_be_issued() {
        assertThat(faults("SSN", CheckedNumbers::isSsn)).isEmpty();
    }

    @Test
    void security_codes_have_three_or_four_digits() {
        assertThat(faults("CARD_CVV", code -> code.matches("\\d{3,4}"))).isEmpty();
    }

    @Test
    void each_type_is_there_and_there_is_much_to_leave_alone() {
        assertThat(items(dev, Verdict.VALUE).map(MarkedItem::label).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(EntityType.values()).map(EntityType::name).toList());
        assertThat(dev.size()).isGreaterThanOrEqualTo(90);
        assertThat(items(dev, Verdict.VALUE).count()).isGreaterThanOrEqualTo(450);
        assertThat(items(dev, Verdict.NEGATIVE).count()).isGreaterThanOrEqualTo(450);
    }

    @Test
    void the_parts_share_no_call() {
        assertThat(heldout).extracting(CorpusCall::id).doesNotContainAnyElementsOf(ids(dev));
    }

    private List<String> faults(String type, Predicate<String> rule) {
        return Stream.concat(items(dev, Verdict.VALUE), items(heldout, Verdict.VALUE))
                .filter(item -> item.label().equals(type))
                .filter(item -> !rule.test(number(item)))
                .map(item ->
                        item.call().place() + " " + item.call().id() + ": " + item.finalText() + " = " + number(item))
                .toList();
    }

    /** Where there are digits only, a letter O is a zero, and an A the article of "a nine". */
    private static String number(MarkedItem item) {
        String number = SpokenNumber.read(item);
        return item.label().equals("IBAN") ? number : number.replace('O', '0').replace("A", "");
    }

    private static Stream<MarkedItem> items(List<CorpusCall> calls, Verdict verdict) {
        return calls.stream().flatMap(call -> call.items(verdict).stream());
    }

    private static List<String> ids(List<CorpusCall> calls) {
        return calls.stream().map(CorpusCall::id).toList();
    }
}
