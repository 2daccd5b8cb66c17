package io.transcripthub.search;

import io.transcripthub.network.Connection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.apache.http.Header;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.HttpRequestInterceptor;
import org.apache.http.HttpResponseInterceptor;
import org.apache.http.auth.AuthScope;
import org.apache.http.auth.UsernamePasswordCredentials;
import org.apache.http.client.CredentialsProvider;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.impl.client.BasicCredentialsProvider;
import org.apache.http.impl.conn.DefaultRoutePlanner;
import org.apache.http.impl.conn.DefaultSchemePortResolver;
import org.apache.http.impl.nio.client.HttpAsyncClientBuilder;
import org.apache.http.message.BasicHeader;
import org.apache.http.protocol.HttpContext;
import org.elasticsearch.client.RestClient;

/**
 * Where Elasticsearch 8, 9 or OpenSearch answers, and as whom the hub speaks to it.
 *
 * @param hosts of one cluster, such as {@code http://search-1:9200}; a missing port is 9200
 * @param username of basic authentication, empty for none
 * @param apiKey Elasticsearch's base64 API key, empty for none
 */
public record SearchServer(List<URI> hosts, String username, String password, String apiKey, Connection connection) {
    private static final int CONNECT_MILLIS = 2_000;
    private static final int ANSWER_MILLIS = 20_000;
    private static final int DEFAULT_PORT = 9200;

    /**
     * @param hosts URLs, separated by commas
     * @throws IllegalArgumentException when a host is not an http or https URL of host and port, or when both a user
     *     and an API key are given
     */
    public static SearchServer of(String hosts, String username, String password, String apiKey) {
        List<URI> addresses = Arrays.stream(hosts.split(","))
                .map(String::strip)
                .map(SearchServer::address)
                .toList();
        return new SearchServer(addresses, username, password, apiKey, Connection.direct());
    }

    public SearchServer {
        hosts = List.copyOf(hosts);
        username = username == null ? "" : username;
        password = password == null ? "" : password;
        apiKey = apiKey == null ? "" : apiKey;
        if (!username.isEmpty() && !apiKey.isEmpty()) {
            throw new IllegalArgumentException("search: expected either a username or an api key, found both");
        }
    }

    /** A server that asks for no credentials. */
    public static SearchServer of(URI host) {
        return new SearchServer(List.of(host), "", "", "", Connection.direct());
    }

    /** The same server, reached in another way. */
    public SearchServer over(Connection other) {
        return new SearchServer(hosts, username, password, apiKey, other);
    }

    /**
     * A client for the low-level API, and for camel-elasticsearch: its Elasticsearch 9 client is understood by
     * Elasticsearch 8 and OpenSearch too through this one. It waits two seconds for a connection and twenty for an
     * answer, and follows no redirect. The caller closes it.
     */
    public RestClient connect() {
        return RestClient.builder(hosts.stream().map(SearchServer::httpHost).toArray(HttpHost[]::new))
                .setDefaultHeaders(credentials())
                .setRequestConfigCallback(defaults -> requestConfig())
                .setHttpClientConfigCallback(http -> throughProxy(http.setSSLContext(connection.sslContext()))
                        .addInterceptorLast(plainMediaTypes())
                        .addInterceptorLast(productOfEveryKind()))
                .build();
    }

    private HttpAsyncClientBuilder throughProxy(HttpAsyncClientBuilder http) {
        connection.proxy().ifPresent(proxy -> {
            http.setRoutePlanner(new DefaultRoutePlanner(DefaultSchemePortResolver.INSTANCE) {
                @Override
                protected HttpHost determineProxy(HttpHost target, HttpRequest request, HttpContext context) {
                    return proxy.isBypassedFor(target.getHostName()) ? null : new HttpHost(proxy.host(), proxy.port());
                }
            });
            if (!proxy.username().isEmpty()) {
                CredentialsProvider credentials = new BasicCredentialsProvider();
                credentials.setCredentials(
                        new AuthScope(proxy.host(), proxy.port()),
                        new UsernamePasswordCredentials(proxy.username(), proxy.password()));
                http.setDefaultCredentialsProvider(credentials);
            }
        });
        return http;
    }

    static RequestConfig.Builder requestConfig() {
        return RequestConfig.custom()
                .setConnectTimeout(CONNECT_MILLIS)
                .setConnectionRequestTimeout(CONNECT_MILLIS)
                .setSocketTimeout(ANSWER_MILLIS)
                .setRedirectsEnabled(false);
    }

    @Override
    public String toString() {
        return String.join(",", hosts.stream().map(URI::toString).toList());
    }

    private static URI address(String host) {
        URI uri = uri(host);
        boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        boolean bare = "".equals(uri.getPath()) || "/".equals(uri.getPath());
        if (!web || !bare || uri.getHost() == null || uri.getUserInfo() != null || uri.getQuery() != null) {
            throw unexpected();
        }
        int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
        return URI.create(uri.getScheme() + "://" + uri.getHost() + ":" + port);
    }

    private static URI uri(String host) {
        try {
            return URI.create(host);
        } catch (IllegalArgumentException e) {
            throw unexpected();
        }
    }

    /** The value found is not quoted: it may hold a password. */
    private static IllegalArgumentException unexpected() {
        return new IllegalArgumentException(
                "search hosts: expected http://host:9200 or https://host:9200, several separated by commas and none"
                        + " with a user or a path; found something else");
    }

    private static HttpHost httpHost(URI uri) {
        return new HttpHost(uri.getHost(), uri.getPort(), uri.getScheme());
    }

    private Header[] credentials() {
        List<Header> headers = new ArrayList<>();
        if (!username.isEmpty()) {
            byte[] pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
            headers.add(authorization("Basic " + Base64.getEncoder().encodeToString(pair)));
        }
        if (!apiKey.isEmpty()) {
            headers.add(authorization("ApiKey " + apiKey));
        }
        return headers.toArray(Header[]::new);
    }

    private static Header authorization(String value) {
        return new BasicHeader("Authorization", value);
    }

    /** Elasticsearch 8 answers 400 to the media types of the Elasticsearch 9 client; all servers know the plain ones. */
    private static HttpRequestInterceptor plainMediaTypes() {
        return (request, context) -> {
            for (String name : List.of("Accept", "Content-Type")) {
                Header header = request.getFirstHeader(name);
                if (header != null && header.getValue().contains("vnd.elasticsearch+")) {
                    boolean lines = header.getValue().contains("+x-ndjson");
                    request.setHeader(name, lines ? "application/x-ndjson" : "application/json");
                }
            }
        };
    }

    /** The Elasticsearch client speaks only to servers that answer with this header, which OpenSearch does not. */
    private static HttpResponseInterceptor productOfEveryKind() {
        return (response, context) -> response.setHeader("X-Elastic-Product", "Elasticsearch");
    }
}
