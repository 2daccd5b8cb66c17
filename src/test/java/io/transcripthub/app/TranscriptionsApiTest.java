package io.transcripthub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.transcripthub.app.HubClient.Reply;
import io.transcripthub.sandbox.Sandbox;
import io.transcripthub.sandbox.SandboxOptions;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The HTTP API as a stranger meets it, with good input and bad. */
class TranscriptionsApiTest {
    private static final String PATH = "/api/v1/transcriptions";
    private static final String JSON = "application/json";

    @TempDir
    private static Path dir;

    private static Sandbox sandbox;
    private static TestHub hub;
    private static HubClient client;

    @BeforeAll
    static void start() throws Exception {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        hub = TestHub.start(dir, sandbox, "hub.http.max-body", "200KB");
        client = hub.client();
        client.until(client.jobId("rec-warm-up"), "COMPLETED");
    }

    @AfterAll
    static void close() {
        hub.close();
        sandbox.close();
    }

    @Test
    void a_recording_is_accepted_and_shown_as_a_job() throws Exception {
        Reply reply = client.submit("rec_9f8e7d6c5b4a");
        assertThat(reply.status()).isEqualTo(202);
        JsonNode job = reply.json();
        assertThat(job.path("jobId").asText()).isNotBlank();
        assertThat(job.path("account").asText()).isEqualTo("cxone");
        assertThat(job.path("kind").asText()).isEqualTo("recording");
        assertThat(job.path("externalId").asText()).isEqualTo("rec_9f8e7d6c5b4a");
        assertThat(job.path("vendorId").isNull()).isTrue();
        assertThat(job.path("state").asText()).isEqualTo("QUEUED");
        assertThat(job.path("reason").isNull()).isTrue();
        assertThat(job.path("attempts").asInt(-1)).isZero();
        assertThat(java.time.Instant.parse(job.path("createdAt").asText())).isNotNull();
        assertThat(java.time.Instant.parse(job.path("updatedAt").asText())).isNotNull();
        assertThat(job.has("nextAttemptAt")).isTrue();
        assertThat(job.path("deliveries").isObject()).isTrue();
    }

