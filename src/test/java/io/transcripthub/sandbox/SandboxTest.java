package io.transcripthub.sandbox;

import static io.transcripthub.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T10:00:00.250Z"));
    private Sandbox sandbox;
    private SandboxClient client;

    @BeforeEach
    void start() throws Exception {
        sandbox = Sandbox.start(SandboxOptions.defaults().withPolls(3).withTime(now::get));
        client = new SandboxClient(sandbox).authorized();
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v2/auth/oauth2/token", "/oauth/token", "/oauth2/token", "/api/v2/oauth/token"})
    void each_token_path_issues_bearer_tokens_that_last_an_hour(String path) throws Exception {
        JsonNode token = json(client.post(path, SandboxClient.FORM));
        assertThat(token.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(token.path("expires_in").asInt()).isEqualTo(3600);
        assertThat(token.path("access_token").asText())
                .isNotBlank()
                .isNotEqualTo(json(client.post(path, SandboxClient.FORM))
                        .path("access_token")
                        .asText());
    }

    @Test
    void http_basic_is_as_good_as_the_form() throws Exception {
        HttpResponse<String> response = client.post(
                "/oauth/token",
                "grant_type=client_credentials",
                "Authorization",
                "Basic c2FuZGJveDpzYW5kYm94LXNlY3JldA==");
        assertThat(response.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "grant_type=client_credentials&client_id=sandbox&client_secret=wrong,401,invalid_client",
        "grant_type=client_credentials&client_id=other&client_secret=sandbox-secret,401,invalid_client",
        "grant_type=password,400,unsupported_grant_type",
        "%%%,400,invalid_request"
    })
    void a_token_is_refused_with_the_words_of_oauth(String form, int status, String error) throws Exception {
        HttpResponse<String> response = client.post("/oauth/token", form);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(json(response).path("error").asText()).isEqualTo(error);
    }

    @Test
    void no_call_works_without_a_token() throws Exception {
        SandboxClient stranger = new SandboxClient(sandbox);
        assertThat(stranger.get("/api/v2/speech-to-text/models").statusCode()).isEqualTo(401);
        assertThat(stranger.submit("rec_00001").statusCode()).isEqualTo(401);
        assertThat(stranger.poll("tr_1").statusCode()).isEqualTo(401);
    }

    @Test
    void a_token_expires_and_can_be_revoked() throws Exception {
        now.updateAndGet(t -> t.plus(Duration.ofMinutes(61)));
        assertThat(client.submit("rec_00001").statusCode()).isEqualTo(401);
        assertThat(client.authorized().submit("rec_00001").statusCode()).isEqualTo(202);
        assertThat(client.post("/sandbox/revoke", "").statusCode()).isEqualTo(200);
        assertThat(client.submit("rec_00001").statusCode()).isEqualTo(401);
    }

    @Test
    void models_are_the_languages_of_the_calls() throws Exception {
        JsonNode models = json(client.get("/api/v2/speech-to-text/models")).path("models");
        assertThat(models.findValuesAsText("languageCode")).isEqualTo(Calls.languages());
    }

    @Test
    void a_job_moves_on_with_each_poll_until_it_is_completed() throws Exception {
        String id = client.accepted("rec_00001");
        List<String> statuses = new ArrayList<>();
        for (int poll = 0; poll < 4; poll++) {
            statuses.add(json(client.poll(id)).path("status").asText());
        }
        assertThat(statuses).containsExactly("QUEUED", "PROCESSING", "COMPLETED", "COMPLETED");
    }

    @Test
    void a_completed_job_gives_its_call_and_what_was_asked_for() throws Exception {
        String id = client.accepted("rec-lost-card-1");
        JsonNode done = lastPoll(id);
        Segment first = Calls.of("rec-lost-card-1", "en-US").segments().get(0);
        assertThat(done.path("transcriptionId").asText()).isEqualTo(id);
        assertThat(done.path("recordingId").asText()).isEqualTo("rec-lost-card-1");
        assertThat(done.path("languageCode").asText()).isEqualTo("en-US");
        assertThat(done.path("speakerDiarization").asBoolean()).isTrue();
        assertThat(done.path("profanityMasking").asBoolean(true)).isFalse();
        JsonNode segment = done.path("transcript").path("segments").path(0);
        assertThat(segment.path("speaker").asText()).isEqualTo("agent");
        assertThat(segment.path("text").asText()).isEqualTo(first.text());
        assertThat(segment.path("start").asDouble()).isEqualTo(first.start());
        assertThat(segment.path("end").asDouble()).isEqualTo(first.end());
        assertThat(segment.path("confidence").asDouble()).isEqualTo(first.confidence());
    }

    @Test
    void segments_have_no_speaker_without_diarization_and_no_member_that_is_unknown() throws Exception {
        String id = json(client.submitBody("{\"recordingId\":\"rec-voicemail-1\"}"))
                .path("transcriptionId")
                .asText();
        JsonNode segments = lastPoll(id).path("transcript").path("segments");
        assertThat(segments.findValues("speaker")).isEmpty();
        assertThat(segments.findValues("text")).hasSize(segments.size());
        assertThat(segments.findValues("start")).hasSizeLessThan(segments.size());
        assertThat(segments.toString()).doesNotContain("null");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "rec-1-fail,FAILED,The audio could not be decoded: no speech energy in any channel.",
                "rec-1-nomessage,FAILED,-",
                "rec-1-cancel,CANCELLED,The job was cancelled by an administrator.",
                "rec-1-stuck,PROCESSING,-"
            })
    void a_recording_id_can_choose_its_ending(String recordingId, String status, String message) throws Exception {
        JsonNode end = lastPoll(client.accepted(recordingId));
        assertThat(end.path("status").asText()).isEqualTo(status);
        assertThat(end.path("errorMessage").asText(null)).isEqualTo(message);
        assertThat(end.has("transcript")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"rec-1-forbidden,403,Forbidden", "rec-1-missing,404,Not Found"})
    void a_recording_id_can_be_refused_at_submission(String recordingId, int status, String error) throws Exception {
        HttpResponse<String> response = client.submit(recordingId);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(json(response).path("error").asText()).isEqualTo(error);
        assertThat(json(response).path("message").asText()).contains(recordingId);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\'',
            value = {
                "{\"recordingId\":\"rec_00001\",\"languageCode\":\"tlh-QO\"}; Invalid languageCode: no model for tlh-QO.",
                "{\"recordingId\":7}; recordingId: expected STRING, found NUMBER.",
                "{\"recordingId\":\"rec_00001\",\"profanityMasking\":\"yes\"}; profanityMasking: expected BOOLEAN, found STRING.",
                "{\"recordingId\":\"a/b\"}; recordingId: expected 5 to 128 letters, digits, _ or -.",
                "{}; recordingId: expected 5 to 128 letters, digits, _ or -.",
                "[]; The body is not a JSON object.",
                "''; The body is not a JSON object.",
                "{\"recordingId\"; The body is not JSON."
            })
    void a_submission_that_cannot_be_used_is_400_with_its_reason(String body, String message) throws Exception {
        HttpResponse<String> response = client.submitBody(body);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).path("message").asText()).isEqualTo(message);
    }

    @Test
    void an_unknown_job_path_or_method_is_404() throws Exception {
        assertThat(client.poll("tr_unknown").statusCode()).isEqualTo(404);
        assertThat(client.get("/api/v2/nothing").statusCode()).isEqualTo(404);
        assertThat(client.get("/oauth/token").statusCode()).isEqualTo(404);
    }

    @Test
    void without_a_fixed_number_of_polls_jobs_are_done_after_one_to_four() throws Exception {
        try (Sandbox mixed = Sandbox.start(SandboxOptions.defaults())) {
            SandboxClient hub = new SandboxClient(mixed).authorized();
            List<Integer> polls = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String id = hub.accepted("rec_0000" + i);
                int poll = 1;
                while (!json(hub.poll(id)).path("status").asText().equals("COMPLETED")) {
                    poll++;
                }
                polls.add(poll);
            }
            assertThat(polls).contains(1, 2, 3, 4).allMatch(n -> n <= 4);
        }
    }

    @Test
    void transcription_ids_of_two_sandboxes_differ() throws Exception {
        try (Sandbox other = Sandbox.start(SandboxOptions.defaults())) {
            assertThat(new SandboxClient(other).authorized().accepted("rec_00001"))
                    .isNotEqualTo(client.accepted("rec_00001"));
        }
    }

    @Test
    void statistics_count_answers_tokens_and_recordings_submitted_twice() throws Exception {
        client.accepted("rec_00001");
        client.accepted("rec_00002");
        client.poll(client.accepted("rec_00002"));
        client.submit("rec-1-missing");
        SandboxStats stats = sandbox.stats();
        assertThat(stats.tokensIssued()).isEqualTo(1);
        assertThat(stats.submissions()).isEqualTo(3);
        assertThat(stats.requests("submit", 202)).isEqualTo(3);
        assertThat(stats.requests("submit", 404)).isEqualTo(1);
        assertThat(stats.requests("poll", 200)).isEqualTo(1);
        assertThat(stats.duplicateSubmissions()).containsOnlyKeys("rec_00002").containsEntry("rec_00002", 2);
        JsonNode json = json(client.get("/sandbox/stats"));
        assertThat(json.path("requests").path("submit").path("202").asInt()).isEqualTo(3);
        assertThat(json.path("duplicateSubmissions").path("rec_00002").asInt()).isEqualTo(2);
        assertThat(json.path("webhooks").path("total").asInt(-1)).isZero();
    }

    @Test
    void a_port_that_is_taken_is_named() {
        assertThatThrownBy(() -> Sandbox.start(SandboxOptions.defaults().withPort(sandbox.port())))
                .hasMessageContaining("cannot listen on 127.0.0.1:" + sandbox.port());
    }

    private JsonNode lastPoll(String id) throws Exception {
        client.poll(id);
        client.poll(id);
        return json(client.poll(id));
    }
}
