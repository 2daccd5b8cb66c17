package io.transcripthub.app;

import io.transcripthub.api.Door;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.support.CamelContextHelper;
import org.apache.camel.support.LifecycleStrategySupport;

/** Puts the door before the first route: the HTTP server listens before there is any. */
final class DoorOpening extends LifecycleStrategySupport {
    private final CamelContext camel;
    private final Door door;
    private final AtomicBoolean open = new AtomicBoolean();

    DoorOpening(CamelContext camel, Door door) {
        this.camel = camel;
        this.door = door;
    }

    @Override
    public void onRoutesAdd(Collection<Route> routes) {
        if (open.compareAndSet(false, true)) {
            VertxPlatformHttpRouter router = router(camel);
            router.route().order(-1).handler(door);
            router.route("/webhooks/:account").last().handler(context -> context.fail(405));
            router.route().last().handler(context -> context.fail(404));
            router.route().failureHandler(Door::failed);
        }
    }

    static VertxPlatformHttpRouter router(CamelContext camel) {
        return CamelContextHelper.findSingleByType(camel, VertxPlatformHttpRouter.class);
    }
}
