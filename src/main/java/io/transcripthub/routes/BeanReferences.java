package io.transcripthub.routes;

import io.transcripthub.settings.EditDistance;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Beans that routes name: what the hub binds, and what {@code beans} in the route files make. */
final class BeanReferences implements RouteCheck {
    private static final Set<String> REFERRING = Set.of("ProcessDefinition", "BeanDefinition", "MethodCallExpression");

    @Override
    public Stream<Finding> check(Routes routes, Surroundings around) {
        Set<String> known = new HashSet<>(around.beans());
        routes.elements("BeanFactoryDefinition")
                .filter(bean -> bean.root().is("BeansDeserializer"))
                .forEach(bean -> known.add(bean.id()));
        return routes.values()
                .flatMap(value -> name(value)
                        .filter(name -> !known.contains(name) && !name.contains("{{") && !name.contains("${"))
                        .map(name -> value.finding(
                                "unknown bean '" + name + "'" + EditDistance.suggestion(name, known.stream())))
                        .stream());
    }

    private static Optional<String> name(Value value) {
        String text = value.text();
        if (value.free()) {
            return text.matches("#(bean:)?[^:]+") ? Optional.of(text.replaceFirst("^#(bean:)?", "")) : Optional.empty();
        }
        boolean refers =
                REFERRING.contains(value.element().type()) && value.key().equals("ref")
                        || value.key().endsWith("Ref") && !value.key().equals("routeTemplateRef");
        boolean named = !text.startsWith("#") || text.matches("#(bean:)?[^:]+");
        return refers && named ? Optional.of(text.replaceFirst("^#(bean:)?", "")) : Optional.empty();
    }
}
