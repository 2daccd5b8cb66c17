package io.transcripthub.network;

import javax.net.ssl.SSLContext;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultProxyRoutePlanner;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;

/** Has {@code http:} and {@code https:} endpoints of a team's own routes go the common way. The hub's own use vertx-http. */
public final class HttpEndpoints {
    private static final long CONNECT_MILLIS = 5_000;
    private static final long RESPONSE_MILLIS = 15_000;

    private HttpEndpoints() {}

    /**
     * They wait 5 s for a connection and 15 s for an answer, and follow no redirect, unless the endpoint says otherwise.
     *
     * @param scheme {@code http} or {@code https}; what knows of TLS would speak it to http addresses, too
     */
    public static HttpComponent over(Connection connection, String scheme) {
        HttpComponent component = new HttpComponent();
        component.setConnectTimeout(CONNECT_MILLIS);
        component.setResponseTimeout(RESPONSE_MILLIS);
        component.setFollowRedirects(false);
        if (scheme.equals("https")) {
            component.setSslContextParameters(tls(connection));
        }
        connection.proxy().ifPresent(proxy -> component.setHttpClientConfigurer(client -> through(proxy, client)));
        return component;
    }

    private static SSLContextParameters tls(Connection connection) {
        return new SSLContextParameters() {
            @Override
            public SSLContext createSSLContext(CamelContext camel) {
                return connection.sslContext();
            }
        };
    }

    private static void through(Proxy proxy, HttpClientBuilder client) {
        HttpHost address = new HttpHost(proxy.host(), proxy.port());
        client.setRoutePlanner(new DefaultProxyRoutePlanner(address) {
            @Override
            protected HttpHost determineProxy(HttpHost target, HttpContext context) {
                return proxy.isBypassedFor(target.getHostName()) ? null : address;
            }
        });
        if (!proxy.username().isEmpty()) {
            BasicCredentialsProvider credentials = new BasicCredentialsProvider();
            credentials.setCredentials(
                    new AuthScope(address),
                    new UsernamePasswordCredentials(
                            proxy.username(), proxy.password().toCharArray()));
            client.setDefaultCredentialsProvider(credentials);
        }
    }
}
