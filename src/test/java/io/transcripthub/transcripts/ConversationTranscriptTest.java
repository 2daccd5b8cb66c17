package io.transcripthub.transcripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversationTranscriptTest {
    private static Object json(String text) throws Exception {
        return new ObjectMapper().readValue(text.replace('\'', '"'), Object.class);
    }

    @Test
    void what_agent_and_customer_say_is_text_and_all_other_lines_are_counted() throws Exception {
        ConversationTranscript read = ConversationTranscript.read(json("[{'author':{'type':'system'},'text':'x'},"
                + "{'author':{'type':'Agent'},'text':'hello','timestamp':'2026-03-01T12:00:00+02:00'},"
                + "{'author':{'type':'customer'},'text':'hi','timestamp':'2026-03-01T10:00:01.500'},"
                + "{'author':{'type':'hologram'},'text':'y'},{'text':'z'},{'author':{'type':'agent'}}]"));
        assertThat(read.others()).isEqualTo(4);
        assertThat(read.utterances())
                .extracting(Utterance::speaker, Utterance::text, Utterance::start)
                .containsExactly(tuple("agent", "hello", 0.0), tuple("customer", "hi", 1.5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | transcript: expected a list, found an object",
                "[7] | transcript[0]: expected an object, found a number",
                "[{\"author\":{\"type\":\"agent\"},\"text\":7}] | transcript[0].text: expected text, found a number",
                "[{\"author\":\"agent\",\"text\":\"a\"}] | transcript[0].author: expected an object, found text",
            })
    void wrong_types_are_named_by_their_place(String transcript, String words) throws Exception {
        Object answer = json(transcript);
        assertThatThrownBy(() -> ConversationTranscript.read(answer)).hasMessage(words);
    }

    @Test
    void a_page_keeps_what_can_be_used_and_names_the_rest() throws Exception {
        ConversationPage page = ConversationPage.read(json("{'data':[{'conversationId':'a','start_time':"
                + "'2026-03-01T12:00:00+02:00','duration':245,'disposition':'resolved'},{'start_time':'x'},"
                + "{'conversationId':'b','start_time':'yesterday','duration':'long'}, 5],'nextLink':null}"));
        assertThat(page.conversations())
                .extracting(listed -> listed.conversationId(), listed -> listed.start())
                .containsExactly(tuple("a", Instant.parse("2026-03-01T10:00:00Z")), tuple("b", null));
        assertThat(page.faults())
                .isEqualTo(List.of(
                        "data[1].conversationId: expected text, found nothing",
                        "data[2].start_time: expected an ISO 8601 time, found other text",
                        "data[2].duration: expected a number, found other text",
                        "data[3]: expected an object, found a number"));
        assertThat(page.next()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | page: expected an object, found a list",
                "{} | page.data: expected a list, found nothing",
                "{\"data\":[],\"nextLink\":7} | page.nextLink: expected text, found a number"
            })
    void what_is_no_page_is_refused(String page, String words) throws Exception {
        Object answer = json(page);
        assertThatThrownBy(() -> ConversationPage.read(answer).next()).hasMessage(words);
    }
}
