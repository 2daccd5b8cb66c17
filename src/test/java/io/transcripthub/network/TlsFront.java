package io.transcripthub.network;

import io.transcripthub.network.Relay.Way;
import io.transcripthub.network.TestAuthority.Issued;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** A real TLS server before a server that speaks plain HTTP. */
public final class TlsFront implements AutoCloseable {
    private final List<String> clients = new CopyOnWriteArrayList<>();
    private final Relay relay;

    private TlsFront(SSLServerSocket server, boolean demanding, int target) {
        server.setWantClientAuth(true);
        if (demanding) {
            server.setNeedClientAuth(true);
        }
        this.relay = new Relay(server, caller -> admitted((SSLSocket) caller, target));
    }

    /** Asks for a client certificate, and does without. */
    public static TlsFront before(int port, TestAuthority authority, Issued shown)
            throws IOException, InterruptedException, GeneralSecurityException {
        return new TlsFront(socket(authority, shown), false, port);
    }

    /** Demands a client certificate of the authority. */
    public static TlsFront demanding(int port, TestAuthority authority, Issued shown)
            throws IOException, InterruptedException, GeneralSecurityException {
        return new TlsFront(socket(authority, shown), true, port);
    }

    private static SSLServerSocket socket(TestAuthority authority, Issued shown)
            throws IOException, InterruptedException, GeneralSecurityException {
        return (SSLServerSocket)
                authority.serverContext(shown).getServerSocketFactory().createServerSocket(0, 50, Relay.loopback());
    }

    public int port() {
        return relay.port();
    }

    /** Whom the certificates named that came, {@code nobody} without one. */
    public List<String> clients() {
        return clients;
    }

    private Optional<Way> admitted(SSLSocket caller, int target) throws IOException {
        caller.startHandshake();
        clients.add(name(caller));
        return Optional.of(new Way(target, ""));
    }

    private static String name(SSLSocket caller) {
        try {
            return caller.getSession().getPeerPrincipal().getName();
        } catch (SSLPeerUnverifiedException none) {
            return "nobody";
        }
    }

    @Override
    public void close() {
        relay.close();
    }
}