    @Test
    void the_same_submission_finds_the_same_job_with_defaults_written_or_not() throws Exception {
        Reply first = client.submit("rec-same-again");
        Reply again = client.submitBody(
                """
                {"profanityMasking":true,"punctuationRestoration":true,"speakerDiarization":true,
                 "languageCode":"en-US","recordingId":"rec-same-again","account":"cxone","engine":"eng_1"}""");
        assertThat(first.status()).isEqualTo(202);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("jobId")).isEqualTo(first.json().path("jobId"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"languageCode\":\"en-GB\"",
                "\"speakerDiarization\":false",
                "\"punctuationRestoration\":false",
                "\"profanityMasking\":false"
            })
    void another_language_or_flag_is_another_job(String member) throws Exception {
        String plain = client.jobId("rec-flags");
        Reply other = client.submitBody("{\"account\":\"cxone\",\"recordingId\":\"rec-flags\"," + member + "}");
        assertThat(other.status()).isEqualTo(202);
        assertThat(other.json().path("jobId").asText()).isNotEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "recordingId|7|a number",
                "recordingId|true|true",
                "recordingId|[]|a list",
                "recordingId|{}|an object",
                "recordingId|null|nothing",
                "recordingId|\"abcd\"|'abcd'",
                "recordingId|\"\"|''",
                "recordingId|\"rec 12345\"|'rec 12345'",
                "recordingId|\"rec/12345\"|'rec/12345'",
                "recordingId|\"rec\\n12345\"|rec",
                "recordingId|\"rec12345\\n\"|rec",
                "recordingId|\"r\\u00e9c12345\"|r",
                "recordingId|\"rec\\u000012345\"|rec",
                "recordingId|\"rec\\ud80012345\"|rec",
                "recordingId|1e400|a number",
                "languageCode|7|a number",
                "languageCode|\"xx-XX\"|'xx-XX'",
                "languageCode|\"en_US\"|'en_US'",
                "languageCode|\"\"|''",
                "languageCode|{}|an object",
                "speakerDiarization|\"true\"|text",
                "speakerDiarization|1|a number",
                "punctuationRestoration|\"false\"|text",
                "profanityMasking|[]|a list",
                "referenceText|7|a number",
                "referenceText|[]|a list",
                "engine|7|a number",
                "engine|\"\"|''",
                "account|7|a number",
                "account|\"\"|''",
                "account|\"acme\"|'acme'",
                "account|\"line\\nbreak\"|line",
            })
    void a_field_of_another_type_or_value_is_refused_by_name(String field, String value, String found)
            throws Exception {
        String others = (field.equals("account") ? "" : "\"account\":\"cxone\",")
                + (field.equals("recordingId") ? "" : "\"recordingId\":\"rec-other\",");
        Reply reply = client.submitBody("{" + others + "\"" + field + "\":" + value + "}");
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(400);
        assertThat(reply.field()).isEqualTo(field);
        assertThat(reply.error()).contains(field, "expected", "found", found);
    }

    @Test
    void an_id_of_129_characters_is_refused_and_one_of_128_is_not() throws Exception {
        assertThat(client.submit("r".repeat(129)).status()).isEqualTo(400);
        assertThat(client.submit("r".repeat(128)).status()).isEqualTo(202);
        assertThat(client.submit("r".repeat(5)).status()).isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"recordingID", "operation", "CamelHttpUri", "jobId", "__proto__", ""})
    void an_unknown_field_is_refused_by_name(String name) throws Exception {
        Reply reply = client.submitBody("{\"account\":\"cxone\",\"recordingId\":\"rec-other\",\"" + name + "\":\"x\"}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.field()).isEqualTo(name);
        assertThat(reply.error()).contains("unknown", "'" + name + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "true",
                "7",
                "\"text\"",
                "[]",
                "[{\"account\":\"cxone\",\"recordingId\":\"rec-in-a-list\"}]",
                "{",
                "}",
                "{\"account\":\"cxone\",\"recordingId\":\"rec-cut-o",
                "{'account':'cxone','recordingId':'rec-quotes'}",
                "{\"account\":\"cxone\",\"recordingId\":\"rec-twice\",\"recordingId\":\"rec-other\"}",
                "{\"account\":\"cxone\",\"recordingId\":\"rec-trailing\"}x",
                "{\"account\":\"cxone\",\"recordingId\":\"rec-trailing\"}{}",
                "{\"account\":\"cxone\",\"recordingId\":\"rec-comma\",}",
                "{\"account\":\"cxone\",\"recordingId\":\"rec-raw\nbreak\"}",
                "'{\"account\":\"cxone\",\"recordingId\":\"rec-in-quotes\"}'",
                "\"{\\\"account\\\":\\\"cxone\\\",\\\"recordingId\\\":\\\"rec-in-quotes\\\"}\"",
                "${body}",
                "NaN",
                "account=cxone&recordingId=rec-form",
                "\u0000",
            })
    void what_is_no_json_object_is_refused(String body) throws Exception {
        Reply reply = client.submitBody(body);
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(400);
        assertThat(reply.error()).contains("expected", "found");
    }

    @Test
    void a_field_given_twice_is_refused_by_name() throws Exception {
        Reply reply = client.submitBody("{\"account\":\"cxone\",\"recordingId\":\"rec-1\",\"recordingId\":\"rec-2\"}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error()).contains("recordingId", "once");
    }

    @Test
    void deep_nesting_and_huge_numbers_are_refused() throws Exception {
        String nested = "{\"referenceText\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}";
        String number = "{\"account\":" + "9".repeat(100_000) + "}";
        String exponent = "{\"account\":1e999999999}";
        for (String body : new String[] {nested, "[".repeat(100_000), number, exponent}) {
            Reply reply = client.submitBody(body);
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.raw().body().length()).isLessThan(1_000);
        }
    }

    @Test
    void a_reference_of_any_text_is_taken() throws Exception {
        for (String text : new String[] {"\\u0000", "\\ud800", "\\udc00x", "\\ud83d\\ude00", "\\u202e", "", "  "}) {
            String id = "rec-ref-" + Integer.toHexString(text.hashCode());
            Reply reply = client.submitBody("{\"account\":\"cxone\",\"recordingId\":\"" + id
                    + "\",\"referenceText\":\"hello " + text + " there\"}");
            assertThat(reply.status()).as(text).isEqualTo(202);
            client.until(reply.json().path("jobId").asText(), "COMPLETED");
        }
    }

    @Test
    void bytes_that_are_not_utf_8_break_nothing() throws Exception {
        byte[] body = HubClient.request("rec-latin-1\u00e9").getBytes(StandardCharsets.ISO_8859_1);
        Reply reply = client.send("POST", PATH, BodyPublishers.ofByteArray(body), "Content-Type", JSON);
        assertThat(reply.status()).isEqualTo(400);
        byte[] utf16 = HubClient.request("rec-utf-16").getBytes(StandardCharsets.UTF_16);
        reply = client.send("POST", PATH, BodyPublishers.ofByteArray(utf16), "Content-Type", JSON);
        assertThat(reply.status()).isEqualTo(400);
    }

    @Test
    void a_byte_order_mark_is_no_fault() throws Exception {
        assertThat(client.submitBody("\ufeff" + HubClient.request("rec-with-bom"))
                        .status())
                .isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json; charset=bogus",
                "application/json; charset=utf-16",
                "application/json; charset=",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "multipart/form-data; boundary=x",
                "text/plain",
                "application/xml",
                "nonsense",
                ";;;",
                "application/json, text/plain"
            })
    void the_content_type_does_not_matter(String type) throws Exception {
        Reply reply = client.post(PATH, HubClient.request("rec-typed"), "Content-Type", type);
        assertThat(reply.status()).as(type + ": " + reply.raw().body()).isIn(200, 202);
        reply = client.post(PATH + "/batch", HubClient.request("rec-typed"), "Content-Type", type);
        assertThat(reply.status()).as(type + ": " + reply.raw().body()).isEqualTo(200);
    }

    @Test
    void a_body_that_only_says_it_is_compressed_is_refused() throws Exception {
        Reply reply = client.post(PATH, HubClient.request("rec-gzip"), "Content-Encoding", "gzip");
        assertThat(reply.status()).as(reply.raw().body()).isIn(400, 415, 202);
        assertThat(client.post(PATH, "garbage", "Content-Encoding", "deflate").status())
                .isIn(400, 415);
    }

    @Test
    void a_body_over_the_limit_is_refused_whether_its_length_is_announced_or_not() throws Exception {
        byte[] large = new byte[300_000];
        java.util.Arrays.fill(large, (byte) ' ');
        for (String path : new String[] {PATH, PATH + "/batch"}) {
            Reply announced = client.send("POST", path, BodyPublishers.ofByteArray(large));
            assertThat(announced.status()).isEqualTo(413);
            assertThat(announced.error()).contains("hub.http.max-body");
            Reply chunked = client.send(
                    "POST", path, BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large)));
            assertThat(chunked.status()).isEqualTo(413);
            assertThat(chunked.error()).contains("hub.http.max-body");
        }
    }

    @Test
    void a_chunked_body_is_as_good_as_any() throws Exception {
        byte[] body = HubClient.request("rec-chunked").getBytes(StandardCharsets.UTF_8);
        Reply reply =
                client.send("POST", PATH, BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body)));
        assertThat(reply.status()).isEqualTo(202);
    }

    @Test
    void good_lines_of_a_batch_are_taken_and_bad_ones_named() throws Exception {
        String lines = "\ufeff" + HubClient.request("rec-batch-1") + "\r\n\r\n  \n" + HubClient.request("rec-batch-2")
                + "\n{\"account\":\"cxone\"}\nnonsense\n" + HubClient.request("rec-batch-1") + "\r\n"
                + "{\"account\":\"acme\",\"recordingId\":\"rec-batch-3\"}\n"
                + "{\"account\":\"cxone\",\"recordingId\":\"rec-batch-4\",\"languageCode\":\"xx\"}\n"
                + HubClient.request("rec-batch-5");
        Reply reply = client.submitLines(lines);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("accepted").asInt()).isEqualTo(3);
        assertThat(reply.json().path("duplicates").asInt()).isEqualTo(1);
        JsonNode rejected = reply.json().path("rejected");
        assertThat(rejected.findValuesAsText("line")).containsExactly("5", "6", "8", "9");
        assertThat(rejected.path(0).path("error").asText()).contains("recordingId", "found nothing");
        assertThat(rejected.path(1).path("error").asText()).contains("expected JSON");
        assertThat(rejected.path(2).path("error").asText()).contains("account", "'acme'");
        assertThat(rejected.path(3).path("error").asText()).contains("languageCode", "'xx'");
    }

    @Test
    void an_empty_batch_is_a_batch() throws Exception {
        Reply reply = client.submitLines("");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json())
                .isEqualTo(HubClient.JSON.readTree("{\"accepted\":0,\"duplicates\":0,\"rejected\":[]}"));
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:8080, 200",
        "127.0.0.1, 200",
        "[::1]:8080, 200",
        "hub.example, 403",
        "127.0.0.1.example.com, 403"
    })
    void without_a_key_only_local_names_are_answered(String host, int status) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), hub.port())) {
            String request = "GET /api/v1/jobs HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 " + status);
        }
    }
}
