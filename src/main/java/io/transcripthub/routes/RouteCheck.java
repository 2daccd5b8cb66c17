package io.transcripthub.routes;

import java.util.stream.Stream;

/** One kind of mistake. A check reads and starts nothing. */
interface RouteCheck {
    Stream<Finding> check(Routes routes, Surroundings around);
}
