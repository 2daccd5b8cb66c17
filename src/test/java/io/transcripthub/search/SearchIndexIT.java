package io.transcripthub.search;

import static io.transcripthub.search.IndexResult.Outcome.INDEXED;
import static io.transcripthub.search.IndexResult.Outcome.REJECTED;
import static io.transcripthub.search.IndexResult.Outcome.RETRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.http.util.EntityUtils;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(ServerUnderTest.class)
class SearchIndexIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static RunningServer server;

    /** Not read here: without it, JUnit hands the argument to no method either. */
    @Parameter
    ServerUnderTest kind;

    private static RestClient client;

    private final String name = "calls-" + UUID.randomUUID();
    private final SearchIndex index = new SearchIndex(SearchServer.of(server.address()), name);

    @BeforeParameterizedClassInvocation
    static void start(ServerUnderTest kind, @TempDir Path folder) {
        server = kind.start(folder, 0);
        client = SearchServer.of(server.address()).connect();
    }

    @AfterParameterizedClassInvocation
    static void stop() throws IOException {
        client.close();
        server.close();
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void the_first_document_makes_template_index_and_alias() throws IOException {
        index.index(List.of(item("a", "hello")));

        JsonNode mapping = get("/" + name + "/_mapping").path(name + "-000001").path("mappings");
        assertThat(mapping.path("dynamic").asText()).isEqualTo("false");
        assertThat(mapping.at("/properties/text/type").asText()).isEqualTo("text");
        assertThat(mapping.at("/properties/utterances/properties/speaker/type").asText())
                .isEqualTo("keyword");
        assertThat(mapping.at("/properties/account/type").asText()).isEqualTo("keyword");
        assertThat(mapping.at("/properties/metrics/properties/word_error_rate/type")
                        .asText())
                .isEqualTo("double");
        assertThat(mapping.at("/properties/redactions/properties/PHONE/type").asText())
                .isEqualTo("integer");
        assertThat(get("/_index_template/" + name)
                        .at("/index_templates/0/index_template/priority")
                        .asInt())
                .isGreaterThan(200);
        assertThat(get("/_cluster/health/" + name).path("status").asText()).isEqualTo("green");
    }

    @Test
    void an_alias_that_exists_is_used_as_it_is() throws IOException {
        Request create = new Request("PUT", "/own-" + name);
        create.setJsonEntity("{\"aliases\":{\"" + name + "\":{}}}");
        client.performRequest(create);

        index.index(List.of(item("a", "hello")));

        assertThat(get("/_alias/" + name).fieldNames()).toIterable().containsExactly("own-" + name);
        assertThat(get("/_index_template").toString()).doesNotContain(name);
    }

    @Test
    void a_document_that_comes_twice_stands_there_once_as_it_came_last() {
        index.index(List.of(item("a", "first words")));
        index.index(List.of(item("a", "second words")));

        SearchResult found = search("words");
        assertThat(found.total()).isEqualTo(1);
        assertThat(found.hits().get(0).id()).isEqualTo("a");
        assertThat(found.hits().get(0).source()).containsEntry("text", "second words");
    }

    @Test
    void a_document_that_conflicts_is_rejected_and_its_neighbours_are_indexed() {
        IndexItem conflict = new IndexItem("bad", "{\"indexed_at\":\"Jane's card is here\",\"text\":\"words\"}");

        List<IndexResult> results = index.index(List.of(item("a", "words"), conflict, item("b", "words")));

        assertThat(results).extracting(IndexResult::id).containsExactly("a", "bad", "b");
        assertThat(results).extracting(IndexResult::outcome).containsExactly(INDEXED, REJECTED, INDEXED);
        assertThat(results.get(1).reason())
                .matches(
                        "400 (mapper|document)_parsing_exception: .*failed to parse field .indexed_at. of type .date.*")
                .doesNotContain("Jane");
        assertThat(search("words").total()).isEqualTo(2);
    }

    @Test
    void fields_of_somebodys_own_are_kept_whatever_their_types() {
        List<IndexResult> results = index.index(List.of(
                new IndexItem("a", "{\"text\":\"words\",\"own\":1}"),
                new IndexItem("b", "{\"text\":\"words\",\"own\":{\"deep\":[true]}}")));

        assertThat(results).extracting(IndexResult::outcome).containsOnly(INDEXED);
        assertThat(search("words").hits())
                .extracting(hit -> hit.source().get("own"))
                .containsExactlyInAnyOrder(1, Map.of("deep", List.of(true)));
    }

    @Test
    void line_breaks_and_quotes_in_documents_and_ids_do_not_break_the_bulk() {
        IndexItem pretty = new IndexItem("a \"b\"\n", "{\n  \"text\":\r\n \"two\\nlines\"\n}\n");

        assertThat(index.index(List.of(pretty, item("c", "lines"))))
                .extracting(IndexResult::outcome)
                .containsOnly(INDEXED);
        assertThat(search("lines").hits()).extracting(SearchResult.Hit::id).contains("a \"b\"\n");
    }

    @Test
    void text_that_is_no_json_is_rejected_alone() {
        assertThat(index.index(List.of(item("a", "words"), new IndexItem("b", "Jane said"))))
                .extracting(IndexResult::outcome)
                .containsExactly(INDEXED, REJECTED);
    }

    @Test
    void a_batch_that_is_too_large_is_sent_in_halves() {
        String longText = "word ".repeat(1_000_000);
        List<IndexItem> items = IntStream.range(0, 8)
                .mapToObj(i -> new IndexItem("item-" + i, "{\"own\":\"" + longText + "\"}"))
                .toList();

        assertThat(index.index(items))
                .hasSize(8)
                .extracting(IndexResult::outcome)
                .containsOnly(INDEXED);
    }

    @Test
    void a_document_that_is_too_large_by_itself_is_rejected() {
        IndexItem large = new IndexItem("large", "{\"own\":\"" + "word ".repeat(7_000_000) + "\"}");

        List<IndexResult> results = index.index(List.of(item("a", "words"), large));

        assertThat(results.get(1).reason()).contains("too large (413)");
        assertThat(results).extracting(IndexResult::outcome).containsExactly(INDEXED, REJECTED);
    }

    @Test
    void an_index_that_takes_no_writes_is_tried_again() throws IOException {
        index.index(List.of(item("a", "words")));
        Request block = new Request("PUT", "/" + name + "/_settings");
        block.setJsonEntity("{\"index.blocks.write\":true}");
        client.performRequest(block);

        List<IndexResult> results = index.index(List.of(item("b", "words")));

        assertThat(results).extracting(IndexResult::outcome).containsExactly(RETRY);
        assertThat(results.get(0).reason()).contains("403 cluster_block_exception");
    }

    @Test
    void one_document_that_is_refused_throws() {
        assertThatExceptionOfType(DocumentRejected.class)
                .isThrownBy(() -> index.put(new IndexItem("bad", "{\"utterances\":\"Jane\"}")))
                .withMessageMatching("document bad rejected: 400 (mapper|document)_parsing_exception: .*")
                .withMessageNotContaining("Jane");
    }

    @Test
    void a_search_finds_documents_that_hold_all_words_and_counts_those_beyond_the_limit() {
        index.index(List.of(
                item("a", "I want to cancel my contract"),
                item("b", "I want a refund"),
                item("c", "cancel the contract please")));

        assertThat(search("cancel contract").total()).isEqualTo(2);
        assertThat(search("cancel contract -please").hits())
                .extracting(SearchResult.Hit::id)
                .containsExactly("a");
        assertThat(index.search("want | cancel", 1).total()).isEqualTo(3);
        assertThat(index.search("want | cancel", 1).hits()).hasSize(1);
    }

    @Test
    void a_query_that_looks_malformed_is_answered() {
        index.index(List.of(item("a", "words")));

        assertThat(search("\"open (quote AND ~/[ {").total()).isZero();
    }

    @Test
    void a_search_before_the_first_document_finds_nothing() {
        assertThat(index.search("anything", 10)).isEqualTo(new SearchResult(0, List.of()));
    }

    @Test
    void a_query_or_a_limit_out_of_bounds_is_refused_by_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> index.search(" ", 10))
                .withMessage("q: expected 1 to 1000 characters, found 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> index.search("x".repeat(1_001), 10))
                .withMessageContaining("found 1001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> index.search("x", 101))
                .withMessage("limit: expected 1 to 100, found 101");
    }

    @Test
    void a_name_that_no_index_can_have_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SearchIndex(SearchServer.of(server.address()), "a/_search?q="))
                .withMessageStartingWith("search index: expected lower-case letters");
    }

    private static IndexItem item(String id, String text) {
        return new IndexItem(
                id,
                "{\"account\":\"cxone\",\"text\":\"" + text + "\",\"utterances\":[{\"speaker\":\"agent\",\"text\":\""
                        + text
                        + "\",\"start\":0.5,\"end\":1.5}],\"metrics\":{\"word_error_rate\":null},"
                        + "\"redactions\":{\"PHONE\":2},\"indexed_at\":\"2026-01-02T03:04:05.678Z\"}");
    }

    private SearchResult search(String query) {
        try {
            client.performRequest(new Request("POST", "/" + name + "/_refresh"));
            return index.search(query, 10);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode get(String path) throws IOException {
        return JSON.readTree(EntityUtils.toString(
                client.performRequest(new Request("GET", path)).getEntity()));
    }
}
