package io.transcripthub.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.transcripthub.search.DocumentRejected;
import io.transcripthub.search.IndexItem;
import io.transcripthub.search.IndexResult;
import io.transcripthub.search.IndexResult.Outcome;
import io.transcripthub.search.RunningServer;
import io.transcripthub.search.SearchServer;
import io.transcripthub.search.ServerUnderTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.es.ElasticsearchComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(ServerUnderTest.class)
class SearchIndexSinkIT {
    private static RunningServer server;

    /** Not read here: without it, JUnit hands the argument to no method either. */
    @Parameter
    ServerUnderTest kind;

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private ProducerTemplate template;

    @BeforeParameterizedClassInvocation
    static void startServer(ServerUnderTest kind, @TempDir Path folder) {
        server = kind.start(folder, 0);
    }

    @AfterParameterizedClassInvocation
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void start() throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                String sink = "kamelet:search-index-sink?hosts=" + server.address();
                from("direct:both").routeId("both").to(sink + "&index=sales").to(sink + "&index=support&idField=call");
                from("direct:sales").to(sink + "&index=sales");
            }
        });
        camel.start();
        template = camel.createProducerTemplate();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void two_sinks_in_one_context_keep_to_their_own_indexes_and_leave_the_body() throws Exception {
        Map<String, Object> call = Map.of("transcriptionId", "tr-1", "call", "call-1", "text", "hello");

        assertThat(template.requestBody("direct:both", call)).isEqualTo(call);

        assertThat(document("sales", "tr-1")).contains("hello");
        assertThat(document("support", "call-1")).contains("hello");
    }

    @Test
    void json_text_goes_in_too_and_what_cannot_be_indexed_fails_the_exchange() throws Exception {
        template.requestBody("direct:sales", "{\"transcriptionId\":\"tr-2\",\"text\":\"hello\"}");
        assertThat(document("sales", "tr-2")).contains("hello");

        assertThatExceptionOfType(CamelExecutionException.class)
                .isThrownBy(() ->
                        template.requestBody("direct:sales", "{\"transcriptionId\":\"tr-3\",\"indexed_at\":\"Jane\"}"))
                .withCauseInstanceOf(DocumentRejected.class);
        assertThatExceptionOfType(CamelExecutionException.class)
                .isThrownBy(() -> template.requestBody("direct:sales", "{\"text\":\"hello\"}"))
                .havingCause()
                .withMessage("document: expected its id in field transcriptionId, found none");
        assertThatExceptionOfType(CamelExecutionException.class)
                .isThrownBy(() -> template.requestBody("direct:sales", "Jane said"))
                .havingCause()
                .withMessageStartingWith("document: expected JSON")
                .withMessageNotContaining("Jane");
    }

    @Test
    void a_list_of_items_comes_back_as_a_list_of_results() {
        List<IndexItem> items = List.of(
                new IndexItem("tr-4", "{\"text\":\"hello\"}"), new IndexItem("tr-5", "{\"indexed_at\":\"never\"}"));

        assertThat(template.requestBody("direct:sales", items))
                .asInstanceOf(InstanceOfAssertFactories.list(IndexResult.class))
                .extracting(IndexResult::outcome)
                .containsExactly(Outcome.INDEXED, Outcome.REJECTED);
    }

    @Test
    void a_sink_works_on_after_its_route_was_stopped_and_started() throws Exception {
        for (String route : camel.getRoutes().stream().map(r -> r.getRouteId()).toList()) {
            camel.getRouteController().stopRoute(route);
            camel.getRouteController().startRoute(route);
        }

        template.requestBody("direct:sales", Map.of("transcriptionId", "tr-6"));

        assertThat(document("sales", "tr-6")).contains("tr-6");
    }

    @Test
    void camel_elasticsearch_speaks_to_each_server_through_the_same_client() throws Exception {
        try (RestClient client = SearchServer.of(server.address()).connect()) {
            ElasticsearchComponent component = new ElasticsearchComponent();
            component.setClient(client);
            camel.addComponent("elasticsearch", component);

            template.requestBodyAndHeader(
                    "elasticsearch:hub?operation=Index&indexName=other", Map.of("text", "hello"), "indexId", "a");
            Object bulk = template.requestBody(
                    "elasticsearch:hub?operation=Bulk&indexName=other", List.of(Map.of("text", "hello")));

            assertThat(bulk).isInstanceOf(List.class);
            assertThat(document("other", "a")).contains("hello");
        }
    }

    private static String document(String index, String id) throws Exception {
        try (var stream =
                server.address().resolve("/" + index + "/_doc/" + id).toURL().openStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
