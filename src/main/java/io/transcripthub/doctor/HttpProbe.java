package io.transcripthub.doctor;

import io.netty.channel.ConnectTimeoutException;
import io.transcripthub.network.ConnectionFault;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * Requests over the very connections that the hub would use, given up soon. What goes wrong is told in words, without the
 * path.
 */
final class HttpProbe {
    private final WebClient client;

    HttpProbe(WebClient client) {
        this.client = client;
    }

    /** An answer, whatever its status. */
    record Answer(int status, String body, Optional<String> date) {
        private static Answer of(HttpResponse<Buffer> response) {
            String body = response.bodyAsString();
            return new Answer(
                    response.statusCode(), body == null ? "" : body, Optional.ofNullable(response.getHeader("Date")));
        }
    }

    Answer ask(String method, URI address) throws Unreachable, InterruptedException {
        return await(address, request(HttpMethod.valueOf(method), address).send());
    }

    /** @param key bearer key, empty for none */
    Answer get(URI address, String key) throws Unreachable, InterruptedException {
        HttpRequest<Buffer> request = request(HttpMethod.GET, address);
        return await(address, (key.isEmpty() ? request : request.bearerTokenAuthentication(key)).send());
    }

    Answer postForm(URI address, String form) throws Unreachable, InterruptedException {
        return await(
                address,
                request(HttpMethod.POST, address)
                        .putHeader("Content-Type", "application/x-www-form-urlencoded")
                        .putHeader("Accept", "application/json")
                        .sendBuffer(Buffer.buffer(form)));
    }

    private HttpRequest<Buffer> request(HttpMethod method, URI address) {
        return client.requestAbs(method, address.toString()).timeout(Doctor.PATIENCE.toMillis());
    }

    private static Answer await(URI address, Future<HttpResponse<Buffer>> answer)
            throws Unreachable, InterruptedException {
        try {
            return Answer.of(answer.toCompletionStage().toCompletableFuture().get());
        } catch (ExecutionException failed) {
            throw new Unreachable(host(address) + ": " + words(address, failed.getCause()));
        }
    }

    /** Scheme, host and port: a path may be a secret. */
    static String host(URI address) {
        return address.getScheme() + "://" + address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    }

    private static String words(URI address, Throwable failed) {
        Optional<String> proxyOrTls = ConnectionFault.words(failed);
        if (proxyOrTls.isPresent()) {
            return proxyOrTls.get();
        }
        if (failed instanceof UnknownHostException) {
            return "no such host; check the name, and DNS";
        }
        if (failed instanceof ConnectTimeoutException) {
            return "no connection in time; check address and firewall";
        }
        if (failed instanceof TimeoutException) {
            return "no answer within " + Doctor.PATIENCE.toSeconds() + " s";
        }
        if (failed instanceof ConnectException) {
            return "nothing listens there";
        }
        return "the connection broke off" + ("https".equals(address.getScheme()) ? "" : "; does it expect https?");
    }

    /** Nobody answers; the message says where and why. */
    static final class Unreachable extends Exception {
        private static final long serialVersionUID = 1;

        Unreachable(String message) {
            super(message);
        }
    }
}
