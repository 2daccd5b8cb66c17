package io.transcripthub.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.transcripthub.app.HubClient.Reply;
import io.transcripthub.sandbox.Sandbox;
import io.transcripthub.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking at jobs and transcripts over HTTP, with an API key and hostile callers. */
class JobsApiTest {
    private static final String[] KEY = {"Authorization", "Bearer s3cret-key"};

    @TempDir
    private static Path dir;

    private static Sandbox sandbox;
    private static TestHub hub;
    private static HubClient client;

    @BeforeAll
    static void start() throws Exception {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        hub = TestHub.start(dir, sandbox, "hub.api-key", "s3cret-key");
        client = hub.client();
        String lines = String.join(
                "\n",
                IntStream.range(0, 25)
                        .mapToObj(i -> HubClient.request("rec-page-" + i))
                        .toList());
        assertThat(client.post("/api/v1/transcriptions/batch", lines, KEY).status())
                .isEqualTo(200);
    }

    @AfterAll
    static void close() {
        hub.close();
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/jobs",
                "/api/v1/jobs/summary",
                "/api/v1/jobs/x",
                "/api/v1/transcripts/x",
                "/api/v1/search?q=x",
                "/api/v1/openapi.json",
                "/api//v1/jobs",
                "/./api/v1/jobs",
                "/x/../api/v1/jobs",
                "/%61pi/v1/jobs",
                "/api/v1/jobs/"
            })
    void nothing_of_the_api_answers_without_the_key(String path) throws Exception {
        for (String[] headers : new String[][] {
            {},
            {"Authorization", "Bearer wrong"},
            {"Authorization", "Basic s3cret-key"},
            {"Authorization", "s3cret-key"},
        }) {
            Reply reply = client.get(path, headers);
            assertThat(reply.status()).isIn(401, 404);
            assertThat(reply.json().has("jobs")).isFalse();
            assertThat(reply.error()).isNotBlank();
        }
        assertThat(client.post("/api/v1/transcriptions", HubClient.request("rec-no-key"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void pages_show_every_job_once() throws Exception {
        Set<String> seen = new HashSet<>();
        int shown = 0;
        String after = "";
        int pages = 0;
        do {
            JsonNode page = client.get("/api/v1/jobs?limit=7" + after, KEY).json();
            for (JsonNode job : page.path("jobs")) {
                seen.add(job.path("jobId").asText());
                shown++;
            }
            after = page.path("next").isNull()
                    ? ""
                    : "&after=" + page.path("next").asText();
            pages++;
        } while (!after.isEmpty());
        assertThat(seen).hasSize(shown).hasSizeGreaterThanOrEqualTo(25);
        assertThat(pages).isEqualTo(shown / 7 + 1);
    }

    @Test
    void filters_by_state_and_account() throws Exception {
        assertThat(client.get("/api/v1/jobs?state=DEAD", KEY).json().path("jobs"))
                .isEmpty();
        assertThat(client.get("/api/v1/jobs?account=genesys", KEY).json().path("jobs"))
                .isEmpty();
        assertThat(client.get("/api/v1/jobs?account=cxone&limit=3", KEY).json().path("jobs"))
                .hasSize(3);
        assertThat(client.get("/api/v1/jobs?state=&account=&limit=&after=", KEY).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state=dead",
                "state=NONE",
                "limit=0",
                "limit=-1",
                "limit=x",
                "limit=1001",
                "limit=99999999999999999999",
                "limit=1.5",
                "limit=%D9%A1",
                "after=x",
                "after=-1",
                "after=${body}",
                "state=DEAD&state=FAILED",
                "limit=1&limit=2",
            })
    void a_parameter_that_does_not_fit_is_refused_by_name(String parameter) throws Exception {
        Reply reply = client.get(
                "/api/v1/jobs?"
                        + parameter.replace("$", "%24").replace("{", "%7B").replace("}", "%7D"),
                KEY);
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(400);
        assertThat(reply.field()).isEqualTo(parameter.substring(0, parameter.indexOf('=')));
        assertThat(reply.error()).contains("expected", "found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"job_none", "null", "true", "x%2Fy", "%00", "..%2f", "%27", "%22x%22", "$%7Bbody%7D", "x,y"})
    void what_is_not_there_is_404(String id) throws Exception {
        for (String path : List.of("/api/v1/jobs/" + id, "/api/v1/transcripts/" + id)) {
            Reply reply = client.get(path, KEY);
            assertThat(reply.status()).as(path + reply.raw().body()).isEqualTo(404);
            assertThat(reply.error()).isNotBlank();
        }
        assertThat(client.post("/api/v1/jobs/" + id + "/retry", "", KEY).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api", "/api/v2/jobs"})
    void an_unknown_path_is_404_in_json(String path) throws Exception {
        Reply reply = client.get(path, KEY);
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.error()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "PUT", "PATCH"})
    void another_method_is_refused(String method) throws Exception {
        Reply reply = client.send(method, "/api/v1/jobs", java.net.http.HttpRequest.BodyPublishers.ofString("{}"), KEY);
        assertThat(reply.status()).isIn(404, 405);
    }

    @Test
    void a_job_that_is_under_way_has_nothing_to_retry() throws Exception {
        String id = client.post("/api/v1/transcriptions", HubClient.request("rec-stuck-retry"), KEY)
                .json()
                .path("jobId")
                .asText();
        Reply reply = client.post("/api/v1/jobs/" + id + "/retry", "", KEY);
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.error()).contains("expected", "found");
    }

    @Test
    void a_search_without_words_is_400_and_one_without_a_server_is_503() throws Exception {
        for (String query : List.of("", "?q=", "?q=%20", "?q=" + "x".repeat(1_001))) {
            Reply reply = client.get("/api/v1/search" + query, KEY);
            assertThat(reply.status()).as(query).isEqualTo(400);
            assertThat(reply.field()).isEqualTo("q");
        }
        for (String query : List.of("hello", "true", "%27a%27", "$%7Bbody%7D", "a,b)", "%00")) {
            Reply reply = client.get("/api/v1/search?q=" + query, KEY);
            assertThat(reply.status()).as(query).isEqualTo(503);
            assertThat(reply.error()).isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "indexName",
                "operation",
                "CamelHttpUri",
                "CamelHttpPath",
                "CamelHttpQuery",
                "CamelHttpMethod",
                "CamelBeanMethodName",
                "CamelHttpResponseCode",
                "camelhttpuri",
                "jobId",
                "webhook-id",
                "Retry-After"
            })
    void hostile_headers_and_parameters_have_no_effect(String name) throws Exception {
        String value = "http://127.0.0.1:9/hostile";
        String[] headers = {KEY[0], KEY[1], name, value};
        Reply reply = client.post(
                "/api/v1/transcriptions?" + name + "=" + value,
                HubClient.request("rec-hostile-" + name.length()),
                headers);
        assertThat(reply.status()).isIn(200, 202);
        assertThat(reply.raw().headers().map().values().toString()).doesNotContain("hostile");
        Reply job =
                client.get("/api/v1/jobs/" + reply.json().path("jobId").asText() + "?" + name + "=" + value, headers);
        assertThat(job.status()).isEqualTo(200);
        assertThat(job.json().path("jobId")).isEqualTo(reply.json().path("jobId"));
        assertThat(job.raw().headers().map().keySet()).allMatch(header -> Set.of(
                        ":status", "content-type", "content-length", "transfer-encoding", "connection", "date")
                .contains(header.toLowerCase(java.util.Locale.ROOT)));
    }

    @Test
    void the_summary_counts_states_and_deliveries() throws Exception {
        JsonNode summary = client.get("/api/v1/jobs/summary", KEY).json();
        assertThat(summary.path("states").isObject()).isTrue();
        assertThat(summary.path("deliveries").isObject()).isTrue();
    }

    @Test
    void the_openapi_document_and_health_are_served() throws Exception {
        assertThat(client.get("/api/v1/openapi.json", KEY)
                        .json()
                        .path("openapi")
                        .asText())
                .startsWith("3");
        assertThat(client.get("/observe/health").json().path("status").asText()).isEqualTo("UP");
    }
}
