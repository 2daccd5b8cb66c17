package io.transcripthub.routes;

import io.transcripthub.settings.EditDistance;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Configuration keys, parameters and template beans that <code>{{...}}</code> and <code>${properties:...}</code> name. */
final class Placeholders implements RouteCheck {
    /** With a colon it has a default, or asks something else than the configuration. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\??)!?([^{}:?!]+?)\\s*}}");

    private static final Pattern FUNCTION = Pattern.compile("\\$\\{properties:()([A-Za-z0-9._-]+)}");

    @Override
    public Stream<Finding> check(Routes routes, Surroundings around) {
        Map<Element, Set<String>> parameters = routes.elements("Kamelet", "RouteTemplateDefinition")
                .collect(Collectors.toMap(root -> root, root -> parameters(routes, root)));
        return routes.values().flatMap(value -> {
            Set<String> own = parameters.getOrDefault(value.element().root(), Set.of());
            return Stream.concat(
                    check(value, PLACEHOLDER, own, around.settings()), check(value, FUNCTION, own, around.settings()));
        });
    }

    /** An optional one may be missing from the configuration, but a Kamelet names all that it has. */
    private static Stream<Finding> check(Value value, Pattern pattern, Set<String> own, Set<String> settings) {
        return pattern.matcher(value.text())
                .results()
                .filter(match -> match.group(1).isEmpty() || !own.isEmpty())
                .map(match -> match.group(2))
                .filter(name -> !own.contains(name) && !settings.contains(name) && !name.startsWith("camel."))
                .map(name -> value.finding(unknown(name, own, settings)));
    }

    private static String unknown(String name, Set<String> own, Set<String> settings) {
        String kind = own.isEmpty() ? "unknown configuration key '" : "neither a parameter nor a configuration key: '";
        return kind + name + "'" + EditDistance.suggestion(name, Stream.concat(own.stream(), settings.stream()));
    }

    private static Set<String> parameters(Routes routes, Element root) {
        Set<String> names = new HashSet<>(
                root.map().map("spec").map("definition").map("properties").keys());
        routes.elements("RouteTemplateParameterDefinition", "BeanFactoryDefinition")
                .filter(parameter -> parameter.root().equals(root))
                .forEach(parameter -> names.add(parameter.map().text("name")));
        return names;
    }
}
