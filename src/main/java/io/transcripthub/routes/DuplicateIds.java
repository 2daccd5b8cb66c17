package io.transcripthub.routes;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An id is given once: routes, route templates, route configurations and steps each among their own kind. */
final class DuplicateIds implements RouteCheck {
    private static final List<String[]> KINDS = List.of(
            new String[] {"RouteDefinition", "TemplatedRouteDefinition"},
            new String[] {"RouteTemplateDefinition"},
            new String[] {"RouteConfigurationDefinition"},
            new String[] {"RestDefinition"});

    @Override
    public Stream<Finding> check(Routes routes, Surroundings around) {
        Stream<Finding> atTheTop = KINDS.stream().flatMap(kind -> doubled(routes.elements(kind)));
        return Stream.concat(atTheTop, doubled(steps(routes)));
    }

    /** Templates and Kamelets may be used many times; their steps have ids of their own each time. */
    private static Stream<Element> steps(Routes routes) {
        return routes.elements()
                .filter(element -> element.parent() != null && !element.type().endsWith("BeanFactoryDefinition"))
                .filter(element -> element.root().type().startsWith("Route")
                        && !element.root().is("RouteTemplateDefinition"));
    }

    private static Stream<Finding> doubled(Stream<Element> elements) {
        Map<String, List<Element>> byId =
                elements.filter(element -> !element.id().isEmpty()).collect(Collectors.groupingBy(Element::id));
        return byId.values().stream().flatMap(same -> same.stream().skip(1).map(again(same.get(0))));
    }

    private static Function<Element, Finding> again(Element first) {
        return element -> new Finding(
                place(element),
                "the id '" + element.id() + "' is taken, at " + first.file() + ":"
                        + place(first).line());
    }

    private static Place place(Element element) {
        YamlMap map = element.map();
        return element.place(map.get("id").or(() -> map.get("routeId")).orElse(element.key()));
    }
}
