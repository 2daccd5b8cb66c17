package io.transcripthub.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.transcripthub.routes.EndpointUse.Option;
import io.transcripthub.settings.EditDistance;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Kamelets that there are, with the parameters that they have. */
final class KameletParameters implements RouteCheck {
    /** The component's own options, and the ends of a Kamelet's template. */
    private static final Set<String> COMPONENT = Set.of(
            "location",
            "noErrorHandler",
            "bridgeErrorHandler",
            "exceptionHandler",
            "exchangePattern",
            "block",
            "timeout",
            "failIfNoConsumers",
            "lazyStartProducer");

    private static final Set<String> ENDS = Set.of("source", "sink");

    private final Map<String, Optional<JsonNode>> definitions = new ConcurrentHashMap<>();

    @Override
    public Stream<Finding> check(Routes routes, Surroundings around) {
        return routes.endpoints()
                .filter(use -> use.scheme().equals("kamelet") && !use.path().contains("{{"))
                .filter(use -> !ENDS.contains(use.name()))
                .flatMap(this::check);
    }

    private Stream<Finding> check(EndpointUse use) {
        boolean elsewhere =
                use.options().stream().anyMatch(option -> option.name().equals("location"));
        Optional<JsonNode> definition = definitions.computeIfAbsent(use.name(), KameletParameters::read);
        if (definition.isEmpty()) {
            return elsewhere
                    ? Stream.empty()
                    : Stream.of(use.finding("unknown Kamelet '" + use.name() + "': expected " + resource(use.name())
                            + " on the class path"));
        }
        return Stream.concat(
                missing(use, definition.get()),
                use.options().stream().flatMap(option -> check(use, definition.get(), option)));
    }

    private static Stream<Finding> missing(EndpointUse use, JsonNode definition) {
        Set<String> given = use.options().stream().map(Option::name).collect(Collectors.toSet());
        return StreamSupport.stream(definition.path("required").spliterator(), false)
                .map(JsonNode::asText)
                .filter(name -> !given.contains(name)
                        && !definition.path("properties").path(name).has("default"))
                .map(name -> use.finding("Kamelet " + use.name() + " needs the parameter '" + name + "'"));
    }

    private static Stream<Finding> check(EndpointUse use, JsonNode definition, Option option) {
        JsonNode property = definition.path("properties").path(option.name());
        if (property.isMissingNode()) {
            return COMPONENT.contains(option.name())
                    ? Stream.empty()
                    : Stream.of(option.finding("unknown parameter '" + option.name() + "' of Kamelet " + use.name()
                            + EditDistance.suggestion(
                                    option.name(),
                                    definition
                                            .path("properties")
                                            .propertyStream()
                                            .map(Map.Entry::getKey))));
        }
        return option.isDynamic() || fits(property, option.text())
                ? Stream.empty()
                : Stream.of(option.finding("parameter '" + option.name() + "' of Kamelet " + use.name() + ": expected "
                        + expected(property) + ", found '" + option.text() + "'"));
    }

    private static boolean fits(JsonNode property, String text) {
        if (property.has("enum")) {
            return StreamSupport.stream(property.path("enum").spliterator(), false)
                    .anyMatch(each -> each.asText().equals(text));
        }
        return switch (property.path("type").asText()) {
            case "integer" -> text.matches("-?\\d+");
            case "number" -> text.matches("-?\\d+(\\.\\d+)?");
            case "boolean" -> text.matches("true|false");
            default -> true;
        };
    }

    private static String expected(JsonNode property) {
        if (property.has("enum")) {
            return "one of "
                    + StreamSupport.stream(property.path("enum").spliterator(), false)
                            .map(JsonNode::asText)
                            .collect(Collectors.joining(", "));
        }
        return property.path("type").asText().equals("boolean") ? "true or false" : "a number";
    }

    private static Optional<JsonNode> read(String name) {
        try (InputStream file = KameletParameters.class.getClassLoader().getResourceAsStream(resource(name))) {
            return file == null ? Optional.empty() : Optional.of(definition(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonNode definition(InputStream file) {
        Object read = new Load(LoadSettings.builder().build()).loadFromInputStream(file);
        JsonNode kamelet = new ObjectMapper().valueToTree(read);
        return kamelet.at("/spec/definition");
    }

    private static String resource(String name) {
        return "kamelets/" + name + ".kamelet.yaml";
    }
}
