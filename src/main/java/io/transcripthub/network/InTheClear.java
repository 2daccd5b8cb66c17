package io.transcripthub.network;

import java.net.URI;

/** Addresses at which everybody on the way can read along. */
public final class InTheClear {
    private InTheClear() {}

    /** Whether it is http, and leaves this machine. */
    public static boolean is(URI address) {
        return "http".equals(address.getScheme()) && !Proxy.isLoopback(address.getHost());
    }
}
