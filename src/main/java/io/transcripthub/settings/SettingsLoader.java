package io.transcripthub.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Lays what was set over the defaults, and refuses what the catalogue does not know or what does not fit. */
final class SettingsLoader {
    private static final Pattern BLIND_TRUST = Pattern.compile("(?i).*(trustall|hostnameverif).*");

    private final SettingSources sources;
    private final Map<String, Key> catalogue = new LinkedHashMap<>();
    private final Map<String, String> values = new LinkedHashMap<>();

    SettingsLoader(SettingSources sources) {
        this.sources = sources;
    }

    Settings load() {
        Stream.of(Keys.HUB, Keys.SINKS, Keys.POLLING).flatMap(List::stream).forEach(this::add);
        for (String account : values.get("hub.accounts").split("\\s*,\\s*", -1)) {
            addAccount(account);
        }
        refuseUnknown();
        refuseNamelessOutcomes();
        derive();
        refuseOpenDoor();
        refuseBlindTrust();
        passedThrough().forEach(name -> values.put(name, sources.value(name).orElse("")));
        return new Settings(values, catalogue, places());
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

    private void refuseNamelessOutcomes() {
        sources.names()
                .filter(name -> name.startsWith(Keys.OUTCOMES))
                .filter(name -> name.length() == Keys.OUTCOMES.length()
                        || sources.value(name).orElse("").isBlank())
                .findFirst()
                .ifPresent(name -> {
                    String found = "'" + sources.value(name).orElse("") + "'";
                    throw invalid(name, Keys.OUTCOMES + "<disposition>=<outcome>", found);
                });
    }

    private static boolean passesThrough(String name) {
        return name.startsWith("camel.")
                || name.startsWith(Keys.OUTCOMES)
                || Keys.REDACTION_RULES.stream().anyMatch(name::startsWith);
    }

    private Stream<String> passedThrough() {
        return sources.names().filter(SettingsLoader::passesThrough);
    }

    private Map<String, String> places() {
        Map<String, String> places = new LinkedHashMap<>();
        values.keySet().forEach(name -> places.put(name, place(name)));
        return places;
    }

    /** A value that was derived comes from where the one comes from that it follows. */
    private String place(String name) {
        if (sources.value(name).filter(value -> !value.isBlank()).isPresent()) {
            return sources.place(name);
        }
        return common(name).map(this::place).orElse("default");
    }

    /** The key of all accounts, or of all connections, that applies where one's own is not set. */
    private static Optional<String> common(String name) {
        int own = Math.max(name.indexOf(".polling."), name.indexOf(".tls.ca-bundle"));
        return own > 0 ? Optional.of(name.substring(own + 1)) : Optional.empty();
    }

    /** An own key falls back to the common one; a token-url to the base-url and the API's path. */
    private void derive() {
        values.replaceAll(
                (name, value) -> value.isEmpty() ? common(name).map(values::get).orElse("") : value);
        values.replaceAll((name, value) -> name.endsWith("token-url") && value.startsWith("/")
                ? values.get(name.replace("token-url", "base-url")).replaceAll("/+$", "") + value
                : value);
        values.computeIfPresent("hub.node", (name, value) -> value.isEmpty() ? hostName() : value);
        values.computeIfPresent(
                "audit.dir", (name, value) -> value.isEmpty() ? values.get("hub.data-dir") + "/audit" : value);
        values.computeIfPresent(
                "chat.key-file", (name, value) -> value.isEmpty() ? values.get("hub.data-dir") + "/chat.key" : value);
    }

    private void refuseOpenDoor() {
        String host = values.get("hub.http.host");
        if (values.get("hub.api-key").isEmpty() && !isLoopback(host)) {
            throw invalid("hub.http.host", "a loopback address as long as hub.api-key is not set", "'" + host + "'");
        }
    }

    /** Camel has switches, for development, that have every certificate believed. */
    private void refuseBlindTrust() {
        passedThrough()
                .filter(name -> BLIND_TRUST.matcher(name.replaceAll("[-_]", "")).matches())
                .filter(name -> !sources.value(name).orElse("").trim().equals("false"))
                .findFirst()
                .ifPresent(name -> {
                    throw invalid(
                            name,
                            "that certificates are checked, with the CA of your own in tls.ca-bundle",
                            "a key that switches it off");
                });
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
