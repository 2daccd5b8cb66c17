package io.transcripthub.routes;

import io.transcripthub.dispatch.LedgerEndpoint;
import io.transcripthub.settings.EditDistance;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.tooling.model.ArtifactModel;
import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.tooling.model.ComponentModel.EndpointOptionModel;
import org.apache.camel.tooling.model.DataFormatModel;
import org.apache.camel.tooling.model.LanguageModel;

/** Camel's catalogue, with the hub's own component, and which of it is on the class path. */
final class Components {
    private static final String SERVICES = "META-INF/services/org/apache/camel/";

    private final CamelCatalog catalog = new DefaultCamelCatalog(true);
    private final ComponentModel ledger = described(LedgerEndpoint.class);

    CamelCatalog catalog() {
        return catalog;
    }

    /** The component of a scheme; null when there is none. */
    ComponentModel component(String scheme) {
        return scheme.equals(ledger.getScheme()) ? ledger : catalog.componentModel(scheme);
    }

    String suggestion(String scheme) {
        return EditDistance.suggestion(
                scheme, Stream.concat(Stream.of(ledger.getScheme()), catalog.findComponentNames().stream()));
    }

    boolean isThere(ComponentModel component) {
        return component.equals(ledger) || isService("component/" + component.getScheme());
    }

    boolean isThere(LanguageModel language) {
        return isService("language/" + language.getName());
    }

    boolean isThere(DataFormatModel format) {
        return isService("dataformat/" + format.getName());
    }

    private static boolean isService(String name) {
        return Components.class.getClassLoader().getResource(SERVICES + name) != null;
    }

    /** What to do about something that is not on the class path. */
    static String missing(ArtifactModel<?> model) {
        return "is not on the class path; add " + model.getGroupId() + ":" + model.getArtifactId() + " to pom.xml";
    }

    private static ComponentModel described(Class<?> endpoint) {
        UriEndpoint known = endpoint.getAnnotation(UriEndpoint.class);
        ComponentModel model = new ComponentModel();
        model.setScheme(known.scheme());
        model.setTitle(known.title());
        for (Class<?> type = endpoint; type != null; type = type.getSuperclass()) {
            Arrays.stream(type.getDeclaredFields()).forEach(field -> describe(model, field));
        }
        return model;
    }

    private static void describe(ComponentModel model, Field field) {
        if (field.isAnnotationPresent(UriPath.class) || field.isAnnotationPresent(UriParam.class)) {
            EndpointOptionModel option = new EndpointOptionModel();
            option.setName(field.getName());
            option.setKind(field.isAnnotationPresent(UriPath.class) ? "path" : "parameter");
            option.setType(field.getType().equals(int.class) ? "integer" : "string");
            if (field.getType().isEnum()) {
                option.setEnums(List.of(field.getType().getEnumConstants()).stream()
                        .map(Object::toString)
                        .toList());
            }
            model.addEndpointOption(option);
        }
    }
}
