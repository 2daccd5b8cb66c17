package io.transcripthub.transcripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GenesysAnswerTest {
    /** 2026-03-01T12:00:00Z */
    private static final double NOON = 1_772_366_400;

    private static Map<String, Object> utterance(Object... members) {
        Map<String, Object> utterance = new HashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            utterance.put((String) members[i], members[i + 1]);
        }
        return utterance;
    }

    private static Transcript read(Object... utterances) {
        return GenesysAnswer.read(Map.of("utterances", List.of(utterances)), "en-US");
    }

    private static Utterance at(Object start) {
        return read(utterance("text", "hello", "start", start)).utterances().get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T12:00:00Z, 0",
        "2026-03-01t12:00:00z, 0",
        "2026-03-01T12:00:00, 0",
        "2026-03-01T12:00, 0",
        "2026-03-01T12:00Z, 0",
        "2026-03-01T14:00:00+02:00, 0",
        "2026-03-01T14:00:00+0200, 0",
        "2026-03-01T14:00:00+02, 0",
        "2026-03-01T06:30:00-0530, 0",
        "2026-03-01T06:30:00-05:30, 0",
        "2026-03-02T02:00:00+14:00, 0",
        "2026-03-01T12:00:00+00:00, 0",
        "2026-03-01T12:00:00-00:00, 0",
        "2026-03-01T12:00:00.5Z, 0.5",
        "2026-03-01T14:00:00.250+02:00, 0.25",
        "2026-03-01T12:00:00.123456789Z, 0.123",
        "2026-03-01T12:00:01.5, 1.5",
        "' 2026-03-01T12:00:00Z ', 0",
        "2026-02-28T23:59:59+14:00, -93601"
    })
    void a_time_counts_with_its_offset_and_as_utc_without_one(String time, double afterNoon) {
        assertThat(at(time).startEpoch()).isEqualTo(NOON + afterNoon);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "yesterday",
                "2026-03-01",
                "12:00:00Z",
                "2026-02-30T12:00:00Z",
                "2026-13-01T12:00:00Z",
                "2026-03-01T25:00:00Z",
                "2026-03-01T12:60:00Z",
                "2026-03-01T12:00:00+19:00",
                "2026-03-01T12:00:00+2",
                "2026-03-01T12:00:00ZZ",
                "2026-03-01T12:00:00+02:00+0200",
                "2026-03-01T12:00:00+0200Z",
                "2026-03-01T12:00:00Z[Europe/Berlin]",
                "2026-03-01T12:00:00 CET",
                "2026-03-01T12:00:00Zx",
                "2026-03-01 12:00:00",
                "+999999999-12-31T23:59:59Z",
                "-999999999-01-01T00:00:00Z",
                "\u0662\u0660\u0662\u0666-03-01T12:00:00Z",
                "my card is 4111 1111 1111 1111"
            })
    void a_time_that_is_none_is_named_and_not_quoted(String time) {
        assertThatThrownBy(() -> read(
                        utterance("text", "good", "start", "2026-03-01T12:00:00Z"),
                        utterance("text", "t", "start", time)))
                .isInstanceOf(UnusableTranscript.class)
                .hasMessage("utterances[1].start: expected an ISO 8601 time, found other text")
                .hasNoCause();
    }

    @Test
    void a_time_of_another_kind_is_named() {
        for (Object time : List.of(17, 1.5, true, List.of("2026-03-01T12:00:00Z"), Map.of())) {
            assertThatThrownBy(() -> read(utterance("text", "t", "end", time)))
                    .isInstanceOf(UnusableTranscript.class)
                    .hasMessageStartingWith("utterances[0].end: expected an ISO 8601 time, found ");
        }
    }

    @Test
    void utterances_stand_in_the_order_of_their_starts_whatever_the_offsets() {
        Transcript transcript = read(
                utterance("text", "third", "start", "2026-03-01T12:00:20Z"),
                utterance("text", "first", "start", "2026-03-01T14:00:00+02:00"),
                utterance("text", "second", "start", "2026-03-01T07:00:10-05:00", "end", "2026-03-01T12:00:12.5Z"),
                utterance("text", "third as well", "start", "2026-03-01T12:00:20"));

        assertThat(transcript.texts()).containsExactly("first", "second", "third", "third as well");
        assertThat(transcript.utterances()).extracting(Utterance::start).containsExactly(0.0, 10.0, 20.0, 20.0);
        assertThat(transcript.utterances().get(1).end()).isEqualTo(12.5);
        assertThat(transcript.utterances().get(1).endEpoch()).isEqualTo(NOON + 12.5);
    }

    @Test
    void without_all_starts_the_vendors_order_stands() {
        Transcript transcript = read(
                utterance("text", "b", "start", "2026-03-01T12:00:20Z"),
                utterance("text", "a"),
                utterance("text", "c", "start", "2026-03-01T12:00:00Z"));

        assertThat(transcript.texts()).containsExactly("b", "a", "c");
        assertThat(transcript.utterances()).extracting(Utterance::start).containsExactly(20.0, null, 0.0);
        assertThat(transcript.utterances()).extracting(Utterance::startEpoch).containsExactly(NOON + 20, null, NOON);
    }

    @Test
    void every_member_but_the_text_may_be_missing() {
        assertThat(read(utterance("text", "hello")).utterances())
                .containsExactly(new Utterance(null, "hello", null, null, null, null, null));
        assertThat(read(utterance("text", "hello", "speaker", null, "start", null, "end", null, "confidence", null))
                        .utterances())
                .containsExactly(new Utterance(null, "hello", null, null, null, null, null));
    }

    @Test
    void a_missing_confidence_is_missing_and_not_nought() {
        Transcript transcript = read(
                utterance("text", "a", "confidence", 0.9),
                utterance("text", "b"),
                utterance("text", "c", "confidence", 0),
                utterance("text", "d", "confidence", "0.5"));
        assertThat(transcript.utterances()).extracting(Utterance::confidence).containsExactly(0.9, null, 0.0, 0.5);
    }

    @Test
    void the_average_counts_only_the_confidences_that_are_there() {
        assertThat(Quality.of(read(utterance("text", "a", "confidence", 0.9), utterance("text", "b")))
                        .averageConfidence())
                .isEqualTo(0.9);
        assertThat(Quality.of(read(utterance("text", "a"), utterance("text", "b")))
                        .averageConfidence())
                .isNull();
    }

    @Test
    void a_confidence_that_is_no_number_is_named_and_not_quoted() {
        for (Object confidence : List.of("high", "NaN", "Infinity", true, List.of(), Double.NaN)) {
            assertThatThrownBy(() -> read(utterance("text", "a", "confidence", confidence)))
                    .isInstanceOf(UnusableTranscript.class)
                    .hasMessageMatching("utterances\\[0]\\.confidence: expected a number, found [A-Za-z ]+")
                    .message()
                    .doesNotContain("high");
        }
    }

    @Test
    void an_utterance_without_text_is_named() {
        for (Map<String, Object> utterance : List.of(utterance(), utterance("text", null), utterance("text", 7))) {
            assertThatThrownBy(() -> read(utterance("text", "good"), utterance))
                    .isInstanceOf(UnusableTranscript.class)
                    .hasMessageStartingWith("utterances[1].text: expected text, found ");
        }
    }

    @Test
    void an_utterance_that_is_no_object_is_named() {
        for (Object utterance : List.of("words of a caller", 7, List.of())) {
            assertThatThrownBy(() -> read(utterance))
                    .isInstanceOf(UnusableTranscript.class)
                    .hasMessageStartingWith("utterances[0]: expected an object, found ")
                    .message()
                    .doesNotContain("words");
        }
        List<Object> withNull = new ArrayList<>();
        withNull.add(null);
        assertThatThrownBy(() -> GenesysAnswer.read(Map.of("utterances", withNull), "en-US"))
                .isInstanceOf(UnusableTranscript.class)
                .hasMessage("utterances[0]: expected an object, found nothing");
    }

    @Test
    void an_answer_without_utterances_is_unusable_and_one_with_none_is_silence() {
        for (Map<String, Object> answer : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("utterances", "none"),
                Map.of("utterances", Map.of()),
                utterance("utterances", null))) {
            assertThatThrownBy(() -> GenesysAnswer.read(answer, "en-US"))
                    .isInstanceOf(UnusableAnswer.class)
                    .hasMessageStartingWith("utterances: expected a list, found ");
        }
        assertThat(read().utterances()).isEmpty();
    }

    @Test
    void the_vendors_language_comes_before_that_of_the_request() {
        Map<String, Object> silent = Map.of("utterances", List.of());
        assertThat(GenesysAnswer.read(silent, "de-DE").language()).isEqualTo("de-DE");
        Map<String, Object> answer = new HashMap<>(silent);
        answer.put("language", "en-GB");
        assertThat(GenesysAnswer.read(answer, "de-DE").language()).isEqualTo("en-GB");
        for (Object none : List.of("", " ", 7, List.of())) {
            answer.put("language", none);
            assertThat(GenesysAnswer.read(answer, "de-DE").language()).isEqualTo("de-DE");
        }
    }
}
