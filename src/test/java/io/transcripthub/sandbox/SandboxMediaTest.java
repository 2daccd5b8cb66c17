package io.transcripthub.sandbox;

import static io.transcripthub.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxMediaTest {
    private Sandbox sandbox;
    private SandboxClient client;

    @BeforeEach
    void start() throws Exception {
        sandbox = Sandbox.start(SandboxOptions.defaults().withPolls(3));
        client = new SandboxClient(sandbox).authorized();
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    static List<Call> calls() {
        return Calls.all();
    }

    @Test
    void a_medium_is_queued_processed_and_completed() throws Exception {
        String id = client.acceptedMedia("media-lost-card-1");
        assertThat(List.of(poll(id), poll(id), poll(id), poll(id)))
                .extracting(answer -> answer.path("status").asText())
                .containsExactly("queued", "processing", "completed", "completed");
    }

    @Test
    void the_answers_tell_what_was_asked_for() throws Exception {
        JsonNode accepted = json(
                client.submitMediaBody(
                        """
                {"mediaId":"media-1","language":"de-DE","profanityFilter":"on","diarization":true,
                 "languageModel":"telephony","customVocabularyIds":["v1","v2"]}"""));
        JsonNode completed = lastPoll(accepted.path("id").asText());
        for (JsonNode answer : List.of(accepted, completed)) {
            assertThat(answer.path("mediaId").asText()).isEqualTo("media-1");
            assertThat(answer.path("language").asText()).isEqualTo("de-DE");
            assertThat(answer.path("profanityFilter").asText()).isEqualTo("on");
            assertThat(answer.path("diarization").asBoolean()).isTrue();
            assertThat(answer.path("languageModel").asText()).isEqualTo("telephony");
            assertThat(answer.path("customVocabularyIds")).hasSize(2);
        }
        assertThat(accepted.path("status").asText()).isEqualTo("queued");
        assertThat(accepted.has("utterances")).isFalse();
    }

    @Test
    void submissions_are_accepted_with_202_and_200_by_turns() throws Exception {
        assertThat(List.of(client.submitMedia("media-1"), client.submitMedia("media-2"), client.submitMedia("media-3")))
                .extracting(HttpResponse::statusCode)
                .containsExactly(202, 200, 202);
        assertThat(sandbox.stats().submissions()).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void utterances_are_a_calls_segments_at_absolute_times(Call call) throws Exception {
        JsonNode utterances = utterances("media-" + call.name());
        assertThat(utterances).hasSameSizeAs(call.segments());
        Double first = call.segments().get(0).start();
        for (int i = 0; i < utterances.size(); i++) {
            Segment segment = call.segments().get(i);
            JsonNode utterance = utterances.get(i);
            assertThat(utterance.path("text").asText()).isEqualTo(segment.text());
            assertThat(utterance.path("speaker").asText(null)).isEqualTo(segment.speaker());
            assertThat(utterance.has("confidence")).isEqualTo(segment.confidence() != null);
            if (segment.start() != null) {
                assertThat(seconds(utterances.get(0), utterance)).isCloseTo(segment.start() - first, within(0.002));
            }
        }
    }

    @Test
    void times_are_written_with_z_with_an_offset_and_without_one() throws Exception {
        JsonNode utterances = utterances("media-lost-card-1");
        List<String> starts = utterances.findValuesAsText("start");
        assertThat(starts).anyMatch(t -> t.endsWith("Z")).anyMatch(t -> t.endsWith("+02:00"));
        assertThat(starts).anyMatch(t -> t.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?"));
    }

    @Test
    void some_call_runs_over_midnight_in_one_offset_only() throws Exception {
        List<String> dates = utterances("media-insurance-claim-1").findValuesAsText("start").stream()
                .map(start -> start.substring(0, 10))
                .toList();
        assertThat(dates).contains("2026-02-28", "2026-03-01");
    }

    @Test
    void without_diarization_no_utterance_has_a_speaker() throws Exception {
        String id = json(client.submitMediaBody("{\"mediaId\":\"media-lost-card-1\"}"))
                .path("id")
                .asText();
        JsonNode completed = lastPoll(id);
        assertThat(completed.findValues("speaker")).isEmpty();
        assertThat(completed.findValues("text")).isNotEmpty();
    }

    @Test
    void a_medium_can_ask_for_a_time_that_there_is_not() throws Exception {
        List<String> ends = utterances("media-badtime-lost-card").findValuesAsText("end");
        assertThat(ends.get(0)).satisfies(SandboxMediaTest::instant);
        assertThatThrownBy(() -> instant(ends.get(1))).isInstanceOf(DateTimeException.class);
        assertThat(ends.subList(2, ends.size())).allSatisfy(SandboxMediaTest::instant);
    }

    @ParameterizedTest
    @CsvSource({"media-fail-1,failed", "media-nomessage-1,failed", "media-cancel-1,failed", "media-stuck-1,processing"})
    void a_media_id_can_choose_its_ending_which_has_no_message(String mediaId, String status) throws Exception {
        JsonNode end = lastPoll(client.acceptedMedia(mediaId));
        assertThat(end.path("status").asText()).isEqualTo(status);
        assertThat(end.has("utterances")).isFalse();
        assertThat(end.has("errorMessage") || end.has("message")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"media-forbidden-1,403,Forbidden", "media-missing-1,404,Not Found"})
    void a_media_id_can_be_refused_at_submission(String mediaId, int status, String error) throws Exception {
        HttpResponse<String> response = client.submitMedia(mediaId);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(json(response).path("error").asText()).isEqualTo(error);
        assertThat(json(response).path("message").asText()).contains("medium " + mediaId);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\'',
            value = {
                "{\"language\":\"en-US\"}; mediaId: expected 5 to 128 letters, digits, _ or -.",
                "{\"mediaId\":\"media-1\",\"language\":\"tlh-QO\"}; Invalid language: no model for tlh-QO.",
                "{\"mediaId\":\"media-1\",\"profanityFilter\":\"yes\"}; profanityFilter: expected on or off, found \"yes\".",
                "{\"mediaId\":\"media-1\",\"profanityFilter\":true}; profanityFilter: expected STRING, found BOOLEAN.",
                "{\"mediaId\":\"media-1\",\"diarization\":\"on\"}; diarization: expected BOOLEAN, found STRING.",
                "{\"mediaId\":\"media-1\",\"languageModel\":\"\"}; languageModel: expected the name of a model, found none.",
                "{\"mediaId\":\"media-1\",\"customVocabularyIds\":\"v\"}; customVocabularyIds: expected ARRAY, found STRING.",
                "{\"mediaId\":\"media-1\",\"customVocabularyIds\":[\"v\",7]}; customVocabularyIds[1]: expected STRING, found NUMBER.",
                "{\"mediaId\":\"media-1\",\"recordingId\":\"rec-1\"}; recordingId: there is no such field.",
                "[]; The body is not a JSON object.",
                "{\"mediaId\"; The body is not JSON."
            })
    void a_submission_that_cannot_be_used_is_400_with_its_reason(String body, String message) throws Exception {
        HttpResponse<String> response = client.submitMediaBody(body);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).path("message").asText()).isEqualTo(message);
    }

    @Test
    void media_and_recordings_are_kept_apart() throws Exception {
        String medium = client.acceptedMedia("media-1");
        String recording = client.accepted("rec_00001");
        assertThat(client.pollMedia(recording).statusCode()).isEqualTo(404);
        assertThat(client.poll(medium).statusCode()).isEqualTo(404);
        assertThat(sandbox.stats().requests("submit", 202)).isEqualTo(1);
        assertThat(sandbox.stats().requests("submit_media", 202)).isEqualTo(1);
        assertThat(sandbox.stats().requests("poll_media", 404)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v2/quality/transcriptions/gt_1", "/api/v2/quality/transcriptions/"})
    void without_a_token_nothing_is_told(String path) throws Exception {
        assertThat(new SandboxClient(sandbox).get(path).statusCode()).isEqualTo(401);
    }

    @Test
    void the_faults_of_a_vendor_strike_here_too() throws Exception {
        String id = client.acceptedMedia("media-1");
        sandbox.use(Faults.parse("503"));
        assertThat(client.submitMedia("media-2").statusCode()).isEqualTo(503);
        assertThat(client.pollMedia(id).statusCode()).isEqualTo(503);
        sandbox.use(Faults.parse("fail"));
        assertThat(lastPoll(client.acceptedMedia("media-3")).path("status").asText())
                .isEqualTo("failed");
    }

    private JsonNode utterances(String mediaId) throws Exception {
        return lastPoll(client.acceptedMedia(mediaId)).path("utterances");
    }

    private JsonNode lastPoll(String id) throws Exception {
        poll(id);
        poll(id);
        return poll(id);
    }

    private JsonNode poll(String id) throws Exception {
        return json(client.pollMedia(id));
    }

    private static double seconds(JsonNode from, JsonNode to) {
        Instant begin = instant(from.path("start").asText());
        return Duration.between(begin, instant(to.path("start").asText())).toNanos() / 1e9;
    }

    private static Instant instant(String text) {
        TemporalAccessor time =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return time instanceof OffsetDateTime absolute
                ? absolute.toInstant()
                : LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
    }
}
