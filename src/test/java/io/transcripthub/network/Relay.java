package io.transcripthub.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** Listens on loopback, and hands each connection on to another port of this machine once it is let through. */
final class Relay implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ServerSocket server;
    private final Door door;

    /** Decides about a connection. */
    interface Door {
        /** Nothing closes it. */
        Optional<Way> way(Socket caller) throws IOException;
    }

    /**
     * Where a connection goes to.
     *
     * @param head what the caller has said so far, and the target has to hear
     */
    record Way(int port, String head) {}

    Relay(ServerSocket server, Door door) {
        this.server = server;
        this.door = door;
        threads.execute(this::accept);
    }

    static InetAddress loopback() {
        return InetAddress.getLoopbackAddress();
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket caller = server.accept();
                open.add(caller);
                threads.execute(() -> serve(caller));
            } catch (IOException | RejectedExecutionException closed) {
                return;
            }
        }
    }

    private void serve(Socket caller) {
        try (caller) {
            Optional<Way> way = door.way(caller);
            if (way.isPresent()) {
                connect(caller, way.get());
            }
        } catch (IOException | RejectedExecutionException broken) {
            // the caller sees it
        } finally {
            open.remove(caller);
        }
    }

    private void connect(Socket caller, Way way) throws IOException {
        try (Socket target = new Socket(loopback(), way.port())) {
            open.add(target);
            target.getOutputStream().write(way.head().getBytes(StandardCharsets.ISO_8859_1));
            threads.execute(() -> pump(caller, target));
            pump(target, caller);
            open.remove(target);
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            byte[] buffer = new byte[8192];
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                to.getOutputStream().write(buffer, 0, read);
                to.getOutputStream().flush();
            }
        } catch (IOException broken) {
            // either side has closed
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket each : open) {
                each.close();
            }
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
        threads.shutdownNow();
    }
}
