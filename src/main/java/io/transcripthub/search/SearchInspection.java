package io.transcripthub.search;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A look at a search server and its index that changes nothing.
 *
 * @param product {@code Elasticsearch} or {@code OpenSearch}
 * @param exists whether there is an index or an alias of the name
 * @param problem why transcripts cannot be written as it is, empty when they can
 */
public record SearchInspection(String product, String version, boolean exists, String problem) {
    /** @throws SearchUnavailable when the server does not answer, or refuses the credentials */
    public static SearchInspection of(SearchServer server, String index) {
        try (SearchRequests requests = new SearchRequests(server, SearchIndex.TRANSCRIPTS)) {
            JsonNode root = requests.get("/");
            if (!root.at("/version/number").isTextual()) {
                throw new SearchUnavailable(0, server + " is neither Elasticsearch nor OpenSearch");
            }
            String product =
                    root.at("/version/distribution").asText().equals("opensearch") ? "OpenSearch" : "Elasticsearch";
            boolean exists = requests.exists(index);
            return new SearchInspection(
                    product,
                    root.at("/version/number").asText(),
                    exists,
                    exists ? blocked(requests.get("/" + index + "/_settings?flat_settings=true")) : cluster(requests));
        }
    }

    private static String cluster(SearchRequests requests) {
        JsonNode settings = requests.get("/_cluster/settings?flat_settings=true");
        for (String level : new String[] {"transient", "persistent"}) {
            for (String block : new String[] {"cluster.blocks.read_only", "cluster.blocks.create_index"}) {
                if (settings.path(level).path(block).asBoolean()) {
                    return "no index can be made: " + block + " is set; lift it";
                }
            }
        }
        return "";
    }

    /** A full disk sets read_only_allow_delete. */
    private static String blocked(JsonNode indices) {
        for (JsonNode index : indices) {
            for (String block : new String[] {"read_only_allow_delete", "read_only", "write"}) {
                if (index.path("settings").path("index.blocks." + block).asBoolean()) {
                    return "it cannot be written: index.blocks." + block + " is set; is the disk full?";
                }
            }
        }
        return "";
    }
}
