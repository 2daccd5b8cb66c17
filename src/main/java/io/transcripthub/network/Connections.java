package io.transcripthub.network;

import io.transcripthub.settings.InvalidSetting;
import io.transcripthub.settings.Settings;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How the settings have each target reached: an account's vendor, {@code search}, {@code webhook}. The files that they name
 * are read once.
 */
public final class Connections {
    private final Connection common;
    private final Map<String, Connection> targets = new TreeMap<>();

    /** @throws InvalidSetting when a file cannot be used; the message names key, file, what was expected and found */
    public Connections(Settings settings, InstantSource clock) {
        Optional<Proxy> proxy = proxy(settings);
        this.common =
                new Connection(proxy, new KnownAuthorities(authorities(settings, "tls.ca-bundle")), Optional.empty());
        Stream.concat(settings.list("hub.accounts").stream(), Stream.of("search", "webhook"))
                .forEach(target -> targets.put(
                        target,
                        new Connection(
                                proxy,
                                new KnownAuthorities(authorities(settings, target + ".tls.ca-bundle")),
                                ClientCertificate.of(settings, target, clock.instant()))));
    }

    /** Where nothing is said of a target of its own. */
    public Connection common() {
        return common;
    }

    /** The accounts' names, {@code search} and {@code webhook}. */
    public Set<String> targets() {
        return targets.keySet();
    }

    /** @param target an account's name, {@code search} or {@code webhook} */
    public Connection to(String target) {
        return targets.getOrDefault(target, common);
    }

    private static List<X509Certificate> authorities(Settings settings, String key) {
        return settings.has(key) ? new PemFile(settings, key).certificates() : List.of();
    }

    private static Optional<Proxy> proxy(Settings settings) {
        if (!settings.has("proxy.url")) {
            return Optional.empty();
        }
        URI address = URI.create(settings.get("proxy.url"));
        List<String> bypass = settings.has("proxy.bypass")
                ? settings.list("proxy.bypass").stream()
                        .map(host -> host.startsWith(".") ? "*" + host : host)
                        .toList()
                : List.of();
        return Optional.of(new Proxy(
                address.getHost(),
                address.getPort(),
                settings.get("proxy.username"),
                settings.get("proxy.password"),
                bypass));
    }
}
