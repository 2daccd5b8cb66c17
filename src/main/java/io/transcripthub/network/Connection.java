package io.transcripthub.network;

import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.ProxyOptions;
import io.vertx.core.net.TrustOptions;
import io.vertx.ext.web.client.WebClientOptions;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509KeyManager;

/**
 * How another system is reached: through which proxy, whose certificates are believed, and which one is shown. What
 * certificates say is always checked, the host's name included.
 *
 * @param authorities what decides whether a server's certificate is believed
 * @param identity client certificate with its key, shown when a server asks for one
 */
public record Connection(
        Optional<Proxy> proxy, X509ExtendedTrustManager authorities, Optional<X509KeyManager> identity) {
    private static final int CONNECT_MILLIS = 5_000;

    /** Without a proxy, with the authorities that Java knows, and without a client certificate. */
    public static Connection direct() {
        return new Connection(Optional.empty(), new KnownAuthorities(List.of()), Optional.empty());
    }

    /** For clients of Vert.x. They wait five seconds for a connection and follow no redirect. */
    public WebClientOptions webClientOptions() {
        WebClientOptions options = new WebClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setFollowRedirects(false)
                .setTrustOptions(TrustOptions.wrap(authorities));
        identity.ifPresent(key -> options.setKeyCertOptions(KeyCertOptions.wrap(key)));
        proxy.ifPresent(
                through -> options.setProxyOptions(proxyOptions(through)).setNonProxyHosts(through.bypass()));
        return options;
    }

    private static ProxyOptions proxyOptions(Proxy proxy) {
        ProxyOptions options = new ProxyOptions().setHost(proxy.host()).setPort(proxy.port());
        return proxy.username().isEmpty()
                ? options
                : options.setUsername(proxy.username()).setPassword(proxy.password());
    }

    /** Whose certificates are believed and which one is shown, in words. */
    public String tls() {
        return "believes " + authorities + ", shows "
                + identity.map(key -> key.getCertificateChain(ClientCertificate.ALIAS)[0])
                        .map(shown -> "'" + shown.getSubjectX500Principal() + "', which expires at "
                                + shown.getNotAfter().toInstant())
                        .orElse("no certificate");
    }

    /** For clients that take Java's own. */
    public SSLContext sslContext() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    identity.map(key -> new KeyManager[] {key}).orElse(null), new TrustManager[] {authorities}, null);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
