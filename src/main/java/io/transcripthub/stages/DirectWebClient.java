package io.transcripthub.stages;

import io.transcripthub.network.Connection;
import io.vertx.ext.web.client.WebClientOptions;

/** What {@link Connection#direct()} means to a client of Vert.x, for Kamelets. */
public final class DirectWebClient extends WebClientOptions {
    private static final int CONNECTIONS = 100;

    public DirectWebClient() {
        super(Connection.direct().webClientOptions().setMaxPoolSize(CONNECTIONS));
    }
}
