package io.transcripthub.app;

import io.transcripthub.settings.Settings;
import java.util.HashMap;
import java.util.Map;

/** What the settings mean to Camel: all keys for the routes' placeholders, and Camel's own. */
final class CamelProperties {
    private CamelProperties() {}

    static Map<String, String> of(Settings settings, String searchHosts) {
        Map<String, String> properties = withoutServer(settings);
        properties.put("camel.server.enabled", "true");
        properties.put("camel.server.host", settings.get("hub.http.host"));
        properties.put("camel.server.port", settings.get("hub.http.port"));
        properties.put("camel.server.max-body-size", Long.toString(settings.bytes("hub.http.max-body")));
        properties.put("camel.management.enabled", "true");
        properties.put("camel.management.host", settings.get("hub.http.host"));
        properties.put("camel.management.port", settings.get("hub.http.port"));
        properties.put("search.hosts", searchHosts);
        return properties;
    }

    /** As {@link #of}, for a process that nobody calls. */
    static Map<String, String> withoutServer(Settings settings) {
        Map<String, String> properties = new HashMap<>();
        properties.put("camel.server.enabled", "false");
        properties.put("camel.management.enabled", "false");
        properties.put("camel.component.properties.environment-variable-mode", "0");
        properties.put("camel.component.properties.system-properties-mode", "0");
        properties.put("camel.component.kamelet.no-error-handler", "true");
        // its threads sleep for half a second at a time; what they run has ended when the component stops
        properties.put("camel.component.quartz.interrupt-jobs-on-shutdown", "true");
        properties.put("camel.component.vertx-http.web-client-options", "#bean:connections");
        properties.put("camel.component.vertx-http.vertx-http-binding", "#bean:exactAddress");
        properties.put("camel.metrics.enable-exchange-event-notifier", "false");
        properties.put("camel.metrics.enable-route-event-notifier", "false");
        properties.put("camel.metrics.enable-message-history", "false");
        properties.put("camel.metrics.route-policy-level", "context");
        properties.put("camel.opentelemetry2.enabled", "false");
        properties.putAll(settings.asMap());
        return properties;
    }
}
