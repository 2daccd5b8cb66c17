package io.transcripthub.network;

import io.netty.handler.proxy.ProxyConnectException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Why a proxy or TLS let no connection come about, in words for who configures them. */
public final class ConnectionFault {
    static final String INVALID = "the server's certificate is not valid for it: ";

    private static final Pattern STATUS = Pattern.compile("status: (\\d{3})");
    private static final Pattern ALERT = Pattern.compile("fatal alert: (\\w+)");

    private ConnectionFault() {}

    /** Nothing when it was neither of them. */
    public static Optional<String> words(Throwable failure) {
        return cause(failure, ProxyConnectException.class)
                .map(refused -> proxy(String.valueOf(refused.getMessage())))
                .or(() -> cause(failure, UntrustedCertificate.class).map(Throwable::getMessage))
                .or(() -> cause(failure, SSLPeerUnverifiedException.class).map(other -> INVALID + other.getMessage()))
                .or(() -> cause(failure, SSLException.class).map(ConnectionFault::tls));
    }

    private static String proxy(String message) {
        Matcher status = STATUS.matcher(message);
        return status.find() ? proxyAnswers(Integer.parseInt(status.group(1))) : "the proxy cannot be used";
    }

    /** @param status of the proxy's answer */
    public static String proxyAnswers(int status) {
        return status == 407
                ? "the proxy asks for other credentials (407); check proxy.username and proxy.password"
                : "the proxy refuses to connect (" + status + ")";
    }

    private static String tls(SSLException failure) {
        String message = deepest(failure);
        Matcher alert = ALERT.matcher(message);
        if (alert.find() && alert.group(1).contains("certificate")) {
            return "the server asks for another client certificate (" + alert.group(1) + "); check tls.client-cert";
        }
        return message.contains("not an SSL/TLS record") || message.contains("nrecognized SSL message")
                ? "the server does not speak TLS there; does it expect http?"
                : "TLS fails: " + message;
    }

    /** The outermost words of Vert.x are always the same. */
    private static String deepest(Throwable failure) {
        return failure.getCause() instanceof SSLException inner
                ? deepest(inner)
                : String.valueOf(failure.getMessage()).replaceAll("[0-9a-f]{40,}", "..");
    }

    static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        Throwable each = failure;
        while (each != null && !type.isInstance(each)) {
            each = each.getCause();
        }
        return Optional.ofNullable(each).map(type::cast);
    }
}
