package io.transcripthub.stages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.transcripthub.network.Connection;
import io.transcripthub.search.DocumentRejected;
import io.transcripthub.search.IndexItem;
import io.transcripthub.search.IndexResult;
import io.transcripthub.search.SearchIndex;
import io.transcripthub.search.SearchServer;
import io.transcripthub.search.SearchUnavailable;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.support.service.ServiceSupport;

/**
 * Puts documents into a search index: the step behind the Kamelet {@code search-index-sink}. Its connections live as
 * long as its route runs.
 *
 * <p>A list of {@link IndexItem} goes out as one bulk request and comes back as a list of {@link IndexResult}, item by
 * item, without an exception. A single document, a {@code Map} or JSON text, keeps its body, and is refused with
 * {@link SearchUnavailable} when it may succeed later or {@link DocumentRejected} when it never will.
 */
public final class IndexStage extends ServiceSupport implements Processor {
    private static final ObjectMapper JSON = new ObjectMapper();

    private String hosts;
    private String index = "transcripts";
    private String username;
    private String password;
    private String apiKey;
    private String idField = "transcriptionId";
    private Connection connection = Connection.direct();
    private SearchIndex target;

    /** URLs, separated by commas. */
    public void setHosts(String hosts) {
        this.hosts = hosts;
    }

    /** Name of the index or alias. */
    public void setIndex(String index) {
        this.index = index;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public void setApiKey(String apiKey) {
        this.apiKey = apiKey;
    }

    /** How the servers are reached: proxy and TLS. */
    public void setConnection(Connection connection) {
        this.connection = connection;
    }

    /** The field of a single document that is its id. */
    public void setIdField(String idField) {
        this.idField = idField;
    }

    @Override
    public void process(Exchange exchange) {
        Message message = exchange.getMessage();
        if (message.getBody() instanceof List<?> items) {
            message.setBody(
                    target.index(items.stream().map(IndexItem.class::cast).toList()));
        } else {
            target.put(document(message));
        }
    }

    @Override
    protected void doStart() {
        target = new SearchIndex(
                SearchServer.of(hosts, username, password, apiKey).over(connection), index);
    }

    @Override
    protected void doStop() {
        target.close();
    }

    private IndexItem document(Message message) {
        JsonNode document = message.getBody() instanceof Map<?, ?> map
                ? JSON.valueToTree(map)
                : parsed(message.getBody(String.class));
        String id = document.path(idField).asText();
        if (id.isEmpty()) {
            throw new IllegalArgumentException("document: expected its id in field " + idField + ", found none");
        }
        return new IndexItem(id, document.toString());
    }

    /** Jackson's own message would quote the text. */
    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text == null ? "" : text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("document: expected JSON, found something else at line "
                    + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr());
        }
    }
}
