package io.transcripthub.network;

import io.transcripthub.network.Relay.Way;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP proxy for which every host is this machine: names that only it can resolve show that it was taken. */
public final class TestProxy implements AutoCloseable {
    public static final String USER = "hub";
    public static final String PASSWORD = "p@ss:word";

    private final List<String> targets = new CopyOnWriteArrayList<>();
    private final Relay relay;

    public TestProxy() throws IOException {
        relay = new Relay(new ServerSocket(0, 50, Relay.loopback()), this::connected);
    }

    public int port() {
        return relay.port();
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /** Host and port of each connection that was asked for with the right credentials. */
    public List<String> targets() {
        return targets;
    }

    /** Plain http is handed on as it came, with the whole address. */
    private Optional<Way> connected(Socket caller) throws IOException {
        String head = head(caller.getInputStream());
        if (!head.contains("\r\nproxy-authorization: " + credentials() + "\r\n")) {
            answer(caller, "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"corp\"");
            return Optional.empty();
        }
        String target = head.split(" ", 3)[1].replaceFirst("http://([^/]+).*", "$1");
        int port = Integer.parseInt(target.substring(target.lastIndexOf(':') + 1));
        targets.add(target);
        if (!head.startsWith("CONNECT ")) {
            return Optional.of(new Way(port, head));
        }
        answer(caller, "200 Connection established");
        return Optional.of(new Way(port, ""));
    }

    private static String credentials() {
        return "Basic " + Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(Socket caller, String status) throws IOException {
        String end = status.startsWith("200") ? "\r\n\r\n" : "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        caller.getOutputStream().write(("HTTP/1.1 " + status + end).getBytes(StandardCharsets.US_ASCII));
        caller.getOutputStream().flush();
    }

    /** Up to the empty line, and no byte more; names of headers in lower case. */
    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the caller has gone");
            }
            head.append((char) next);
        }
        return head.toString().replaceAll("(?i)\r\nproxy-authorization:", "\r\nproxy-authorization:");
    }

    @Override
    public void close() {
        relay.close();
    }
}
