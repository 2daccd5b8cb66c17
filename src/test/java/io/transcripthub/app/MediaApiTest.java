package io.transcripthub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.transcripthub.app.HubClient.Reply;
import io.transcripthub.sandbox.Sandbox;
import io.transcripthub.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Media of a Genesys Cloud account at the door, with good requests and bad. */
class MediaApiTest {
    @TempDir
    private static Path dir;

    private static Sandbox sandbox;
    private static TestHub hub;
    private static HubClient client;

    @BeforeAll
    static void start() throws Exception {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        hub = TestHub.start(dir, sandbox);
        client = hub.client();
    }

    @AfterAll
    static void close() {
        hub.close();
        sandbox.close();
    }

    /** A request with more members, each before a comma. */
    private static Reply submit(String mediaId, String members) throws Exception {
        return client.submitBody("{" + members + "\"account\":\"genesys\",\"mediaId\":\"" + mediaId + "\"}");
    }

    private static Reply submitMedia(String media) throws Exception {
        return submit("media-checked", "\"media\":" + media + ",");
    }

    @Test
    void media_are_accepted_and_shown_as_a_job() throws Exception {
        Reply reply = submit("media_9f8e7d6c5b4a", "");
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(202);
        JsonNode job = reply.json();
        assertThat(job.path("account").asText()).isEqualTo("genesys");
        assertThat(job.path("kind").asText()).isEqualTo("media");
        assertThat(job.path("externalId").asText()).isEqualTo("media_9f8e7d6c5b4a");
        assertThat(job.path("state").asText()).isEqualTo("QUEUED");
        assertThat(client.until(job.path("jobId").asText(), "COMPLETED")
                        .path("vendorId")
                        .asText())
                .isNotBlank();
    }

