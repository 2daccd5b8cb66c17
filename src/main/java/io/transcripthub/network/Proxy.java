package io.transcripthub.network;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An HTTP proxy, which tunnels https by CONNECT.
 *
 * @param username of basic authentication, empty for none
 * @param bypass hosts that are spoken to without it, beside this machine itself: {@code search.corp}, {@code *.corp}
 */
public record Proxy(String host, int port, String username, String password, List<String> bypass) {
    private static final List<String> LOOPBACK = List.of("localhost", "127.*", "::1", "[::1]");

    public Proxy {
        bypass = Stream.concat(LOOPBACK.stream(), bypass.stream()).distinct().toList();
    }

    /** Whether a host is spoken to without the proxy. */
    public boolean isBypassedFor(String target) {
        return matches(bypass, target);
    }

    /** Whether a host, as an address names it, is this machine itself. */
    public static boolean isLoopback(String host) {
        return matches(LOOPBACK, host);
    }

    private static boolean matches(List<String> patterns, String host) {
        return patterns.stream()
                .anyMatch(
                        pattern -> host.matches("(?i)" + Pattern.quote(pattern).replace("*", "\\E.*\\Q")));
    }

    @Override
    public String toString() {
        return "http://" + host + ":" + port + (username.isEmpty() ? "" : " as " + username) + ", but not for "
                + String.join(", ", bypass);
    }
}
