package io.transcripthub.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An endpoint that a route begins with or sends to.
 *
 * @param scheme component, such as {@code vertx-http}
 * @param path what stands between the scheme and the options
 */
record EndpointUse(Value uri, String scheme, String path, List<Option> options) {
    private static final Set<String> BEGINS = Set.of("FromDefinition", "RouteFromDefinitionDeserializer");
    private static final Set<String> ENDPOINTS = Set.of(
            "FromDefinition", "RouteFromDefinitionDeserializer", "ToDefinition", "WireTapDefinition", "PollDefinition");
    private static final Set<String> ENRICHERS = Set.of("EnrichDefinition", "PollEnrichDefinition");
    private static final Pattern VERB = Pattern.compile("(Get|Post|Put|Delete|Patch|Head)Definition");
    private static final Pattern OPTION = Pattern.compile("([^&=]+)=(RAW\\(.*?\\)(?=&|$)|RAW\\{.*?}(?=&|$)|[^&]*)");

    /** An option as it is written. */
    record Option(String name, String text, Place place) {
        boolean isDynamic() {
            return text.contains("{{") || text.contains("${") || text.startsWith("#");
        }

        Finding finding(String words) {
            return new Finding(place, words);
        }
    }

    /** Whether a value is an address that is known before the route runs. */
    static boolean isUri(Value value) {
        String text = value.text();
        return isAddress(value) && !text.contains("${") && !text.startsWith("{{") && !text.isBlank();
    }

    private static boolean isAddress(Value value) {
        String type = value.element().type();
        if (value.free()) {
            return false;
        }
        return switch (value.key()) {
            case "uri" -> ENDPOINTS.contains(type) || type.equals("ToDynamicDefinition");
            case "to" -> type.equals("ToDefinition") || VERB.matcher(type).matches();
            case "toD" -> type.equals("ToDynamicDefinition");
            case "kamelet", "name" -> type.equals("KameletDefinition");
            case "deadLetterUri" -> true;
            case "constant" ->
                value.element().parent() != null
                        && ENRICHERS.contains(value.element().parent().type());
            default -> false;
        };
    }

    static EndpointUse of(Value uri) {
        String scheme = uri.element().is("KameletDefinition") ? "kamelet:" : "";
        String[] parts = (scheme + uri.text()).split("\\?", 2);
        String[] address = parts[0].split(":", 2);
        List<Option> options = new ArrayList<>();
        if (parts.length > 1) {
            Matcher option = OPTION.matcher(parts[1]);
            while (option.find()) {
                options.add(new Option(option.group(1), option.group(2), uri.place()));
            }
        }
        if (uri.key().equals("uri") || uri.key().equals("name")) {
            parameters(uri.element()).forEach(options::add);
        }
        return new EndpointUse(uri, address[0], address.length > 1 ? address[1] : "", List.copyOf(options));
    }

    private static Stream<Option> parameters(Element element) {
        return element.map().map("parameters").tuples().stream()
                .map(entry -> new Option(
                        YamlMap.text(entry.getKeyNode()),
                        YamlMap.text(entry.getValueNode()),
                        element.place(entry.getKeyNode())));
    }

    /** Whether a route begins with it. */
    boolean begins() {
        return BEGINS.contains(uri.element().type());
    }

    /** Whether messages are taken from it: at the beginning of a route, or by a step that polls. */
    boolean consumes() {
        Element element = uri.element();
        return begins()
                || element.is("PollDefinition")
                || element.parent() != null && element.parent().is("PollEnrichDefinition");
    }

    /** The first part of the path: an operation, a template. */
    String name() {
        return path.replaceFirst("^//", "").replaceFirst("/.*", "");
    }

    Finding finding(String words) {
        return uri.finding(words);
    }
}
