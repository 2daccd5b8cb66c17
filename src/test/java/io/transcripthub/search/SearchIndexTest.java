package io.transcripthub.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of documents when a server, or a proxy before it, answers the request as a whole. */
class SearchIndexTest {
    private record Answer(int status, String body) {}

    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private final Queue<String> credentials = new ConcurrentLinkedQueue<>();
    private final Queue<String> expectations = new ConcurrentLinkedQueue<>();
    private HttpServer server;
    private SearchIndex index;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.add(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
            credentials.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            expectations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Expect")));
            exchange.getRequestBody().readAllBytes();
            Answer answer = answers.remove();
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        index = new SearchIndex(SearchServer.of(address(), "hub", "s3cret", ""), "transcripts");
    }

    @AfterEach
    void stop() {
        index.close();
        server.stop(0);
    }

    @Test
    void wrong_credentials_are_said_in_words_without_them() {
        answers.add(new Answer(401, ""));

        assertThat(index.index(items("a", "b")))
                .containsExactly(
                        retry("a", "does not accept the username and password or the api key (401)"),
                        retry("b", "does not accept the username and password or the api key (401)"));
        assertThat(credentials).containsExactly("Basic aHViOnMzY3JldA==");
    }

    @Test
    void a_missing_right_is_said_in_the_servers_words() {
        answers.add(new Answer(200, ""));
        answers.add(
                new Answer(
                        403,
                        "{\"error\":{\"type\":\"security_exception\",\"reason\":\"no permissions for [indices:data/write/bulk]\"}}"));

        assertThat(index.index(items("a")))
                .containsExactly(retry(
                        "a",
                        "denies this user the right to do that (403):"
                                + " security_exception: no permissions for [indices:data/write/bulk]"));
    }

    @Test
    void a_server_that_is_overloaded_is_asked_once_and_the_index_looked_for_once() {
        answers.add(new Answer(200, ""));
        answers.add(new Answer(503, "no server available"));
        answers.add(new Answer(200, "{\"items\":[{\"index\":{\"status\":201}}]}"));

        assertThat(index.index(items("a"))).containsExactly(retry("a", "answered 503 Service Unavailable"));
        assertThat(index.index(items("a"))).containsExactly(new IndexResult("a", IndexResult.Outcome.INDEXED, ""));
        assertThat(requests).containsExactly("HEAD /transcripts", "POST /transcripts/_bulk", "POST /transcripts/_bulk");
    }

    @Test
    void a_large_request_asks_before_it_sends_its_body() {
        answers.add(new Answer(200, ""));
        answers.add(new Answer(200, "{\"items\":[{\"index\":{\"status\":201}}]}"));
        answers.add(new Answer(200, "{\"items\":[{\"index\":{\"status\":201}}]}"));

        index.index(items("a"));
        index.index(List.of(new IndexItem("b", "{\"text\":\"" + "word ".repeat(300_000) + "\"}")));

        assertThat(expectations).containsExactly("null", "null", "100-continue");
    }

    @Test
    void a_template_that_was_not_taken_is_put_again_at_the_next_attempt() {
        answers.add(new Answer(404, ""));
        answers.add(new Answer(429, "{}"));
        answers.add(new Answer(404, ""));
        answers.add(new Answer(200, "{}"));
        answers.add(
                new Answer(400, "{\"error\":{\"type\":\"resource_already_exists_exception\",\"reason\":\"exists\"}}"));
        answers.add(new Answer(200, "{\"items\":[{\"index\":{\"status\":200}}]}"));

        assertThat(index.index(items("a")).get(0).outcome()).isEqualTo(IndexResult.Outcome.RETRY);
        assertThat(index.index(items("a")).get(0).outcome()).isEqualTo(IndexResult.Outcome.INDEXED);
        assertThat(requests)
                .containsExactly(
                        "HEAD /transcripts",
                        "PUT /_index_template/transcripts",
                        "HEAD /transcripts",
                        "PUT /_index_template/transcripts",
                        "PUT /transcripts-000001",
                        "POST /transcripts/_bulk");
    }

    @Test
    void a_page_instead_of_an_answer_is_tried_again() {
        answers.add(new Answer(200, ""));
        answers.add(new Answer(200, "<html>Please log in</html>"));

        assertThat(index.index(items("a"))).containsExactly(retry("a", "did not answer with JSON"));
    }

    @Test
    void an_answer_with_fewer_items_than_were_sent_counts_for_none() {
        answers.add(new Answer(200, ""));
        answers.add(new Answer(200, "{\"items\":[{\"index\":{\"status\":201}}]}"));

        assertThat(index.index(items("a", "b")))
                .extracting(IndexResult::outcome)
                .containsExactly(IndexResult.Outcome.RETRY, IndexResult.Outcome.RETRY);
    }

    @Test
    void items_that_the_server_has_no_room_for_are_tried_again_and_not_their_neighbours() {
        answers.add(new Answer(200, ""));
        answers.add(new Answer(
                200,
                "{\"items\":[{\"index\":{\"status\":429,\"error\":{\"type\":\"rejected_execution\",\"reason\":\"full\"}}},"
                        + "{\"index\":{\"status\":201}}]}"));

        assertThat(index.index(items("a", "b")))
                .containsExactly(
                        new IndexResult("a", IndexResult.Outcome.RETRY, "429 rejected_execution: full"),
                        new IndexResult("b", IndexResult.Outcome.INDEXED, ""));
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static List<IndexItem> items(String... ids) {
        return Stream.of(ids).map(id -> new IndexItem(id, "{}")).toList();
    }

    private IndexResult retry(String id, String words) {
        return new IndexResult(id, IndexResult.Outcome.RETRY, "search server " + address() + " " + words);
    }
}
