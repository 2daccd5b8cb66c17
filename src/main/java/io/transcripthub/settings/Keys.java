package io.transcripthub.settings;

import static io.transcripthub.settings.Kind.*;

import io.transcripthub.sandbox.SandboxDefaults;
import java.util.List;
import java.util.stream.Stream;

/** The catalogue of configuration keys: what is not here is refused at start. */
final class Keys {
    private Keys() {}

    /** How one target is connected to; the authorities are those of all targets unless set. */
    private static final List<Key> TLS = List.of(
            new Key("tls.ca-bundle", FILE, ""),
            new Key("tls.client-cert", FILE, ""),
            new Key("tls.client-key", FILE, ""),
            new Key("tls.client-key-password", TEXT, ""));

    static final List<Key> HUB = List.of(
            new Key("hub.data-dir", TEXT, "data"),
            new Key("hub.node", NAME, ""),
            new Key("hub.http.host", TEXT, "127.0.0.1"),
            new Key("hub.http.port", PORT, "8080"),
            new Key("hub.http.max-body", SIZE, "10MB"),
            new Key("hub.api-key", TEXT, ""),
            new Key("hub.db.url", TEXT, ""),
            new Key("hub.db.username", TEXT, ""),
            new Key("hub.db.password", TEXT, ""),
            new Key("hub.inbox", TEXT, ""),
            new Key("hub.retention", DURATION, ""),
            new Key("hub.accounts", NAMES, "cxone,genesys"),
            new Key("proxy.url", PROXY, ""),
            new Key("proxy.username", TEXT, ""),
            new Key("proxy.password", TEXT, ""),
            new Key("proxy.bypass", HOST_NAMES, ""),
            new Key("tls.ca-bundle", FILE, ""),
            new Key("redaction.mode", REDACTION_MODE, "standard"),
            new Key("search.hosts", HOSTS, "embedded"),
            new Key("search.username", TEXT, ""),
            new Key("search.password", TEXT, ""),
            new Key("search.api-key", TEXT, ""),
            new Key("search.index", NAME, "transcripts"),
            new Key("webhook.url", URL, ""),
            new Key("webhook.secret", WEBHOOK_SECRET, ""),
            new Key("delivery.retry-schedule", DURATIONS, "0s,5s,5m,30m,2h,5h,10h,14h,20h,24h"),
            new Key("audit.dir", TEXT, ""),
            new Key("analytics.cron", CRON, ""),
            new Key("analytics.time-zone", ZONE, "UTC"),
            new Key("analytics.lookback", DURATION, "7d"),
            new Key("analytics.overlap", DURATION, "1h"),
            new Key("analytics.late-sweep", DURATION, "3d"),
            new Key("analytics.topics", COUNT, "5"),
            new Key("chat.archive-url", URL, ""),
            new Key("chat.archive-dir", TEXT, ""),
            new Key("chat.key-file", TEXT, ""));

    /** Keys that begin so name dispositions of the vendor's, which are not known beforehand. */
    static final String OUTCOMES = "analytics.outcomes.";

    static final List<Key> SINKS = Stream.of("search", "webhook")
            .flatMap(sink -> TLS.stream().map(key -> key.under(sink)))
            .toList();

    /** Keys that begin so name a user's own types of personal data, or the words that tell a type. */
    static final List<String> REDACTION_RULES = List.of("redaction.types.", "redaction.words.");

    static final List<Key> POLLING = List.of(
            new Key("polling.initial-interval", DURATION, "10s"),
            new Key("polling.multiplier", FACTOR, "1.5"),
            new Key("polling.max-interval", DURATION, "30s"),
            new Key("polling.deadline", DURATION, "10m"));

    private static final List<Key> EVERY_ACCOUNT = List.of(
            new Key("client-id", TEXT, SandboxDefaults.CLIENT_ID),
            new Key("client-secret", TEXT, SandboxDefaults.CLIENT_SECRET),
            new Key("budget", BUDGET, ""),
            new Key("webhook-secret", TEXT, ""));

    private static final List<Key> CXONE = Stream.of(
                    EVERY_ACCOUNT.stream(),
                    api("recordings.", "/api/v2/auth/oauth2/token"),
                    Stream.of(
                            new Key("recordings.sync", FLAG, "false"),
                            new Key("recordings.sync.cron", TEXT, "0 0/5 * * * ?"),
                            new Key("recordings.sync.path", TEXT, "/api/v2/recordings"),
                            new Key("recordings.sync.lookback", DURATION, "1d"),
                            new Key("recordings.sync.overlap", DURATION, "10m")),
                    api("speech.", "/oauth/token"),
                    api("analytics.", "/oauth2/token"),
                    api("chat.", "/api/v2/oauth/token"))
            .flatMap(keys -> keys)
            .toList();

    private static final List<Key> GENESYS = Stream.of(
                    EVERY_ACCOUNT.stream(), api("", "/oauth/token"), Stream.of(new Key("adopt-unknown", FLAG, "false")))
            .flatMap(keys -> keys)
            .toList();

    /** First words of the hub's own keys, which an account cannot be named after. */
    static Stream<String> reserved() {
        return Stream.concat(
                Stream.of("camel"),
                Stream.concat(HUB.stream(), POLLING.stream())
                        .map(key -> key.name().substring(0, key.name().indexOf('.')))
                        .distinct());
    }

    /** All keys of an account; where its polling is not set, that of all accounts applies. */
    static Stream<Key> of(String account, String type) {
        Stream<Key> own = (type.equals("genesys") ? GENESYS : CXONE).stream();
        return Stream.of(own, TLS.stream(), POLLING.stream().map(Key::withoutPreset))
                .flatMap(keys -> keys)
                .map(key -> key.under(account));
    }

    /** A token-url's preset is a path: it stands behind the base-url. */
    private static Stream<Key> api(String prefix, String tokenPath) {
        return Stream.of(
                new Key(prefix + "base-url", URL, SandboxDefaults.BASE_URL),
                new Key(prefix + "token-url", URL, tokenPath),
                new Key(prefix + "scope", TEXT, ""));
    }
}
