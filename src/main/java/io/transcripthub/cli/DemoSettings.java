package io.transcripthub.cli;

import io.transcripthub.sandbox.Sandbox;
import io.transcripthub.sandbox.SandboxDefaults;
import io.transcripthub.settings.Settings;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The configuration of a demo. Of the user's it keeps only what says how the hub works; whom it calls and where it
 * writes is the demo's own, so that a configured vendor, sink or database is never touched.
 */
final class DemoSettings {
    /** Within the demo's folder. */
    static final String ARCHIVE = "archive";

    private static final String INTERVAL = "polling.initial-interval";
    private static final List<String> KEPT = List.of(
            "hub.node",
            "hub.http.max-body",
            "redaction.mode",
            INTERVAL,
            "polling.multiplier",
            "polling.max-interval",
            "polling.deadline",
            "delivery.retry-schedule",
            "search.index");

    /** A demo is watched: these stand where the user has left the defaults. */
    private static final Map<String, String> QUICK = Map.of(
            INTERVAL,
            "300ms",
            "polling.multiplier",
            "1.2",
            "delivery.retry-schedule",
            "0s,1s,1s,2s,2s,5s,5s,10s,10s,30s");

    /** Genesys Cloud calls the hub: what it does not tell of is found by polling, and need not be found at once. */
    private static final String GENESYS_INTERVAL = "2s";

    private DemoSettings() {}

    static Settings of(Settings users, Path folder, Sandbox sandbox) {
        Path absent = folder.resolve("demo.properties");
        Settings defaults = Settings.load(absent, Map.of(), Map.of());
        Map<String, String> demo = new HashMap<>();
        for (String key : KEPT) {
            boolean untouched = users.get(key).equals(defaults.get(key));
            demo.put(key, untouched ? QUICK.getOrDefault(key, users.get(key)) : users.get(key));
        }
        demo.put("hub.data-dir", folder.toString());
        demo.put("hub.http.host", SandboxDefaults.HOST);
        demo.put("hub.http.port", "0");
        demo.put("hub.accounts", DemoSubmission.CXONE + "," + DemoSubmission.GENESYS);
        for (String api : List.of("recordings", "speech", "analytics", "chat")) {
            demo.put("cxone." + api + ".base-url", sandbox.baseUrl().toString());
        }
        demo.put("genesys.base-url", sandbox.baseUrl().toString());
        demo.put("genesys.webhook-secret", random());
        if (users.get(INTERVAL).equals(defaults.get(INTERVAL))) {
            demo.put("genesys." + INTERVAL, GENESYS_INTERVAL);
        }
        demo.put("chat.archive-dir", folder.resolve(ARCHIVE).toString());
        demo.put("webhook.url", sandbox.webhookUrl().toString());
        demo.put("webhook.secret", "whsec_" + random());
        return Settings.load(absent, Map.of(), demo);
    }

    private static String random() {
        byte[] key = new byte[24];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
