package io.transcripthub.routes;

import java.util.Locale;
import java.util.stream.Stream;
import org.apache.camel.tooling.model.DataFormatModel;

/** Data formats that are on the class path. */
final class DataFormats implements RouteCheck {
    private final Components components;

    DataFormats(Components components) {
        this.components = components;
    }

    @Override
    public Stream<Finding> check(Routes routes, Surroundings around) {
        return routes.elements()
                .filter(element -> element.type().endsWith("DataFormat"))
                .flatMap(this::check);
    }

    private Stream<Finding> check(Element format) {
        String name = library(format);
        DataFormatModel model = components.catalog().dataFormatModel(name);
        return model == null || components.isThere(model)
                ? Stream.empty()
                : Stream.of(new Finding(format.place(), "data format '" + name + "' " + Components.missing(model)));
    }

    /** JSON and Avro name a library, which is what the catalogue lists. */
    private static String library(Element format) {
        String library = format.map().text("library").toLowerCase(Locale.ROOT);
        if (format.name().equals("json")) {
            return library.isEmpty() ? "jackson" : library;
        }
        return format.name();
    }
}
