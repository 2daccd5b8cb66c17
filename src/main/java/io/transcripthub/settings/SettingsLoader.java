package io.transcripthub.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** Merges file, environment and {@code --set} over the defaults, and refuses what the catalogue does not know. */
final class SettingsLoader {
    private final Path file;
    private final Map<String, String> environment;
    private final Map<String, String> overrides;
    private final String text;
    private final Properties properties;

    SettingsLoader(Path file, Map<String, String> environment, Map<String, String> overrides) {
        this.file = file;
        this.environment = environment;
        this.overrides = overrides;
        this.text = read(file);
        this.properties = parse(text);
    }

    Settings load() {
        Map<String, Key> catalogue = catalogue();
        refuseUnknown(catalogue);
        Map<String, String> values = new LinkedHashMap<>();
        catalogue
                .values()
                .forEach(key -> values.put(key.name(), check(key, given(key).orElse(key.preset()))));
        given().filter(name -> !catalogue.containsKey(name))
                .forEach(name -> values.put(name, given(name).orElseThrow()));
        derive(values);
        refuseOpenDoor(values);
        return Settings.of(values, catalogue);
    }

    /** All known keys by name; which accounts there are decides what is known. */
    private Map<String, Key> catalogue() {
        Map<String, Key> catalogue = new LinkedHashMap<>();
        Stream.concat(Keys.HUB.stream(), Keys.POLLING.stream()).forEach(key -> catalogue.put(key.name(), key));
        Key accounts = catalogue.get("hub.accounts");
        for (String account :
                check(accounts, given(accounts).orElse(accounts.preset())).split("\\s*,\\s*")) {
            accountKeys(account).forEach(key -> catalogue.put(key.name(), key));
        }
        return catalogue;
    }

    private Stream<Key> accountKeys(String account) {
        Key type = new Key(account + ".type", Kind.ACCOUNT_TYPE, account);
        String chosen = check(type, given(type).orElse(account));
        List<Key> keys = chosen.equals("genesys") ? Keys.GENESYS : Keys.CXONE;
        Stream<Key> polling = Keys.POLLING.stream().map(key -> new Key(key.name(), key.kind(), ""));
        return Stream.concat(
                Stream.of(type), Stream.concat(keys.stream(), polling).map(key -> key.under(account)));
    }

    private void refuseUnknown(Map<String, Key> catalogue) {
        given().filter(name -> !catalogue.containsKey(name) && !passesThrough(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new InvalidSetting(
                            place(name) + ": unknown key '" + name + "'" + suggestion(name, catalogue));
                });
    }

    private static boolean passesThrough(String name) {
        return name.startsWith("camel.") || name.startsWith(Keys.OUTCOMES);
    }

    /** An account's own polling keys fall back to the common ones; a token-url to the base-url and the API's path. */
    private static void derive(Map<String, String> values) {
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

    private static void refuseOpenDoor(Map<String, String> values) {
        if (values.get("hub.api-key").isEmpty() && !isLoopback(values.get("hub.http.host"))) {
            throw new InvalidSetting(
                    "hub.http.host: expected a loopback address as long as hub.api-key is not set, found "
                            + values.get("hub.http.host"));
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    private String check(Key key, String value) {
        String trimmed = value.trim();
        boolean preset = trimmed.equals(key.preset());
        if (!trimmed.isEmpty() && !preset && !key.kind().fits(trimmed)) {
            String found = key.secret() ? "something else" : "'" + trimmed + "'";
            throw new InvalidSetting(
                    place(key.name()) + ": " + key.name() + ": expected " + key.kind().expected + ", found " + found);
        }
        if (key.kind() == Kind.ACCOUNT_TYPE && !key.kind().fits(trimmed)) {
            throw new InvalidSetting(key.name() + ": expected " + key.kind().expected + ", found '" + trimmed
                    + "'; an account that is not named after its type needs this key");
        }
        return trimmed.isEmpty() ? key.preset() : trimmed;
    }

    private Stream<String> given() {
        return Stream.concat(properties.stringPropertyNames().stream().sorted(), overrides.keySet().stream())
                .distinct();
    }

    private Optional<String> given(Key key) {
        return given(key.name());
    }

    private Optional<String> given(String name) {
        return Optional.ofNullable(overrides.get(name))
                .or(() -> fromEnvironment(name))
                .or(() -> Optional.ofNullable(properties.getProperty(name)));
    }

    private Optional<String> fromEnvironment(String name) {
        String variable = name.toUpperCase(java.util.Locale.ROOT).replaceAll("[.-]", "_");
        return Optional.ofNullable(environment.get(variable))
                .or(() -> Optional.ofNullable(environment.get(variable + "_FILE"))
                        .map(path -> read(variable + "_FILE", Path.of(path))));
    }

    private String place(String name) {
        return overrides.containsKey(name)
                ? "--set " + name
                : fromEnvironment(name).isPresent() ? "environment" : file + ":" + line(name);
    }

    private long line(String name) {
        return text.lines()
                        .takeWhile(line -> !line.strip().replace("\\", "").startsWith(name))
                        .count()
                + 1;
    }

    private static String suggestion(String name, Map<String, Key> catalogue) {
        return catalogue.keySet().stream()
                .min(Comparator.comparingInt(known -> EditDistance.between(name, known)))
                .filter(known -> EditDistance.between(name, known) <= 1 + name.length() / 4)
                .map(known -> "; did you mean '" + known + "'?")
                .orElse("");
    }

    private static String read(Path file) {
        if (!Files.exists(file)) {
            return "";
        }
        return read("--config", file);
    }

    private static String read(String place, Path file) {
        try {
            return Files.readString(file).stripTrailing();
        } catch (IOException unreadable) {
            throw new InvalidSetting(place + ": expected a readable file in UTF-8, found " + file);
        }
    }

    private Properties parse(String lines) {
        Properties parsed = new Properties();
        try (Reader reader = new StringReader(lines)) {
            parsed.load(reader);
            return parsed;
        } catch (IOException | IllegalArgumentException malformed) {
            throw new InvalidSetting(file + ": not a properties file: " + malformed.getMessage());
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
