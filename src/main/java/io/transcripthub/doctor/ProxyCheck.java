package io.transcripthub.doctor;

import io.transcripthub.network.Connections;
import io.transcripthub.network.Proxy;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.Callable;

/** Whether the proxy is there. What it lets through shows in the checks of the targets. */
final class ProxyCheck implements Callable<Diagnosis> {
    private final Connections connections;

    ProxyCheck(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Diagnosis call() {
        return connections.common().proxy().map(ProxyCheck::look).orElse(Diagnosis.none("not configured"));
    }

    private static Diagnosis look(Proxy proxy) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(proxy.host(), proxy.port()), (int) Doctor.PATIENCE.toMillis());
            return Diagnosis.ok(proxy.toString());
        } catch (IOException away) {
            return Diagnosis.failed("nothing listens at " + proxy.host() + ":" + proxy.port() + "; check proxy.url");
        }
    }
}
