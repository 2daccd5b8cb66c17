package io.transcripthub.routes;

import io.transcripthub.settings.EditDistance;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Templates that are used exist, and get the parameters that they have. */
final class RouteTemplates implements RouteCheck {
    @Override
    public Stream<Finding> check(Routes routes, Surroundings around) {
        Map<String, List<Element>> parameters = routes.elements("RouteTemplateDefinition")
                .collect(Collectors.toMap(
                        Element::id, template -> parameters(routes, template), (first, again) -> first));
        return routes.elements("TemplatedRouteDefinition").flatMap(used -> check(routes, used, parameters));
    }

    private static List<Element> parameters(Routes routes, Element template) {
        return routes.elements("RouteTemplateParameterDefinition")
                .filter(parameter -> parameter.parent().equals(template))
                .toList();
    }

    private static Stream<Finding> check(Routes routes, Element used, Map<String, List<Element>> templates) {
        String name = used.map().text("routeTemplateRef");
        if (!templates.containsKey(name)) {
            return Stream.of(new Finding(
                    used.place(),
                    "unknown routeTemplate '" + name + "'"
                            + EditDistance.suggestion(name, templates.keySet().stream())));
        }
        Map<String, Element> given = routes.elements("TemplatedRouteParameterDefinition")
                .filter(parameter -> parameter.parent().equals(used))
                .collect(Collectors.toMap(RouteTemplates::name, Function.identity(), (first, again) -> first));
        return Stream.concat(
                unknown(name, given, templates.get(name)), missing(used, name, given.keySet(), templates.get(name)));
    }

    private static Stream<Finding> unknown(String template, Map<String, Element> given, List<Element> known) {
        List<String> names = known.stream().map(RouteTemplates::name).toList();
        return given.values().stream()
                .filter(parameter -> !names.contains(name(parameter)))
                .map(parameter -> new Finding(
                        parameter.place(),
                        "unknown parameter '" + name(parameter) + "' of routeTemplate " + template
                                + EditDistance.suggestion(name(parameter), names.stream())));
    }

    private static Stream<Finding> missing(Element used, String template, Set<String> given, List<Element> known) {
        return known.stream()
                .filter(parameter -> parameter.map().get("defaultValue").isEmpty()
                        && !parameter.map().text("required").equals("false")
                        && !given.contains(name(parameter)))
                .map(parameter -> new Finding(
                        used.place(), "routeTemplate " + template + " needs the parameter '" + name(parameter) + "'"));
    }

    private static String name(Element parameter) {
        return parameter.map().text("name");
    }
}
