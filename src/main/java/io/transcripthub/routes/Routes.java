package io.transcripthub.routes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All route files of a folder. */
record Routes(Path folder, List<RouteFile> files) {
    private static final Set<String> ROUTES = Set.of("RouteDefinition", "RouteFromDefinitionDeserializer");

    /** Reads {@code *.camel.yaml}, as a hub does, and {@code *.kamelet.yaml}, in the folder and those below it. */
    static Routes read(Path folder) throws IOException {
        YamlDsl dsl = new YamlDsl();
        List<RouteFile> read = new ArrayList<>();
        for (Path file : files(folder)) {
            read.add(RouteReader.read(dsl, file));
        }
        return new Routes(folder, read);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(camel|kamelet)\\.yaml"))
                    .sorted()
                    .toList();
        }
    }

    Place place() {
        return new Place(folder, 0, 0, "");
    }

    /** What is no YAML, or unknown to the YAML DSL. */
    Stream<Finding> unreadable() {
        if (files.isEmpty()) {
            return Stream.of(new Finding(place(), "expected route files named *.camel.yaml, found none"));
        }
        return files.stream().flatMap(file -> file.findings().stream());
    }

    Stream<Element> elements() {
        return files.stream().flatMap(file -> file.elements().stream());
    }

    Stream<Element> elements(String... types) {
        return elements().filter(element -> element.is(types));
    }

    Stream<Value> values() {
        return files.stream().flatMap(file -> file.values().stream());
    }

    Stream<EndpointUse> endpoints() {
        return values().filter(EndpointUse::isUri).map(EndpointUse::of);
    }

    /** Routes that are started as they are, neither templates nor Kamelets. */
    Stream<Element> routes() {
        return elements().filter(element -> element.parent() == null && ROUTES.contains(element.type()));
    }
}
