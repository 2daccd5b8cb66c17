package io.transcripthub.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What a reader of {@code routes/} and of the Kamelets may count on. */
final class RouteFilesTest {
    private static final String ROUTES = ".camel.yaml";
    private static final String KAMELET = ".kamelet.yaml";

    static List<Path> routeFiles() throws IOException {
        return files(Path.of("routes"), ROUTES);
    }

    static List<Path> kamelets() throws IOException {
        return files(Path.of("src/main/resources/kamelets"), KAMELET);
    }

    @ParameterizedTest
    @MethodSource("routeFiles")
    void a_route_is_named_after_its_file(Path file) throws IOException {
        String name = name(file, ROUTES);
        assertThat(definitions(file, "route", "rest"))
                .extracting(route -> route.path("id").asText())
                .allSatisfy(id -> assertThat(id).matches(name + "(-[a-z0-9-]+)?"));
    }

    @ParameterizedTest
    @MethodSource("routeFiles")
    void a_route_says_what_it_does(Path file) throws IOException {
        assertThat(definitions(file, "route", "routeConfiguration"))
                .allSatisfy(route -> assertThat(route.path("description").asText())
                        .as(route.path("id").asText())
                        .endsWith("."));
    }

    @ParameterizedTest
    @MethodSource("routeFiles")
    void a_file_holds_something(Path file) throws IOException {
        assertThat(definitions(file, "route", "rest", "routeConfiguration")).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void a_kamelet_is_named_after_its_file(Path file) throws IOException {
        String name = name(file, KAMELET);
        assertThat(yaml(file).at("/metadata/name").asText()).isEqualTo(name).matches("[a-z-]+-(source|action|sink)");
        assertThat(yaml(file)
                        .at("/metadata/labels/camel.apache.org~1kamelet.type")
                        .asText())
                .isEqualTo(name.substring(name.lastIndexOf('-') + 1));
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void a_kamelet_documents_itself_and_each_property(Path file) throws IOException {
        JsonNode definition = yaml(file).at("/spec/definition");
        assertThat(definition.path("title").asText()).isNotBlank();
        assertThat(definition.path("description").asText()).isNotBlank();
        assertThat(definition.path("properties").properties()).allSatisfy(property -> {
            assertThat(property.getKey()).matches("[a-z][A-Za-z]*");
            assertThat(property.getValue().path("title").asText()).isNotBlank();
            assertThat(property.getValue().path("description").asText()).isNotBlank();
            assertThat(property.getValue().path("type").asText()).isIn("string", "integer", "boolean", "number");
            assertThat(property.getValue().has("default") || property.getValue().has("example"))
                    .as("default or example of %s", property.getKey())
                    .isTrue();
        });
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path file, String ending) {
        return file.getFileName().toString().replace(ending, "");
    }

    private static List<JsonNode> definitions(Path file, String... kinds) throws IOException {
        return StreamSupport.stream(yaml(file).spliterator(), false)
                .flatMap(entry -> Stream.of(kinds).filter(entry::has).map(entry::get))
                .toList();
    }

    private static JsonNode yaml(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            Load load =
                    new Load(LoadSettings.builder().setLabel(file.toString()).build());
            return new ObjectMapper().valueToTree(load.loadFromInputStream(content));
        }
    }
}
