package io.transcripthub.redaction.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.transcripthub.redaction.corpus.Mark.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorpusFormatTest {
    @TempDir
    private Path folder;

    @Test
    void marks_are_taken_out_of_the_text_and_point_into_it() throws IOException {
        CorpusCall call = read("== c-1 | en-US | lost card", "agent: hi", "customer: my pin is [[PIN: one two]], ok?")
                .get(0);

        assertThat(call.id()).isEqualTo("c-1");
        assertThat(call.language()).isEqualTo("en-US");
        assertThat(call.topic()).isEqualTo("lost card");
        assertThat(call.utterances())
                .containsExactly(new Utterance("agent", "hi"), new Utterance("customer", "my pin is one two, ok?"));
        assertThat(call.marks()).containsExactly(new Mark(Verdict.VALUE, "PIN", 0, false, 1, 10, 17));
    }

    @Test
    void spans_that_share_a_number_are_one_item() throws IOException {
        CorpusCall call = read(
                        "== c-1 | en-US | lost card",
                        "customer: [[PIN#1~: one three]] no [[PIN#1: one]] and [[PIN: nine nine]]",
                        "customer: [[PIN#1: two]] for order [[!order#1: one two]]")
                .get(0);

        assertThat(call.items(Verdict.VALUE))
                .extracting(MarkedItem::text)
                .containsExactly("one three / one / two", "nine nine");
        assertThat(call.items(Verdict.VALUE).get(0).finalText()).isEqualTo("one two");
        assertThat(call.items(Verdict.NEGATIVE)).extracting(MarkedItem::label).containsExactly("order");
    }

    @Test
    void empty_lines_and_comments_are_skipped() throws IOException {
        assertThat(read("# about", "", "== c-1 | en-US | lost card", "# on it goes", "agent: hi"))
                .hasSize(1);
    }

    @Test
    void a_folder_that_is_absent_has_no_calls() {
        assertThat(Corpus.read(folder.resolve("absent"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "agent: [[PIN: one @ expected marks like [[TYPE: text]], [[TYPE#1: text]] or [[!kind: text]], found [[PIN: one",
                "agent: [[PIN:one]] @ expected marks like [[TYPE: text]], [[TYPE#1: text]] or [[!kind: text]], found [[PIN:one]]",
                "agent: [[PIN: a [[PIN: b]]]] @ expected ]] before the next [[, found a [[PIN: b",
                "agent says hi @ expected 'speaker: text', found 'agent says hi'",
                "== c-2 en-US @ expected '== id | language | topic', found '== c-2 en-US'",
                "== c-1 | en-US | again @ expected utterances behind the header of c-1, found none",
            })
    void a_fault_names_file_and_line(String line, String fault) {
        assertThatThrownBy(() -> read("== c-1 | en-US | lost card", "agent: hi", line))
                .isInstanceOf(CorpusFault.class)
                .hasMessage("test.calls:3: " + fault);
    }

    @Test
    void an_unknown_type_is_refused_with_the_known_ones() {
        assertThatThrownBy(() -> read("== c-1 | en-US | lost card", "agent: [[CARD: one]]"))
                .hasMessageStartingWith("test.calls:2: expected a type of [CREDIT_CARD, ")
                .hasMessageEndingWith("], found CARD");
    }

    @Test
    void an_utterance_without_a_call_is_refused() {
        assertThatThrownBy(() -> read("agent: hi"))
                .hasMessage("test.calls:1: expected a header '== id | language | topic' before the first utterance");
    }

    @Test
    void an_id_that_is_used_twice_is_refused() {
        assertThatThrownBy(() -> read("== c-1 | en-US | a", "agent: hi", "== c-1 | en-US | b", "agent: hi"))
                .hasMessage("test.calls:3: expected an id of its own, found c-1 of test.calls:1");
    }

    private List<CorpusCall> read(String... lines) throws IOException {
        Files.write(folder.resolve("test.calls"), List.of(lines));
        return Corpus.read(folder);
    }
}
