package io.transcripthub.routes;

import io.transcripthub.settings.EditDistance;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A route configuration that a route names; Camel runs the route without any when there is none. */
final class RouteConfigurations implements RouteCheck {
    private static final Pattern PATTERN = Pattern.compile(".*[*{].*");

    @Override
    public Stream<Finding> check(Routes routes, Surroundings around) {
        Set<String> known =
                routes.elements("RouteConfigurationDefinition").map(Element::id).collect(Collectors.toSet());
        return routes.values()
                .filter(value -> value.key().equals("routeConfigurationId")
                        && value.element().is("RouteDefinition"))
                .flatMap(value -> Stream.of(value.text().split("\\s*,\\s*"))
                        .filter(id ->
                                !known.contains(id) && !PATTERN.matcher(id).matches())
                        .map(id -> value.finding("unknown routeConfiguration '" + id + "'"
                                + EditDistance.suggestion(id, known.stream()))));
    }
}
