package io.transcripthub.routes;

import io.transcripthub.settings.EditDistance;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is sent to {@code direct:} needs one route that begins there; Camel notices when the first message comes. */
final class DirectEndpoints implements RouteCheck {
    @Override
    public Stream<Finding> check(Routes routes, Surroundings around) {
        Map<String, List<EndpointUse>> begins = routes.endpoints()
                .filter(use -> isDirect(use) && use.begins())
                .collect(Collectors.groupingBy(EndpointUse::path));
        boolean open = begins.keySet().stream().anyMatch(name -> name.contains("{{"));
        Stream<Finding> dangling = routes.endpoints()
                .filter(use -> isDirect(use) && !use.begins() && !use.path().contains("{{"))
                .filter(use -> !open && !begins.containsKey(use.path()))
                .map(use -> use.finding(nobody(use.path(), begins.keySet())));
        return Stream.of(dangling, doubled(begins), asked(routes, begins.keySet(), around))
                .flatMap(found -> found);
    }

    private static boolean isDirect(EndpointUse use) {
        return use.scheme().equals("direct");
    }

    private static String nobody(String name, Set<String> begins) {
        return "no route begins with direct:" + name + EditDistance.suggestion(name, begins.stream());
    }

    private static Stream<Finding> doubled(Map<String, List<EndpointUse>> begins) {
        return begins.values().stream().flatMap(uses -> uses.stream()
                .skip(1)
                .map(use ->
                        use.finding("another route begins with direct:" + use.path() + ", at " + line(uses.get(0)))));
    }

    private static String line(EndpointUse use) {
        return use.uri().place().file() + ":" + use.uri().place().line();
    }

    /** A folder that answers none of what the hub asks is not meant to be all routes of a hub. */
    private static Stream<Finding> asked(Routes routes, Set<String> begins, Surroundings around) {
        if (Collections.disjoint(begins, around.asked())) {
            return Stream.empty();
        }
        return around.asked().stream()
                .filter(name -> !begins.contains(name))
                .sorted()
                .map(name -> new Finding(
                        routes.place(),
                        "no route begins with direct:" + name + ", which the hub itself asks"
                                + EditDistance.suggestion(name, begins.stream())));
    }
}
