package io.transcripthub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.transcripthub.sandbox.Sandbox;
import io.transcripthub.sandbox.SandboxOptions;
import io.transcripthub.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoSettingsTest {
    @TempDir
    Path folder;

    @Test
    void vendors_sinks_and_stores_are_the_demos_own_whatever_is_configured() throws Exception {
        Path file = Files.writeString(
                folder.resolve("application.properties"),
                """
                hub.accounts=acme,genesys
                acme.type=cxone
                acme.recordings.base-url=https://vendor.example
                genesys.base-url=https://vendor.example
                hub.db.url=jdbc:postgresql://vendor.example/hub
                hub.http.port=80
                hub.api-key=abc
                hub.inbox=/srv/inbox
                search.hosts=https://vendor.example:9200
                webhook.url=https://vendor.example/hook
                chat.archive-url=https://vendor.example/archive
                audit.dir=/srv/audit
                camel.server.port=80
                """);

        Map<String, String> demo = demo(Settings.load(file, Map.of(), Map.of())).asMap();

        assertThat(demo.values()).noneMatch(value -> value.contains("vendor.example") || value.contains("/srv"));
        assertThat(demo)
                .containsEntry("hub.http.port", "0")
                .containsEntry("search.hosts", "embedded")
                .containsEntry("hub.data-dir", folder.resolve("demo").toString())
                .doesNotContainKeys("camel.server.port", "acme.recordings.base-url");
    }

    @Test
    void how_the_hub_works_is_the_users_choice() {
        Settings demo = demo(users(Map.of("redaction.mode", "strict", "polling.initial-interval", "1s")));

        assertThat(demo.get("redaction.mode")).isEqualTo("strict");
        assertThat(demo.get("cxone.polling.initial-interval")).isEqualTo("1s");
        assertThat(demo.get("genesys.polling.initial-interval")).isEqualTo("1s");
    }

    @Test
    void polling_is_quick_where_nothing_else_is_asked_for_but_not_of_the_vendor_that_calls_back() {
        Settings demo = demo(users(Map.of()));

        assertThat(demo.get("cxone.polling.initial-interval")).isEqualTo("300ms");
        assertThat(demo.get("genesys.polling.initial-interval")).isEqualTo("2s");
    }

    @Test
    void every_demo_has_secrets_of_its_own() {
        Settings one = demo(users(Map.of()));
        Settings other = demo(users(Map.of()));

        assertThat(one.get("webhook.secret")).startsWith("whsec_").isNotEqualTo(other.get("webhook.secret"));
        assertThat(one.get("genesys.webhook-secret"))
                .hasSizeGreaterThan(30)
                .isNotEqualTo(other.get("genesys.webhook-secret"));
    }

    private Settings users(Map<String, String> overrides) {
        return Settings.load(folder.resolve("none"), Map.of(), overrides);
    }

    private Settings demo(Settings users) {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
            return DemoSettings.of(users, folder.resolve("demo"), sandbox);
        }
    }
}
