package io.transcripthub.routes;

import io.transcripthub.routes.EndpointUse.Option;
import io.transcripthub.settings.EditDistance;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.tooling.model.ComponentModel.EndpointOptionModel;

/** Components that there are, and options that they know, with values that fit. */
final class EndpointOptions implements RouteCheck {
    private final Components components;

    EndpointOptions(Components components) {
        this.components = components;
    }

    @Override
    public Stream<Finding> check(Routes routes, Surroundings around) {
        return routes.endpoints().flatMap(this::check);
    }

    private Stream<Finding> check(EndpointUse use) {
        if (use.scheme().contains("{{")) {
            return Stream.empty();
        }
        ComponentModel component = components.component(use.scheme());
        if (component == null) {
            return Stream.of(
                    use.finding("unknown component '" + use.scheme() + "'" + components.suggestion(use.scheme())));
        }
        if (!components.isThere(component)) {
            return Stream.of(use.finding("component '" + use.scheme() + "' " + Components.missing(component)));
        }
        Stream<Finding> options = use.options().stream().flatMap(option -> check(use, component, option));
        return Stream.of(direction(use, component), missing(use, component), options)
                .flatMap(found -> found);
    }

    private static Stream<Finding> direction(EndpointUse use, ComponentModel component) {
        if (use.consumes() && component.isProducerOnly()) {
            return Stream.of(use.finding("a route cannot begin with " + use.scheme()));
        }
        if (!use.consumes() && component.isConsumerOnly()) {
            return Stream.of(use.finding("nothing can be sent to " + use.scheme() + ", a route may begin with it"));
        }
        return Stream.empty();
    }

    private static Stream<Finding> missing(EndpointUse use, ComponentModel component) {
        return component.getEndpointOptions().stream()
                .filter(EndpointOptionModel::isRequired)
                .filter(option ->
                        option.getKind().equals("parameter") || use.path().isEmpty())
                .filter(option ->
                        use.options().stream().noneMatch(given -> given.name().equals(option.getName())))
                .map(option -> use.finding(use.scheme() + " needs the option '" + option.getName() + "'"));
    }

    private Stream<Finding> check(EndpointUse use, ComponentModel component, Option option) {
        Optional<EndpointOptionModel> known = known(component, option.name());
        if (known.isEmpty()) {
            return unknown(use, component, option);
        }
        if (isFor(known.get(), use.consumes() ? "producer" : "consumer")) {
            String words = use.consumes() ? "is for sending to it" : "is for routes that begin with it";
            return Stream.of(option.finding("option '" + option.name() + "' of " + use.scheme() + " " + words));
        }
        return option.isDynamic() || fits(known.get(), option.text())
                ? Stream.empty()
                : Stream.of(option.finding("option '" + option.name() + "' of " + use.scheme() + ": expected "
                        + expected(known.get()) + ", found '" + option.text() + "'"));
    }

    /** A kamelet's are checked elsewhere. What an HTTP client does not know it sends as a parameter, unless it is a slip. */
    private static Stream<Finding> unknown(EndpointUse use, ComponentModel component, Option option) {
        Stream<String> names = component.getEndpointOptions().stream().map(EndpointOptionModel::getName);
        String suggestion = EditDistance.suggestion(option.name(), names);
        return use.scheme().equals("kamelet") || component.isLenientProperties() && suggestion.isEmpty()
                ? Stream.empty()
                : Stream.of(option.finding("unknown option '" + option.name() + "' of " + use.scheme() + suggestion));
    }

    private static Optional<EndpointOptionModel> known(ComponentModel component, String name) {
        return component.getEndpointOptions().stream()
                .filter(option -> option.getName().equals(name)
                        || option.isMultiValue() && option.getPrefix() != null && name.startsWith(option.getPrefix()))
                .findFirst();
    }

    private static boolean isFor(EndpointOptionModel option, String side) {
        List<String> labels = List.of(option.getLabel() == null ? "" : option.getLabel()).stream()
                .flatMap(label -> Stream.of(label.split(",")))
                .toList();
        return labels.contains(side) && !labels.contains(side.equals("producer") ? "consumer" : "producer");
    }

    private boolean fits(EndpointOptionModel option, String text) {
        if (option.getEnums() != null && !option.getEnums().isEmpty()) {
            return option.getEnums().stream().anyMatch(choice -> plain(choice).equals(plain(text)));
        }
        return switch (String.valueOf(option.getType())) {
            case "boolean" -> plain(text).matches("true|false");
            case "integer" -> text.matches("-?\\d+") || isLong(option) && isTime(text);
            case "number" -> text.matches("-?\\d+(\\.\\d+)?");
            case "duration" -> isTime(text);
            default -> true;
        };
    }

    /** Camel reads a time such as 2s as milliseconds where a long is asked for. */
    private static boolean isLong(EndpointOptionModel option) {
        return List.of("long", "java.lang.Long").contains(option.getJavaType());
    }

    private boolean isTime(String text) {
        return components.catalog().validateTimePattern(text);
    }

    private static String plain(String choice) {
        return choice.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
    }

    private static String expected(EndpointOptionModel option) {
        if (option.getEnums() != null && !option.getEnums().isEmpty()) {
            return "one of " + String.join(", ", option.getEnums());
        }
        return switch (option.getType()) {
            case "boolean" -> "true or false";
            case "duration" -> "a time such as 5000 or 5s";
            default -> "a number";
        };
    }
}
