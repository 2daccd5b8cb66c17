package io.transcripthub.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.transcripthub.settings.EditDistance;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** An OpenAPI document that is there, and a route for each of its operations. */
final class OpenApiOperations implements RouteCheck {
    @Override
    public Stream<Finding> check(Routes routes, Surroundings around) {
        Set<String> begins = routes.endpoints()
                .filter(use -> use.begins() && use.scheme().equals("direct"))
                .map(EndpointUse::path)
                .collect(Collectors.toSet());
        return routes.values()
                .filter(value ->
                        value.element().is("OpenApiDefinition") && value.key().equals("specification"))
                .filter(value -> !value.text().contains("{{"))
                .flatMap(value -> check(value, begins));
    }

    private static Stream<Finding> check(Value specification, Set<String> begins) {
        Optional<JsonNode> document = read(specification.text());
        if (document.isEmpty()) {
            return Stream.of(
                    specification.finding("expected an OpenAPI document, found none at " + specification.text()));
        }
        String missing = specification.element().map().text("missingOperation");
        return missing.isEmpty() || missing.equals("fail")
                ? operations(document.get())
                        .filter(operation -> !begins.contains(operation))
                        .map(operation -> specification.finding("operation '" + operation
                                + "' has no route that begins with direct:" + operation
                                + EditDistance.suggestion(operation, begins.stream())))
                : Stream.empty();
    }

    private static Stream<String> operations(JsonNode document) {
        return document.path("paths").findValuesAsText("operationId").stream();
    }

    private static Optional<JsonNode> read(String place) {
        try (InputStream content = open(place)) {
            Object read =
                    content == null ? null : new Load(LoadSettings.builder().build()).loadFromInputStream(content);
            return Optional.ofNullable(read).map(each -> new ObjectMapper().valueToTree(each));
        } catch (IOException | YamlEngineException unreadable) {
            return Optional.empty();
        }
    }

    private static InputStream open(String place) throws IOException {
        return place.startsWith("file:")
                ? Files.newInputStream(Path.of(place.substring("file:".length())))
                : OpenApiOperations.class.getClassLoader().getResourceAsStream(place.replaceFirst("^classpath:/*", ""));
    }
}
