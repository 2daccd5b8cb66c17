package io.transcripthub.routes;

import java.util.Set;
import java.util.stream.Stream;

/** What holds for all routes of a file stands before the first of them. */
final class OrderInFile implements RouteCheck {
    private static final Set<String> FIRST = Set.of(
            "onException", "onCompletion", "errorHandler", "intercept", "interceptFrom", "interceptSendToEndpoint");

    @Override
    public Stream<Finding> check(Routes routes, Surroundings around) {
        return routes.files().stream().flatMap(file -> file.elements().stream()
                .filter(element -> element.parent() == null)
                .dropWhile(element -> !element.is("RouteDefinition", "RouteFromDefinitionDeserializer"))
                .filter(element -> FIRST.contains(element.name()))
                .map(late ->
                        new Finding(late.place(), "expected it before the first route of the file, found it behind")));
    }
}
