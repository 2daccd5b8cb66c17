package io.transcripthub.app;

import io.transcripthub.settings.InvalidSetting;
import io.transcripthub.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Where the hub is to listen. Camel's server tells only its log that it cannot, and the hub would go on unheard. */
final class ListeningPlace {
    private ListeningPlace() {}

    /** @throws InvalidSetting when the port is taken, or the host is none of this machine's */
    static void expectFree(Settings settings) {
        String host = settings.get("hub.http.host");
        int port = settings.number("hub.http.port");
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (IOException taken) {
            throw new InvalidSetting("hub.http.port: expected " + host + ":" + port + " to be free, found: "
                    + taken.getMessage() + "; stop what listens there, or choose another port");
        }
    }
}