    @Test
    void the_same_request_finds_the_same_job_with_defaults_written_or_not() throws Exception {
        Reply first = submit("media-same-again", "");
        Reply again = client.submitBody(
                """
                {"customVocabularyIds":[],"languageModel":"default","diarization":true,"profanityFilter":"on",
                 "language":"en-US","mediaId":"media-same-again","account":"genesys",
                 "media":{"duration":14400,"size":2147483648,"codec":"opus"}}""");
        assertThat(first.status()).isEqualTo(202);
        assertThat(again.status()).as(again.raw().body()).isEqualTo(200);
        assertThat(again.json().path("jobId")).isEqualTo(first.json().path("jobId"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"language\":\"en-GB\",",
                "\"profanityFilter\":\"off\",",
                "\"diarization\":false,",
                "\"languageModel\":\"banking\",",
                "\"customVocabularyIds\":[\"voc-1\"],",
                "\"customVocabularyIds\":[\"voc-1\",\"voc-2\"],"
            })
    void another_language_or_option_is_another_job(String member) throws Exception {
        Reply plain = submit("media-options", "");
        Reply other = submit("media-options", member);
        assertThat(other.status()).as(other.raw().body()).isEqualTo(202);
        assertThat(other.json().path("jobId")).isNotEqualTo(plain.json().path("jobId"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "mediaId|7|a number",
                "mediaId|null|nothing",
                "mediaId|\"abcd\"|'abcd'",
                "mediaId|\"med 12345\"|'med 12345'",
                "mediaId|\"../12345\"|'../12345'",
                "mediaId|\"med12345\\n\"|med",
                "mediaId|{}|an object",
                "language|7|a number",
                "language|\"en_US\"|'en_US'",
                "language|\"\"|''",
                "profanityFilter|true|true",
                "profanityFilter|\"ON\"|'ON'",
                "profanityFilter|\"maybe\"|'maybe'",
                "diarization|\"true\"|text",
                "diarization|1|a number",
                "languageModel|\"\"|''",
                "languageModel|\"a\\\"b\"|'a\"b'",
                "languageModel|[]|a list",
                "customVocabularyIds|\"voc-1\"|text",
                "customVocabularyIds|{}|an object",
                "media|7|a number",
                "media|\"OPUS\"|text",
                "media|[]|a list",
                "account|\"acme\"|'acme'"
            })
    void a_field_of_another_type_or_value_is_refused_by_name(String field, String value, String found)
            throws Exception {
        String others = (field.equals("account") ? "" : "\"account\":\"genesys\",")
                + (field.equals("mediaId") ? "" : "\"mediaId\":\"media-other\",");
        Reply reply = client.submitBody("{" + others + "\"" + field + "\":" + value + "}");
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(400);
        assertThat(reply.field()).isEqualTo(field);
        assertThat(reply.error()).contains(field, "expected", "found", found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "duration|14401|0 to 14400 seconds (240 minutes)|14401",
                "duration|14400.001|0 to 14400 seconds (240 minutes)|14400.001",
                "duration|-1|0 to 14400 seconds (240 minutes)|-1",
                "duration|1e400|0 to 14400 seconds (240 minutes)|found",
                "duration|\"60\"|0 to 14400 seconds (240 minutes)|text",
                "duration|[]|0 to 14400 seconds (240 minutes)|a list",
                "size|2147483649|0 to 2147483648 bytes (2 GB)|2147483649",
                "size|99999999999999999999|0 to 2147483648 bytes (2 GB)|99999999999999999999",
                "size|-1|0 to 2147483648 bytes (2 GB)|-1",
                "size|true|0 to 2147483648 bytes (2 GB)|true",
                "codec|\"FLAC\"|G711A, G711MU, L16, MP3, OPUS, PCM|'FLAC'",
                "codec|\"\"|G711A, G711MU, L16, MP3, OPUS, PCM|''",
                "codec|\"opus\\n\"|G711A, G711MU, L16, MP3, OPUS, PCM|opus",
                "codec|\" opus\"|G711A, G711MU, L16, MP3, OPUS, PCM|' opus'",
                "codec|7|a codec|a number"
            })
    void media_over_a_limit_are_refused_with_field_limit_and_what_was_found(
            String field, String value, String limit, String found) throws Exception {
        Reply reply = submitMedia("{\"" + field + "\":" + value + "}");
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(400);
        assertThat(reply.field()).isEqualTo("media." + field);
        assertThat(reply.error()).contains("media." + field, "expected", limit, found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "{\"duration\":0}",
                "{\"duration\":14400,\"size\":2147483648}",
                "{\"duration\":12.5,\"codec\":null}",
                "{\"codec\":\"L16\"}",
                "{\"codec\":\"pcm\"}",
                "{\"codec\":\"G711mu\"}",
                "{\"codec\":\"g711a\"}",
                "{\"codec\":\"oPuS\"}",
                "{\"codec\":\"mp3\"}"
            })
    void media_within_the_limits_are_taken_whatever_is_given_of_them(String media) throws Exception {
        assertThat(submitMedia(media).status()).isIn(200, 202);
    }

    @Test
    void each_vocabulary_is_checked_and_named() throws Exception {
        Reply reply = submit("media-vocabulary", "\"customVocabularyIds\":[\"voc-1\",\"a b\"],");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.field()).isEqualTo("customVocabularyIds[1]");
        assertThat(reply.error()).contains("'a b'");
        reply = submit("media-vocabulary", "\"customVocabularyIds\":[null],");
        assertThat(reply.field()).isEqualTo("customVocabularyIds[0]");
        List<String> many =
                IntStream.range(0, 101).mapToObj(i -> "\"voc-" + i + "\"").toList();
        reply = submit("media-vocabulary", "\"customVocabularyIds\":" + many + ",");
        assertThat(reply.field()).isEqualTo("customVocabularyIds");
        assertThat(reply.error()).contains("at most 100", "found 101");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"recordingId", "languageCode", "speakerDiarization", "mediaID", "CamelHttpUri", "", "media.x"})
    void an_unknown_field_is_refused_by_name(String name) throws Exception {
        Reply reply = submit("media-other", "\"" + name + "\":\"x\",");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.field()).isEqualTo(name);
        assertThat(reply.error()).contains("unknown", "'" + name + "'");
    }

    @Test
    void an_unknown_field_of_the_media_is_refused_by_its_place() throws Exception {
        Reply reply = submitMedia("{\"duration\":3,\"bitrate\":8}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.field()).isEqualTo("media.bitrate");
        assertThat(reply.error()).contains("unknown", "'media.bitrate'", "codec, duration, size");
    }

    @Test
    void the_account_decides_which_fields_there_are() throws Exception {
        Reply media = client.submitBody("{\"account\":\"cxone\",\"mediaId\":\"media-12345\"}");
        assertThat(media.status()).isEqualTo(400);
        assertThat(media.field()).isEqualTo("mediaId");
        Reply recording = client.submitBody("{\"account\":\"genesys\",\"recordingId\":\"rec-12345\"}");
        assertThat(recording.status()).isEqualTo(400);
        assertThat(recording.field()).isEqualTo("recordingId");
        Reply neither = client.submitBody("{\"mediaId\":\"media-12345\"}");
        assertThat(neither.status()).isEqualTo(400);
        assertThat(client.submitBody("{\"account\":\"genesys\"}").field()).isEqualTo("mediaId");
    }

    @Test
    void a_batch_takes_both_vendors_and_names_what_is_bad() throws Exception {
        Reply reply = client.submitLines(HubClient.request("rec-mixed-1")
                + "\n{\"account\":\"genesys\",\"mediaId\":\"media-mixed-1\",\"media\":{\"codec\":\"OPUS\"}}"
                + "\n{\"account\":\"genesys\",\"mediaId\":\"media-mixed-2\",\"media\":{\"duration\":99999}}"
                + "\n{\"account\":\"genesys\",\"mediaId\":\"media-mixed-1\"}");
        assertThat(reply.json().path("accepted").asInt()).isEqualTo(2);
        assertThat(reply.json().path("duplicates").asInt()).isEqualTo(1);
        assertThat(reply.json().path("rejected").path(0).path("line").asInt()).isEqualTo(3);
        assertThat(reply.json().path("rejected").path(0).path("error").asText())
                .contains("media.duration", "14400", "99999");
    }

    @Test
    void the_document_describes_both_bodies_with_the_fields_that_are_taken() throws Exception {
        JsonNode document = client.get("/api/v1/openapi.json").json();
        JsonNode body = document.at("/paths/~1transcriptions/post/requestBody/content/application~1json/schema");
        assertThat(body.path("oneOf").findValuesAsText("$ref"))
                .containsExactly("#/components/schemas/RecordingRequest", "#/components/schemas/MediaRequest");
        JsonNode media = document.at("/components/schemas/MediaRequest");
        assertThat(media.path("additionalProperties").asBoolean(true)).isFalse();
        List<String> fields = List.copyOf(media.path("properties").properties().stream()
                .map(java.util.Map.Entry::getKey)
                .toList());
        Reply refused = submit("media-other", "\"no such field\":1,");
        assertThat(refused.error().replaceFirst(".*expected ", "").split(", "))
                .containsExactlyInAnyOrderElementsOf(fields);
    }
}
