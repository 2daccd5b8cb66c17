package io.transcripthub.redaction.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.transcripthub.redaction.Entity;
import io.transcripthub.redaction.EntityType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScorerTest {
    @TempDir
    private Path folder;

    @Test
    void a_value_counts_when_each_of_its_letters_and_digits_is_covered() throws IOException {
        Score score = score("customer: [[PIN: 1 2]] or [[PIN: 3 4]]", "1", "2", "3");

        assertThat(score.recall()).isEqualTo(new Share(1, 2));
    }

    @Test
    void a_value_counts_under_any_type() throws IOException {
        Score score = score("customer: [[SSN: 1 2]]", "1 2");

        assertThat(score.recall()).isEqualTo(new Share(1, 1));
        assertThat(ScoreTable.faults(score)).containsExactly("other type SSN c-1 (test.calls:1): 1 2");
    }

    @Test
    void a_value_in_pieces_counts_when_all_of_them_are_covered() throws IOException {
        assertThat(score("customer: [[PIN#1: 11]] and [[PIN#1: 22]]", "11").recall())
                .isEqualTo(new Share(0, 1));
        assertThat(score("customer: [[PIN#1: 11]] and [[PIN#1: 22]]", "11", "22")
                        .recall())
                .isEqualTo(new Share(1, 1));
    }

    @Test
    void a_false_start_has_to_go_too() throws IOException {
        assertThat(score("customer: [[PIN#1~: 10]] no [[PIN#1: 22]]", "22").recall())
                .isEqualTo(new Share(0, 1));
    }

    @Test
    void an_entity_is_right_when_it_overlaps_a_value() throws IOException {
        assertThat(score("customer: my pin [[PIN: 11]] is nice", "pin 1", "nice")
                        .precision())
                .isEqualTo(new Share(1, 2));
    }

    @Test
    void what_is_counted_neither_way_changes_no_figure() throws IOException {
        Score score = score("customer: it ends in [[?card-last-four: 4242]]", "4242");

        assertThat(score.precision()).isEqualTo(new Share(0, 0));
        assertThat(score.othersTouchedShare()).isEqualTo(new Share(0, 8));
    }

    @Test
    void hard_negatives_and_other_characters_are_counted_apart() throws IOException {
        Score score = score("customer: order [[!order: 4111 1111]] is [[!amount: 12]]", "der 41");

        assertThat(score.negativesTouched()).isEqualTo(new Share(1, 2));
        assertThat(score.othersTouchedShare()).isEqualTo(new Share(3, 7));
    }

    @Test
    void names_and_addresses_are_no_part_of_the_structured_figures() throws IOException {
        Score score = score("customer: i am [[PERSON: jo]] of [[ADDRESS: 1 elm]]", "jo");

        assertThat(score.recall()).isEqualTo(new Share(0, 0));
        assertThat(score.recall(finding -> finding.type().equals(EntityType.PERSON)))
                .isEqualTo(new Share(1, 1));
    }

    @Test
    void what_is_left_standing_is_counted_in_characters_of_cards_codes_and_social_security_numbers()
            throws IOException {
        Score score = score("customer: [[SSN: 1 2 3 4]] [[CARD_CVV: 567]] [[PHONE: 999]]", "2 3");

        assertThat(score.leftStanding()).isEqualTo(new Share(5, 7));
    }

    @Test
    void tables_are_in_markdown() throws IOException {
        Score score = score("customer: [[PIN: 11]] [[PIN: 22]] [[PIN: 33]]", "11", "22");

        assertThat(new ScoreTable(Map.of("ours", score)).byType())
                .startsWith("| type | recall, ours | precision, ours |\n|---|---|---|\n| `CREDIT_CARD` | - | - |")
                .contains("\n| `PIN` | 66.7 % (2 of 3) | 100.0 % (2 of 2) |");
    }

    @Test
    void the_tutorials_regexes_find_written_numbers_one_after_the_other() throws IOException {
        CorpusCall call = read("customer: 4111 1111 1111 1111, 219-09-9931 or (312) 555-0147, four one");

        assertThat(new TutorialRegexes().detect(call))
                .containsExactly(
                        new Entity(EntityType.CREDIT_CARD, 0, 0, 19),
                        new Entity(EntityType.SSN, 0, 21, 32),
                        new Entity(EntityType.PHONE, 0, 37, 50));
        assertThat(new TutorialRegexes().redact(call.utterances().get(0).text()))
                .isEqualTo("[REDACTED_CREDIT_CARD], [REDACTED_SSN] or ([REDACTED_PHONE], four one");
    }

    /** Of one utterance, and a detector that finds the given texts as PINs. */
    private Score score(String utterance, String... found) throws IOException {
        return Scorer.score(List.of(read(utterance)), call -> {
            String text = call.utterances().get(0).text();
            return Arrays.stream(found)
                    .map(each -> new Entity(EntityType.PIN, 0, text.indexOf(each), text.indexOf(each) + each.length()))
                    .toList();
        });
    }

    private CorpusCall read(String utterance) throws IOException {
        Files.write(folder.resolve("test.calls"), List.of("== c-1 | en-US | a test", utterance));
        return Corpus.read(folder).get(0);
    }
}
