package io.transcripthub.doctor;

import io.transcripthub.network.Connection;
import io.transcripthub.network.Connections;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;

/** A probe for each target, with its proxy and TLS. */
final class HttpProbes implements AutoCloseable {
    private final Connections connections;
    private final Vertx vertx = Vertx.vertx(new VertxOptions()
            .setEventLoopPoolSize(1)
            .setWorkerPoolSize(1)
            .setInternalBlockingPoolSize(1)
            .setUseDaemonThread(true));

    HttpProbes(Connections connections) {
        this.connections = connections;
    }

    Connections connections() {
        return connections;
    }

    /** @param target an account's name, {@code search} or {@code webhook} */
    HttpProbe to(String target) {
        return probe(connections.to(target));
    }

    /** To the hub itself. */
    HttpProbe direct() {
        return probe(Connection.direct());
    }

    private HttpProbe probe(Connection connection) {
        WebClientOptions options = connection.webClientOptions();
        return new HttpProbe(
                WebClient.create(vertx, options.setConnectTimeout((int) Doctor.PATIENCE.toMillis() - 500)));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
