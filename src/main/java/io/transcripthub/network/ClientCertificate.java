package io.transcripthub.network;

import io.transcripthub.settings.InvalidSetting;
import io.transcripthub.settings.Settings;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.X509KeyManager;

/** The certificate that the hub shows to one target, and its key. */
final class ClientCertificate {
    static final String ALIAS = "client";
    private static final char[] NO_PASSWORD = new char[0];

    private ClientCertificate() {}

    /**
     * Nothing when none is configured.
     *
     * @param target what its keys begin with: an account's name, {@code search} or {@code webhook}
     * @throws InvalidSetting when the files do not make a certificate that is valid now
     */
    static Optional<X509KeyManager> of(Settings settings, String target, Instant now) {
        String certificateKey = target + ".tls.client-cert";
        String privateKey = target + ".tls.client-key";
        if (settings.has(certificateKey) != settings.has(privateKey)) {
            throw new InvalidSetting(certificateKey + " and " + privateKey + ": expected both or none, found "
                    + (settings.has(privateKey) ? privateKey : certificateKey) + " alone");
        }
        return settings.has(certificateKey)
                ? Optional.of(read(settings, certificateKey, privateKey, now))
                : Optional.empty();
    }

    private static X509KeyManager read(Settings settings, String certificateKey, String privateKey, Instant now) {
        PemFile file = new PemFile(settings, certificateKey);
        List<X509Certificate> chain = file.certificates();
        X509Certificate certificate = chain.get(0);
        if (now.isAfter(certificate.getNotAfter().toInstant())) {
            throw file.invalid(
                    "a certificate that is valid now",
                    "one that expired at " + certificate.getNotAfter().toInstant());
        }
        if (now.isBefore(certificate.getNotBefore().toInstant())) {
            throw file.invalid(
                    "a certificate that is valid now",
                    "one that is valid from " + certificate.getNotBefore().toInstant());
        }
        PublicKey publicKey = certificate.getPublicKey();
        PemFile keyFile = new PemFile(settings, privateKey);
        PrivateKey key = keyFile.privateKey(publicKey.getAlgorithm(), privateKey + "-password");
        if (!belongTogether(publicKey, key)) {
            throw keyFile.invalid("the key of the certificate in " + settings.get(certificateKey), "another key");
        }
        return keyManager(key, chain);
    }

    /** Whether one verifies what the other signs. */
    private static boolean belongTogether(PublicKey publicKey, PrivateKey key) {
        String algorithm =
                switch (key.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> key.getAlgorithm();
                };
        try {
            byte[] anything = {1, 2, 3};
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(anything);
            byte[] signed = signature.sign();
            signature.initVerify(publicKey);
            signature.update(anything);
            return signature.verify(signed);
        } catch (GeneralSecurityException other) {
            return false;
        }
    }

    private static X509KeyManager keyManager(PrivateKey key, List<X509Certificate> chain) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(ALIAS, key, NO_PASSWORD, chain.toArray(X509Certificate[]::new));
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, NO_PASSWORD);
            return Stream.of(factory.getKeyManagers())
                    .map((KeyManager each) -> (X509KeyManager) each)
                    .findFirst()
                    .orElseThrow();
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
