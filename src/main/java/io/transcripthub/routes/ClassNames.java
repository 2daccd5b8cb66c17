package io.transcripthub.routes;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Java classes that routes name, and the methods that are called on them. */
final class ClassNames implements RouteCheck {
    private static final Set<String> KEYS = Set.of("beanType", "exception", "unmarshalType");
    private static final String PREFIX = "#class:";

    @Override
    public Stream<Finding> check(Routes routes, Surroundings around) {
        Stream<Finding> classes = routes.values().flatMap(value -> name(value).stream()
                .filter(name -> found(name).isEmpty())
                .map(name -> value.finding("no class " + name + " on the class path")));
        Stream<Finding> methods = routes.values()
                .filter(value -> value.key().equals("method") && !value.free())
                .flatMap(ClassNames::method);
        return Stream.concat(classes, methods);
    }

    private static Optional<String> name(Value value) {
        String text = value.text();
        boolean bean = value.key().equals("type") && value.element().is("BeanFactoryDefinition");
        boolean named = bean || text.startsWith(PREFIX) || KEYS.contains(value.key()) && !value.free();
        boolean plain = !text.contains("{{") && (!text.startsWith("#") || text.startsWith(PREFIX));
        return named && plain ? Optional.of(text.replace(PREFIX, "").replaceFirst("[(#].*", "")) : Optional.empty();
    }

    private static Stream<Finding> method(Value value) {
        String name = value.text().replaceFirst("\\(.*", "").strip();
        String type = value.element().map().text("beanType");
        return type.isEmpty() || name.contains("{{")
                ? Stream.empty()
                : found(type).stream()
                        .filter(known -> Arrays.stream(known.getMethods())
                                .noneMatch(each -> each.getName().equals(name)))
                        .map(known -> value.finding("no method '" + name + "' in " + type));
    }

    private static Optional<Class<?>> found(String name) {
        try {
            return Optional.of(Class.forName(name, false, ClassNames.class.getClassLoader()));
        } catch (ClassNotFoundException | LinkageError none) {
            return Optional.empty();
        }
    }
}
