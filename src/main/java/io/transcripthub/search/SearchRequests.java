package io.transcripthub.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.transcripthub.network.ConnectionFault;
import io.transcripthub.search.SearchResult.Hit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.entity.ContentType;
import org.apache.http.util.EntityUtils;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RequestOptions;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.RestClient;

/** The few requests to a search server that the hub makes; every fault of one is a {@link SearchUnavailable}. */
final class SearchRequests implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ContentType LINES = ContentType.create("application/x-ndjson");
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final int LARGE_BYTES = 1 << 20;

    private final SearchServer server;
    private final String template;
    private final RestClient client;
    private final RequestOptions askFirst;

    /** @param template resource with settings and mappings of an index that has to be made */
    SearchRequests(SearchServer server, String template) {
        this.server = server;
        this.template = template;
        this.client = server.connect();
        this.askFirst = askFirst();
    }

    /** Whether there is an index or an alias of the name. */
    boolean exists(String index) {
        return send(new Request("HEAD", "/" + index)).getStatusLine().getStatusCode() == 200;
    }

    /** Puts the template, and makes the first index of the alias unless another node of the hub was faster. */
    void create(String alias) {
        Request put = new Request("PUT", "/_index_template/" + alias);
        put.setJsonEntity(template(alias).toString());
        send(put);
        Request index = new Request("PUT", "/" + alias + "-000001");
        index.setJsonEntity("{\"aliases\":{\"" + alias + "\":{\"is_write_index\":true}}}");
        try {
            send(index);
        } catch (SearchUnavailable e) {
            if (!e.getMessage().contains("resource_already_exists_exception")) {
                throw e;
            }
        }
    }

    /** @return {@code items} of the answer, reduced to status and error */
    JsonNode bulk(String index, byte[] lines) {
        Request request = new Request("POST", "/" + index + "/_bulk");
        request.addParameter("filter_path", "items.*.status,items.*.error.type,items.*.error.reason");
        request.setEntity(new ByteArrayEntity(lines, LINES));
        if (lines.length > LARGE_BYTES) {
            request.setOptions(askFirst);
        }
        return json(send(request));
    }

    /** The answer to a GET. */
    JsonNode get(String path) {
        return json(send(new Request("GET", path)));
    }

    SearchResult search(String index, String query, int limit) {
        Request request = new Request("POST", "/" + index + "/_search");
        request.addParameter("ignore_unavailable", "true");
        request.setJsonEntity(query(query, limit).toString());
        JsonNode hits = json(send(request)).path("hits");
        List<Hit> found = new ArrayList<>();
        for (JsonNode hit : hits.path("hits")) {
            Map<String, Object> source = JSON.convertValue(hit.path("_source"), OBJECT);
            found.add(new Hit(hit.path("_id").asText(), hit.path("_score").asDouble(), source));
        }
        return new SearchResult(hits.path("total").path("value").asLong(), found);
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Elasticsearch 9 answers 413 and hangs up while a request that is too large is still under way, so that the client
     * often sees a broken pipe and no answer. {@code Expect: 100-continue} lets it refuse before the body is sent.
     */
    private static RequestOptions askFirst() {
        return RequestOptions.DEFAULT.toBuilder()
                .setRequestConfig(SearchServer.requestConfig()
                        .setExpectContinueEnabled(true)
                        .build())
                .build();
    }

    private ObjectNode template(String alias) {
        try (InputStream resource = SearchRequests.class.getResourceAsStream(template)) {
            ObjectNode json = (ObjectNode) JSON.readTree(resource);
            json.putArray("index_patterns").add(alias).add(alias + "-*");
            return json;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode query(String words, int limit) {
        ObjectNode body = JSON.createObjectNode().put("size", limit).put("track_total_hits", true);
        body.putObject("query")
                .putObject("simple_query_string")
                .put("query", words)
                .put("default_operator", "and")
                .put("flags", "AND|OR|NOT|PHRASE|PREFIX|PRECEDENCE|ESCAPE|WHITESPACE")
                .putArray("fields")
                .add("text");
        return body;
    }

    private Response send(Request request) {
        try {
            return client.performRequest(request);
        } catch (ResponseException e) {
            throw refusal(e.getResponse());
        } catch (SocketTimeoutException e) {
            throw new SearchUnavailable(0, "search server " + server + " did not answer in time");
        } catch (IOException e) {
            throw new SearchUnavailable(
                    0,
                    "search server " + server + " cannot be reached: "
                            + ConnectionFault.words(e).orElse(e.getMessage()));
        }
    }

    private SearchUnavailable refusal(Response response) {
        int status = response.getStatusLine().getStatusCode();
        String words =
                switch (status) {
                    case 401 -> "does not accept the username and password or the api key (401)";
                    case 403 -> "denies this user the right to do that (403): " + reason(response);
                    case 407 -> "cannot be reached: " + ConnectionFault.proxyAnswers(status);
                    case 413 -> "says that the request is too large (413)";
                    default -> "answered " + status + " " + reason(response);
                };
        return new SearchUnavailable(status, "search server " + server + " " + words);
    }

    private String reason(Response response) {
        try {
            return ServerReason.of(json(response).path("error"));
        } catch (SearchUnavailable e) {
            return response.getStatusLine().getReasonPhrase();
        }
    }

    private JsonNode json(Response response) {
        try {
            return JSON.readTree(EntityUtils.toByteArray(response.getEntity()));
        } catch (JsonProcessingException e) {
            throw new SearchUnavailable(0, "search server " + server + " did not answer with JSON");
        } catch (IOException | IllegalArgumentException e) {
            throw new SearchUnavailable(0, "the answer of search server " + server + " broke off");
        }
    }
}
