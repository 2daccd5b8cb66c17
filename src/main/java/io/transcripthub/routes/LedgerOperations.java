package io.transcripthub.routes;

import io.transcripthub.dispatch.LedgerEndpoint;
import io.transcripthub.routes.EndpointUse.Option;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The hub's own endpoints: operations that there are, on the right side, with what they need. */
final class LedgerOperations implements RouteCheck {
    @Override
    public Stream<Finding> check(Routes routes, Surroundings around) {
        return routes.endpoints()
                .filter(use -> use.scheme().equals("ledger") && !use.path().contains("{{"))
                .flatMap(LedgerOperations::check);
    }

    private static Stream<Finding> check(EndpointUse use) {
        return LedgerEndpoint.misuse(
                use.name(),
                use.begins(),
                use.options().stream().map(Option::name).collect(Collectors.toSet()))
                .map(use::finding)
                .stream();
    }
}
