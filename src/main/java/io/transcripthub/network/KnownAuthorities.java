package io.transcripthub.network;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.X509Certificate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Believes the certificates that an authority of Java's or one of our own has signed. Java decides; this only says in words
 * what it found. Java's authorities are read when the first certificate comes.
 */
final class KnownAuthorities extends X509ExtendedTrustManager {
    private final List<X509Certificate> own;
    private X509ExtendedTrustManager known;

    KnownAuthorities(List<X509Certificate> own) {
        this.own = List.copyOf(own);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        inWords(chain, () -> known().checkServerTrusted(chain, authType));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        inWords(chain, () -> known().checkServerTrusted(chain, authType, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        inWords(chain, () -> known().checkServerTrusted(chain, authType, engine));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        known().checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        known().checkClientTrusted(chain, authType, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        known().checkClientTrusted(chain, authType, engine);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return known().getAcceptedIssuers();
    }

    @Override
    public String toString() {
        return own.stream()
                .map(certificate -> certificate.getNotAfter().toInstant())
                .min(Comparator.naturalOrder())
                .map(first -> "Java's authorities and " + own.size() + " more (the first expires at " + first + ")")
                .orElse("Java's authorities");
    }

    private interface Decision {
        void make() throws CertificateException;
    }

    private static void inWords(X509Certificate[] chain, Decision decision) throws CertificateException {
        try {
            decision.make();
        } catch (CertificateException refused) {
            throw new UntrustedCertificate(words(chain, refused), refused);
        }
    }

    private static String words(X509Certificate[] chain, CertificateException refused) {
        if (ConnectionFault.cause(refused, CertificateExpiredException.class).isPresent()) {
            return "a certificate of the server's has expired: " + refused.getMessage();
        }
        if (ConnectionFault.cause(refused, CertPathBuilderException.class).isPresent()) {
            return "the server's certificate is signed by '" + chain[chain.length - 1].getIssuerX500Principal()
                    + "', which is not known; put that CA's certificate into tls.ca-bundle";
        }
        return ConnectionFault.INVALID + refused.getMessage();
    }

    private synchronized X509ExtendedTrustManager known() {
        if (known == null) {
            known = trusting(Stream.concat(Stream.of(javas().getAcceptedIssuers()), own.stream())
                    .toList());
        }
        return known;
    }

    private static X509ExtendedTrustManager javas() {
        return trustManager(null);
    }

    private static X509ExtendedTrustManager trusting(List<X509Certificate> authorities) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (X509Certificate authority : authorities) {
                store.setCertificateEntry("authority " + store.size(), authority);
            }
            return trustManager(store);
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @param store null for Java's own */
    private static X509ExtendedTrustManager trustManager(KeyStore store) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            for (TrustManager each : factory.getTrustManagers()) {
                if (each instanceof X509ExtendedTrustManager extended) {
                    return extended;
                }
            }
            throw new IllegalStateException("expected Java to check certificates of X.509");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
