package io.transcripthub.network;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An authority of a test's own. Its certificates are made by the command openssl, and so are not of our own making. */
public final class TestAuthority {
    private static final char[] PASSWORD = "password".toCharArray();

    private final Path folder;
    private final Issued own;

    /** A certificate and its key, each in PEM. */
    public record Issued(Path certificate, Path key) {}

    private TestAuthority(Path folder, Issued own) {
        this.folder = folder;
        this.own = own;
    }

    public static TestAuthority named(Path folder, String name) throws IOException, InterruptedException {
        Issued own = new Issued(folder.resolve(name + ".pem"), folder.resolve(name + "-key.pem"));
        newKey(own.key(), "EC");
        openssl(
                "req",
                "-x509",
                "-new",
                "-key",
                own.key(),
                "-days",
                30,
                "-subj",
                "/CN=" + name,
                "-out",
                own.certificate());
        return new TestAuthority(folder, own);
    }

    /** Its certificate, as it stands in a bundle. */
    public Path certificate() {
        return own.certificate();
    }

    /** @param names as in a certificate: {@code DNS:vendor.test,IP:127.0.0.1} */
    public Issued issue(String name, String names) throws IOException, InterruptedException {
        return issue(name, names, "EC");
    }

    /** @param algorithm of the key: EC, RSA or ED25519 */
    public Issued issue(String name, String names, String algorithm) throws IOException, InterruptedException {
        Issued issued = new Issued(folder.resolve(name + ".pem"), folder.resolve(name + "-key.pem"));
        Path request = folder.resolve(name + ".csr");
        Path extensions = Files.writeString(folder.resolve(name + ".ext"), "subjectAltName=" + names);
        newKey(issued.key(), algorithm);
        openssl("req", "-new", "-key", issued.key(), "-subj", "/CN=" + name, "-out", request);
        openssl(
                "x509",
                "-req",
                "-in",
                request,
                "-CA",
                own.certificate(),
                "-CAkey",
                own.key(),
                "-CAcreateserial",
                "-days",
                30,
                "-extfile",
                extensions,
                "-out",
                issued.certificate());
        return issued;
    }

    /** What a server needs that shows a certificate and believes the clients of this authority. */
    SSLContext serverContext(Issued shown) throws IOException, InterruptedException, GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(store("-inkey", shown.key(), "-in", shown.certificate()), PASSWORD);
        KeyStore clients = KeyStore.getInstance("PKCS12");
        clients.load(null, null);
        try (InputStream authority = Files.newInputStream(own.certificate())) {
            clients.setCertificateEntry(
                    "clients", CertificateFactory.getInstance("X.509").generateCertificate(authority));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(clients);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private KeyStore store(Object... content) throws IOException, InterruptedException, GeneralSecurityException {
        Path file = Files.createTempFile(folder, "store", ".p12");
        List<Object> arguments =
                new ArrayList<>(List.of("pkcs12", "-export", "-passout", "pass:password", "-out", file));
        arguments.addAll(List.of(content));
        openssl(arguments.toArray());
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream stored = Files.newInputStream(file)) {
            store.load(stored, PASSWORD);
        }
        return store;
    }

    private static void newKey(Path file, String algorithm) throws IOException, InterruptedException {
        if (algorithm.equals("EC")) {
            openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", file);
        } else {
            openssl("genpkey", "-algorithm", algorithm, "-out", file);
        }
    }

    static void openssl(Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        Process openssl = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (openssl.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said);
        }
    }
}
