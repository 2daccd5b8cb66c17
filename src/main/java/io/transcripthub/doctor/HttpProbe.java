package io.transcripthub.doctor;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.InstantSource;
import javax.net.ssl.SSLException;

/** Requests that are given up soon and follow no redirect. What goes wrong is told in words, without the path. */
final class HttpProbe {
    private final InstantSource clock;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Doctor.PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    HttpProbe(InstantSource clock) {
        this.clock = clock;
    }

    InstantSource clock() {
        return clock;
    }

    HttpResponse<String> ask(String method, URI address) throws Unreachable, InterruptedException {
        return send(HttpRequest.newBuilder(address).method(method, BodyPublishers.noBody()));
    }

    /** @param key bearer key, empty for none */
    HttpResponse<String> get(URI address, String key) throws Unreachable, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).GET();
        return send(key.isEmpty() ? request : request.header("Authorization", "Bearer " + key));
    }

    HttpResponse<String> postForm(URI address, String form) throws Unreachable, InterruptedException {
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> send(HttpRequest.Builder builder) throws Unreachable, InterruptedException {
        HttpRequest request = builder.timeout(Doctor.PATIENCE).build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new Unreachable(host(request.uri()) + ": " + words(request.uri(), failed));
        }
    }

    /** Scheme, host and port: a path may be a secret. */
    static String host(URI address) {
        return address.getScheme() + "://" + address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    }

    private static String words(URI address, IOException failed) {
        if (cause(failed, UnknownHostException.class) || cause(failed, UnresolvedAddressException.class)) {
            return "no such host; check the name, and DNS";
        }
        if (failed instanceof HttpConnectTimeoutException) {
            return "no connection within " + Doctor.PATIENCE.toSeconds() + " s; check address and firewall";
        }
        if (failed instanceof HttpTimeoutException) {
            return "no answer within " + Doctor.PATIENCE.toSeconds() + " s";
        }
        if (failed instanceof ConnectException) {
            return "nothing listens there";
        }
        if (failed instanceof SSLException || cause(failed, SSLException.class)) {
            return "TLS fails: " + failed.getMessage();
        }
        return "the connection broke off" + ("https".equals(address.getScheme()) ? "" : "; does it expect https?");
    }

    private static boolean cause(Throwable failed, Class<?> type) {
        return failed != null && (type.isInstance(failed) || cause(failed.getCause(), type));
    }

    /** Nobody answers; the message says where and why. */
    static final class Unreachable extends Exception {
        private static final long serialVersionUID = 1;

        Unreachable(String message) {
            super(message);
        }
    }
}
