package io.transcripthub.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Lays what was set over the defaults, and refuses what the catalogue does not know or what does not fit. */
final class SettingsLoader {
    private final SettingSources sources;
    private final Map<String, Key> catalogue = new LinkedHashMap<>();
    private final Map<String, String> values = new LinkedHashMap<>();

    SettingsLoader(SettingSources sources) {
        this.sources = sources;
    }

    Settings load() {
        Stream.concat(Keys.HUB.stream(), Keys.POLLING.stream()).forEach(this::add);
        for (String account : values.get("hub.accounts").split("\\s*,\\s*", -1)) {
            addAccount(account);
        }
        refuseUnknown();
        List<String> changed =
                Stream.concat(changed(), passedThrough()).sorted().toList();
        derive();
        refuseOpenDoor();
        passedThrough().forEach(name -> values.put(name, sources.value(name).orElse("")));
        return new Settings(values, catalogue, places(), changed);
    }

    private void add(Key key) {
        catalogue.put(key.name(), key);
        values.put(key.name(), value(key));
    }

    /** Which accounts there are, and of which type, decides what else is known. */
    private void addAccount(String account) {
        if (Keys.reserved().anyMatch(account::equals)) {
            throw invalid("hub.accounts", "names that no other key begins with", "'" + account + "'");
        }
        Key type = new Key(account + ".type", Kind.ACCOUNT_TYPE, account);
        if (!type.kind().fits(account) && sources.value(type.name()).isEmpty()) {
            throw new InvalidSetting(type.name() + ": expected " + type.kind().expected
                    + ", found nothing; an account that is not named after its type needs this key");
        }
        add(type);
        Keys.of(account, values.get(type.name())).forEach(this::add);
    }

    private String value(Key key) {
        String value = sources.value(key.name()).orElse("").trim();
        if (value.isEmpty()) {
            return key.preset();
        }
        if (!key.kind().fits(value)) {
            String found = key.secret() ? "something else" : "'" + key.shown(value) + "'";
            throw invalid(key.name(), key.kind().expected, found);
        }
        return value;
    }

    private InvalidSetting invalid(String name, String expected, String found) {
        return new InvalidSetting(sources.place(name) + ": " + name + ": expected " + expected + ", found " + found);
    }

    private void refuseUnknown() {
        sources.names()
                .filter(name -> !catalogue.containsKey(name) && !passesThrough(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new InvalidSetting(sources.place(name) + ": unknown key '" + name + "'"
                            + EditDistance.suggestion(name, catalogue.keySet().stream()));
                });
    }

    private static boolean passesThrough(String name) {
        return name.startsWith("camel.") || name.startsWith(Keys.OUTCOMES);
    }

    private Stream<String> passedThrough() {
        return sources.names().filter(SettingsLoader::passesThrough);
    }

    private Stream<String> changed() {
        return catalogue.values().stream()
                .filter(key -> !values.get(key.name()).equals(key.preset()))
                .map(Key::name);
    }

    private Map<String, String> places() {
        Map<String, String> places = new LinkedHashMap<>();
        values.keySet().forEach(name -> places.put(name, place(name)));
        return places;
    }

    /** A value that was derived comes from where the one comes from that it follows. */
    private String place(String name) {
        int polling = name.indexOf(".polling.");
        if (sources.value(name).filter(value -> !value.isBlank()).isPresent()) {
            return sources.place(name);
        }
        return polling > 0 ? place(name.substring(polling + 1)) : "default";
    }

    /** An account's own polling keys fall back to the common ones; a token-url to the base-url and the API's path. */
    private void derive() {
        values.replaceAll((name, value) -> {
            int polling = name.indexOf(".polling.");
            return value.isEmpty() && polling > 0 ? values.get(name.substring(polling + 1)) : value;
        });
        values.replaceAll((name, value) -> name.endsWith("token-url") && value.startsWith("/")
                ? values.get(name.replace("token-url", "base-url")).replaceAll("/+$", "") + value
                : value);
        values.computeIfPresent("hub.node", (name, value) -> value.isEmpty() ? hostName() : value);
        values.computeIfPresent(
                "audit.dir", (name, value) -> value.isEmpty() ? values.get("hub.data-dir") + "/audit" : value);
    }

    private void refuseOpenDoor() {
        String host = values.get("hub.http.host");
        if (values.get("hub.api-key").isEmpty() && !isLoopback(host)) {
            throw invalid("hub.http.host", "a loopback address as long as hub.api-key is not set", "'" + host + "'");
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName().replaceAll("[^A-Za-z0-9._-]", "-");
        } catch (UnknownHostException unnamed) {
            return "localhost";
        }
    }
}
